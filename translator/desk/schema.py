"""The desk's tables, version by version.

`MIGRATIONS[n]` brings a desk from version n to n + 1; a landed entry is never changed. Refuses to
open anything: `desk` does that. Texts are marked text (see `inline`); times are ISO 8601 in UTC.
"""

from __future__ import annotations

APPLICATION_ID = 0x656E6573
"""``enes`` in ASCII: tells a desk from another program's SQLite file."""

_VERSION_1 = (
    """
    CREATE TABLE articles (
        id INTEGER PRIMARY KEY,
        slug TEXT NOT NULL UNIQUE,
        author TEXT NOT NULL,
        published TEXT,
        reading_minutes INTEGER,
        site TEXT NOT NULL,
        address TEXT NOT NULL,
        image TEXT NOT NULL,
        language TEXT NOT NULL,
        updated TEXT NOT NULL,
        edited TEXT
    ) STRICT
    """,
    """
    CREATE TABLE pages (
        article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        source TEXT NOT NULL,
        digest TEXT NOT NULL UNIQUE,
        fetched TEXT NOT NULL,
        bytes BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE blocks (
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        role TEXT NOT NULL,
        level INTEGER NOT NULL,
        text TEXT NOT NULL,
        element TEXT NOT NULL,
        address TEXT NOT NULL,
        codes TEXT NOT NULL,
        PRIMARY KEY (article, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE segments (
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        id INTEGER NOT NULL,
        block INTEGER NOT NULL,
        position INTEGER NOT NULL,
        source TEXT NOT NULL,
        gap TEXT NOT NULL,
        words INTEGER NOT NULL,
        target TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL DEFAULT 'initial',
        origin TEXT NOT NULL DEFAULT 'none',
        rate INTEGER,
        signature TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (article, id),
        FOREIGN KEY (article, block) REFERENCES blocks (article, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    # The library counts states and words, and shows headlines, without reading any text.
    "CREATE INDEX segments_by_state ON segments (article, state, words)",
    "CREATE INDEX blocks_by_role ON blocks (role, article, position)",
    """
    CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        segment INTEGER NOT NULL,
        at TEXT NOT NULL,
        action TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "CREATE INDEX journal_of_article ON journal (article, id)",
    """
    CREATE TABLE exports (
        path TEXT PRIMARY KEY,
        digest TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    f"PRAGMA application_id = {APPLICATION_ID}",
)

_VERSION_2 = (
    # Which page an article is from: the absolute path or the address, empty for a paste.
    "ALTER TABLE pages ADD COLUMN place TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE pages ADD COLUMN charset TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX pages_by_place ON pages (place)",
    # The highest numbers given so far: those of joined or dropped ones are never used again.
    "ALTER TABLE articles ADD COLUMN last_block INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE articles ADD COLUMN last_segment INTEGER NOT NULL DEFAULT 0",
    """
    UPDATE articles SET
        last_block = (SELECT coalesce(max(id), 0) FROM blocks WHERE article = articles.id),
        last_segment = (SELECT coalesce(max(id), 0) FROM segments WHERE article = articles.id)
    """,
)

_VERSION_3 = (
    # The memory: what a person confirmed, and what came with files. `article` and `segment` say
    # whose confirmation a unit is; `document` names where it came from otherwise. `key`, `before`
    # and `after` are keys of the source and its neighbours. Times are seconds since 1970 in UTC:
    # a million units in ISO 8601 would take 40 MB more.
    """
    CREATE TABLE units (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key INTEGER NOT NULL,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        codes TEXT NOT NULL,
        before INTEGER,
        after INTEGER,
        origin TEXT NOT NULL,
        author TEXT NOT NULL,
        article INTEGER REFERENCES articles (id) ON DELETE SET NULL,
        segment INTEGER,
        document TEXT NOT NULL,
        created INTEGER,
        changed INTEGER
    ) STRICT
    """,
    "CREATE INDEX units_by_key ON units (key)",
    "CREATE INDEX units_by_segment ON units (article, segment) WHERE article IS NOT NULL",
    # The index of the fuzzy search; see `desk.index`.
    "CREATE TABLE postings (id INTEGER PRIMARY KEY, units BLOB NOT NULL) STRICT",
    "CREATE TABLE unit_lengths (span INTEGER PRIMARY KEY, lengths BLOB NOT NULL) STRICT",
    # The index of the concordance. It holds no text of its own.
    """
    CREATE VIRTUAL TABLE unit_words USING fts5 (
        source, target, content = '', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
)

_VERSION_4 = (
    # The termbase of the desk, and its decisions on names. What the program ships is in neither.
    """
    CREATE TABLE terms (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        kind TEXT NOT NULL,
        part_of_speech TEXT NOT NULL,
        domain TEXT NOT NULL,
        note TEXT NOT NULL,
        decision TEXT NOT NULL,
        UNIQUE (source, target)
    ) STRICT
    """,
    """
    CREATE TABLE names (
        name TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        decision TEXT NOT NULL,
        forms TEXT NOT NULL,
        why TEXT NOT NULL,
        also TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    # Entries with the same number, in one article or several, are taken back together.
    "ALTER TABLE journal ADD COLUMN batch INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX journal_of_batch ON journal (batch) WHERE batch > 0",
)

_VERSION_5 = (
    # 0 for an article that is there; one that was deleted waits here, and the highest number comes
    # back first.
    "ALTER TABLE articles ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0",
    # What a person left beside a segment for the next one.
    "ALTER TABLE segments ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    # The history of a segment, and what can be done again: asked for while a person waits.
    "CREATE INDEX journal_of_segment ON journal (article, segment, id)",
    # Nothing that was taken back before there was a redo is ever done again.
    "UPDATE journal SET undone = 2 WHERE undone = 1",
    "CREATE INDEX journal_undone ON journal (article, id) WHERE undone = 1",
    # Open segments with the same English: the beginning parts nearly all of them.
    "CREATE INDEX segments_open ON segments (substr(source, 1, 24)) WHERE state = 'initial'",
    # Findings that a person let stand. `digest` is that of the rule, the source and the target.
    """
    CREATE TABLE ignored (
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        segment INTEGER NOT NULL,
        rule TEXT NOT NULL,
        digest TEXT NOT NULL,
        reason TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (article, segment, rule)
    ) STRICT, WITHOUT ROWID
    """,
    # What the checks last said of an article, for lists; `digest` is that of all it hangs on.
    """
    CREATE TABLE verdicts (
        article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        digest TEXT NOT NULL,
        segments INTEGER NOT NULL,
        clean INTEGER NOT NULL,
        errors INTEGER NOT NULL,
        warnings INTEGER NOT NULL
    ) STRICT
    """,
    # Pages that an update has replaced, and those that it brought: undo goes back to the former.
    """
    CREATE TABLE page_versions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        source TEXT NOT NULL,
        digest TEXT NOT NULL,
        fetched TEXT NOT NULL,
        bytes BLOB NOT NULL,
        place TEXT NOT NULL,
        charset TEXT NOT NULL,
        UNIQUE (article, digest)
    ) STRICT
    """,
    # The Spanish page's own part of its address; empty is made from the Spanish headline.
    "ALTER TABLE articles ADD COLUMN spanish_slug TEXT NOT NULL DEFAULT ''",
)

_VERSION_6 = (
    # The library tells drafts from what is empty: whose archive was pre-translated overnight sees
    # how far the machine came. Reading the texts of 5,000 articles for it would take 0.2 s.
    "CREATE INDEX segments_drafted ON segments (article) WHERE state = 'initial' AND target <> ''",
)

MEMORY_SINCE = 3
"""The first version with a memory. What an older desk has confirmed is entered when it is opened
(see `desk.following.adopt`)."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    _VERSION_1,
    _VERSION_2,
    _VERSION_3,
    _VERSION_4,
    _VERSION_5,
    _VERSION_6,
)
VERSION = len(MIGRATIONS)
