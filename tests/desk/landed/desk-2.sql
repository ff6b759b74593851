BEGIN;
PRAGMA application_id = 1701733747;
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
    , last_block INTEGER NOT NULL DEFAULT 0, last_segment INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE pages (
        article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        source TEXT NOT NULL,
        digest TEXT NOT NULL UNIQUE,
        fetched TEXT NOT NULL,
        bytes BLOB NOT NULL
    , place TEXT NOT NULL DEFAULT '', charset TEXT NOT NULL DEFAULT '') STRICT;
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
    ) STRICT, WITHOUT ROWID;
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
    ) STRICT, WITHOUT ROWID;
CREATE INDEX segments_by_state ON segments (article, state, words);
CREATE INDEX blocks_by_role ON blocks (role, article, position);
CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        segment INTEGER NOT NULL,
        at TEXT NOT NULL,
        action TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
CREATE INDEX journal_of_article ON journal (article, id);
CREATE TABLE exports (
        path TEXT PRIMARY KEY,
        digest TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
CREATE INDEX pages_by_place ON pages (place);
INSERT INTO articles (id, slug, author, published, reading_minutes, site, address, image, language, updated, edited, last_block, last_segment) VALUES (1, 'river-falls-to-its-lowest-level', 'Ada Brook', '2026-03-11', 2, '', '', '', 'en', '2026-11-25T22:59:11+00:00', '2026-11-25T22:59:11+00:00', 5, 5);
INSERT INTO pages (article, source, digest, fetched, bytes, place, charset) VALUES (1, 'river.txt', '5f5a8ed8f139be6df7cf8f4a91d3e4649961a98c82fd521c18d6f292b031a319', '2026-03-12T08:30:00+00:00', X'789C2BCA2C4B2D020006810229', '', '');
INSERT INTO blocks (article, id, position, role, level, text, element, address, codes) VALUES (1, 1, 0, 'paragraph', 0, 'Home', 'line 1', '', '');
INSERT INTO blocks (article, id, position, role, level, text, element, address, codes) VALUES (1, 2, 1, 'title', 0, 'River falls to its lowest level', 'line 2', '', '');
INSERT INTO blocks (article, id, position, role, level, text, element, address, codes) VALUES (1, 3, 2, 'byline', 0, 'By Ada Brook', 'line 3', '', '');
INSERT INTO blocks (article, id, position, role, level, text, element, address, codes) VALUES (1, 4, 3, 'paragraph', 0, 'The river fell on Monday. It is at <1>two meters</1> now.', 'line 4', '', '[[1, "a", [["href", "https://example.org/levels"]]]]');
INSERT INTO blocks (article, id, position, role, level, text, element, address, codes) VALUES (1, 5, 4, 'paragraph', 0, 'Nobody was hurt.', 'line 5', '', '');
INSERT INTO segments (article, id, block, position, source, gap, words, target, state, origin, rate, signature) VALUES (1, 1, 2, 1, 'River falls to its lowest level', '', 6, 'El río baja a su nivel más bajo', 'translated', 'human', NULL, '');
INSERT INTO segments (article, id, block, position, source, gap, words, target, state, origin, rate, signature) VALUES (1, 2, 4, 2, 'The river fell on Monday.', ' ', 5, 'El río bajó el lunes, ¿no?', 'initial', 'human', NULL, '');
INSERT INTO segments (article, id, block, position, source, gap, words, target, state, origin, rate, signature) VALUES (1, 3, 4, 3, 'It is at <1>two meters</1> now.', '', 6, 'Está ahora a <1>dos metros</1>.', 'translated', 'human', NULL, '');
INSERT INTO segments (article, id, block, position, source, gap, words, target, state, origin, rate, signature) VALUES (1, 4, 5, 4, 'Nobody was hurt.', '', 3, 'Nadie resultó herido.', 'initial', 'human', NULL, '');
INSERT INTO segments (article, id, block, position, source, gap, words, target, state, origin, rate, signature) VALUES (1, 5, 1, 0, 'Home', '', 1, '', 'initial', 'none', NULL, '');
INSERT INTO journal (id, article, segment, at, action, before, after, undone) VALUES (1, 1, 1, '2026-11-25T22:59:11+00:00', 'confirm', '["", "initial", "none", null, ""]', '["El río baja a su nivel más bajo", "translated", "human", null, ""]', 0);
INSERT INTO journal (id, article, segment, at, action, before, after, undone) VALUES (2, 1, 2, '2026-11-25T22:59:11+00:00', 'type', '["", "initial", "none", null, ""]', '["El río bajó el lunes, ¿no?", "initial", "human", null, ""]', 0);
INSERT INTO journal (id, article, segment, at, action, before, after, undone) VALUES (3, 1, 3, '2026-11-25T22:59:11+00:00', 'confirm', '["", "initial", "none", null, ""]', '["Está ahora a <1>dos metros</1>.", "translated", "human", null, ""]', 0);
INSERT INTO journal (id, article, segment, at, action, before, after, undone) VALUES (4, 1, 4, '2026-11-25T22:59:11+00:00', 'type', '["", "initial", "none", null, ""]', '["Nadie", "initial", "human", null, ""]', 1);
INSERT INTO journal (id, article, segment, at, action, before, after, undone) VALUES (5, 1, 4, '2026-11-25T22:59:11+00:00', 'undo', '["Nadie", "initial", "human", null, ""]', '["", "initial", "none", null, ""]', 0);
INSERT INTO journal (id, article, segment, at, action, before, after, undone) VALUES (6, 1, 4, '2026-11-25T22:59:11+00:00', 'type', '["", "initial", "none", null, ""]', '["Nadie resultó herido.", "initial", "human", null, ""]', 0);
INSERT INTO journal (id, article, segment, at, action, before, after, undone) VALUES (7, 1, 0, '2026-11-25T22:59:11+00:00', 'reshape', '{"blocks": [[1, "furniture", "Home", 0, "line 1", "", ""]], "segments": [], "words": [], "order": [1, 2, 3, 4, 5]}', '{"blocks": [[1, "paragraph", "Home", 0, "line 1", "", ""]], "segments": [[5, 1, "Home", "", "", "", "initial", "none", null, ""]], "words": [1], "order": [1, 2, 3, 4, 5]}', 0);
PRAGMA user_version = 2;
COMMIT;
