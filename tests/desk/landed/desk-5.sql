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
    , last_block INTEGER NOT NULL DEFAULT 0, last_segment INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0, spanish_slug TEXT NOT NULL DEFAULT '') STRICT
    ;
CREATE TABLE pages (
        article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        source TEXT NOT NULL,
        digest TEXT NOT NULL UNIQUE,
        fetched TEXT NOT NULL,
        bytes BLOB NOT NULL
    , place TEXT NOT NULL DEFAULT '', charset TEXT NOT NULL DEFAULT '') STRICT
    ;
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
    ;
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
        signature TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (article, id),
        FOREIGN KEY (article, block) REFERENCES blocks (article, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    ;
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
    , batch INTEGER NOT NULL DEFAULT 0) STRICT
    ;
CREATE INDEX journal_of_article ON journal (article, id);
CREATE TABLE exports (
        path TEXT PRIMARY KEY,
        digest TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
CREATE INDEX pages_by_place ON pages (place);
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
    ;
CREATE INDEX units_by_key ON units (key);
CREATE INDEX units_by_segment ON units (article, segment) WHERE article IS NOT NULL;
CREATE TABLE postings (id INTEGER PRIMARY KEY, units BLOB NOT NULL) STRICT;
CREATE TABLE unit_lengths (span INTEGER PRIMARY KEY, lengths BLOB NOT NULL) STRICT;
CREATE VIRTUAL TABLE unit_words USING fts5 (
        source, target, content = '', tokenize = 'unicode61 remove_diacritics 2'
    );
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
    ;
CREATE TABLE names (
        name TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        decision TEXT NOT NULL,
        forms TEXT NOT NULL,
        why TEXT NOT NULL,
        also TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
CREATE INDEX journal_of_batch ON journal (batch) WHERE batch > 0;
CREATE INDEX journal_of_segment ON journal (article, segment, id);
CREATE INDEX journal_undone ON journal (article, id) WHERE undone = 1;
CREATE INDEX segments_open ON segments (substr(source, 1, 24)) WHERE state = 'initial';
CREATE TABLE ignored (
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        segment INTEGER NOT NULL,
        rule TEXT NOT NULL,
        digest TEXT NOT NULL,
        reason TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (article, segment, rule)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE verdicts (
        article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        digest TEXT NOT NULL,
        segments INTEGER NOT NULL,
        clean INTEGER NOT NULL,
        errors INTEGER NOT NULL,
        warnings INTEGER NOT NULL
    ) STRICT
    ;
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
    ;
INSERT INTO articles (id, slug, author, published, reading_minutes, site, address, image, language, updated, edited, last_block, last_segment, deleted, spanish_slug) VALUES (1, 'river-falls-to-its-lowest-level', 'Ada Brook', '2026-03-11', 2, '', '', '', 'en', '2026-11-26T04:56:38+00:00', '2026-11-26T04:56:38+00:00', 5, 5, 0, '');
INSERT INTO pages (article, source, digest, fetched, bytes, place, charset) VALUES (1, 'river.txt', '5f5a8ed8f139be6df7cf8f4a91d3e4649961a98c82fd521c18d6f292b031a319', '2026-03-12T08:30:00+00:00', X'789C2BCA2C4B2D020006810229', '', '');
INSERT INTO blocks (article, id, position, role, level, text, element, address, codes) VALUES (1, 1, 0, 'paragraph', 0, 'Home', 'line 1', '', '');
INSERT INTO blocks (article, id, position, role, level, text, element, address, codes) VALUES (1, 2, 1, 'title', 0, 'River falls to its lowest level', 'line 2', '', '');
INSERT INTO blocks (article, id, position, role, level, text, element, address, codes) VALUES (1, 3, 2, 'byline', 0, 'By Ada Brook', 'line 3', '', '');
INSERT INTO blocks (article, id, position, role, level, text, element, address, codes) VALUES (1, 4, 3, 'paragraph', 0, 'The river fell on Monday. It is at <1>two meters</1> now.', 'line 4', '', '[[1, "a", [["href", "https://example.org/levels"]]]]');
INSERT INTO blocks (article, id, position, role, level, text, element, address, codes) VALUES (1, 5, 4, 'paragraph', 0, 'Nobody was hurt.', 'line 5', '', '');
INSERT INTO segments (article, id, block, position, source, gap, words, target, state, origin, rate, signature, note) VALUES (1, 1, 2, 1, 'River falls to its lowest level', '', 6, 'El río baja a su nivel más bajo', 'translated', 'human', NULL, '', '');
INSERT INTO segments (article, id, block, position, source, gap, words, target, state, origin, rate, signature, note) VALUES (1, 2, 4, 2, 'The river fell on Monday.', ' ', 5, 'El río bajó el lunes, ¿no?', 'initial', 'human', NULL, '', '');
INSERT INTO segments (article, id, block, position, source, gap, words, target, state, origin, rate, signature, note) VALUES (1, 3, 4, 3, 'It is at <1>two meters</1> now.', '', 6, 'Está ahora a <1>dos metros</1>.', 'translated', 'human', NULL, '', '');
INSERT INTO segments (article, id, block, position, source, gap, words, target, state, origin, rate, signature, note) VALUES (1, 4, 5, 4, 'Nobody was hurt.', '', 3, 'Nadie resultó herido.', 'initial', 'human', NULL, '', '');
INSERT INTO segments (article, id, block, position, source, gap, words, target, state, origin, rate, signature, note) VALUES (1, 5, 1, 0, 'Home', '', 1, '', 'initial', 'none', NULL, '', '');
INSERT INTO journal (id, article, segment, at, action, before, after, undone, batch) VALUES (1, 1, 1, '2026-11-26T04:56:38+00:00', 'confirm', '["", "initial", "none", null, ""]', '["El río baja a su nivel más bajo", "translated", "human", null, ""]', 0, 0);
INSERT INTO journal (id, article, segment, at, action, before, after, undone, batch) VALUES (2, 1, 2, '2026-11-26T04:56:38+00:00', 'type', '["", "initial", "none", null, ""]', '["El río bajó el lunes, ¿no?", "initial", "human", null, ""]', 0, 0);
INSERT INTO journal (id, article, segment, at, action, before, after, undone, batch) VALUES (3, 1, 3, '2026-11-26T04:56:38+00:00', 'confirm', '["", "initial", "none", null, ""]', '["Está ahora a <1>dos metros</1>.", "translated", "human", null, ""]', 0, 0);
INSERT INTO journal (id, article, segment, at, action, before, after, undone, batch) VALUES (4, 1, 4, '2026-11-26T04:56:38+00:00', 'type', '["", "initial", "none", null, ""]', '["Nadie", "initial", "human", null, ""]', 2, 0);
INSERT INTO journal (id, article, segment, at, action, before, after, undone, batch) VALUES (5, 1, 4, '2026-11-26T04:56:38+00:00', 'undo', '["Nadie", "initial", "human", null, ""]', '["", "initial", "none", null, ""]', 0, 0);
INSERT INTO journal (id, article, segment, at, action, before, after, undone, batch) VALUES (6, 1, 4, '2026-11-26T04:56:38+00:00', 'type', '["", "initial", "none", null, ""]', '["Nadie resultó herido.", "initial", "human", null, ""]', 0, 0);
INSERT INTO journal (id, article, segment, at, action, before, after, undone, batch) VALUES (7, 1, 0, '2026-11-26T04:56:38+00:00', 'reshape', '{"blocks": [[1, "furniture", "Home", 0, "line 1", "", ""]], "segments": [], "words": [], "order": [1, 2, 3, 4, 5]}', '{"blocks": [[1, "paragraph", "Home", 0, "line 1", "", ""]], "segments": [[5, 1, "Home", "", "", "", "initial", "none", null, "", ""]], "words": [1], "order": [1, 2, 3, 4, 5]}', 0, 0);
INSERT INTO units (id, key, source, target, codes, before, after, origin, author, article, segment, document, created, changed) VALUES (1, 2137458128506625774, 'River falls to its lowest level', 'El río baja a su nivel más bajo', '', 0, 7119121984895792048, 'human', '', 1, 1, '', 1795668998, 1795668998);
INSERT INTO units (id, key, source, target, codes, before, after, origin, author, article, segment, document, created, changed) VALUES (2, -4562462403818693350, 'It is at <1>two meters</1> now.', 'Está ahora a <1>dos metros</1>.', '[[1, "a", []]]', 7119121984895792048, 3606938934042410756, 'human', '', 1, 3, '', 1795668998, 1795668998);
INSERT INTO postings (id, units) VALUES (19561603006464, X'0200');
INSERT INTO postings (id, units) VALUES (20082528813056, X'0100');
INSERT INTO postings (id, units) VALUES (46446865285120, X'0200');
INSERT INTO postings (id, units) VALUES (63877803474944, X'0100');
INSERT INTO postings (id, units) VALUES (66979521560576, X'0200');
INSERT INTO postings (id, units) VALUES (68274962300928, X'0100');
INSERT INTO postings (id, units) VALUES (82513807998976, X'0200');
INSERT INTO postings (id, units) VALUES (116926143266816, X'0200');
INSERT INTO postings (id, units) VALUES (159483624882176, X'0200');
INSERT INTO postings (id, units) VALUES (170333236822016, X'0100');
INSERT INTO postings (id, units) VALUES (178732768952320, X'0200');
INSERT INTO postings (id, units) VALUES (236978356617216, X'0100');
INSERT INTO postings (id, units) VALUES (270357037252608, X'0100');
INSERT INTO unit_lengths (span, lengths) VALUES (0, CAST(X'000608' || zeroblob(32765) AS BLOB));
INSERT INTO sqlite_sequence (name, seq) VALUES ('units', 2);
DELETE FROM unit_words_data;
INSERT INTO unit_words_data (id, block) VALUES (1, X'020C0D');
INSERT INTO unit_words_data (id, block) VALUES (10, X'000000000102020002010101020101');
INSERT INTO unit_words_data (id, block) VALUES (137438953473, X'000000860230610106010105010462616A61010601010404016F01060101090102656C0106010102010566616C6C73010203010369747301020501056C6576656C01020702056F7765737401020601036D6173010601010801056E6976656C0106010107010372696F010601010303037665720102020102737501060101060102746F01020404080B08090A080A0A0A0C0A0809');
INSERT INTO unit_words_data (id, block) VALUES (274877906945, X'0000006402306102060101040204686F726102060101030201740202040103646F73020601010501046573746102060101020102697302020302017402020201066D65746572730202060403726F73020601010601036E6F77020207010374776F02020504080B060A0B07060B0A08');
DELETE FROM unit_words_idx;
INSERT INTO unit_words_idx (segid, term, pgno) VALUES (1, X'', 2);
INSERT INTO unit_words_idx (segid, term, pgno) VALUES (2, X'', 2);
DELETE FROM unit_words_docsize;
INSERT INTO unit_words_docsize (id, sz) VALUES (1, X'0608');
INSERT INTO unit_words_docsize (id, sz) VALUES (2, X'0605');
DELETE FROM unit_words_config;
INSERT INTO unit_words_config (k, v) VALUES ('version', 4);
PRAGMA user_version = 5;
COMMIT;
