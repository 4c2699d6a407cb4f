-- The public registers on this phone. Not migrated: a file of another version is made anew, and the
-- next sync fills it.

CREATE TABLE registers (
    id         INTEGER PRIMARY KEY,
    trust      TEXT NOT NULL UNIQUE,
    -- register/index.json as it was signed
    file       BLOB NOT NULL,
    good_until INTEGER NOT NULL,
    -- whether the person relies on it; resident.db decides
    relied     INTEGER NOT NULL DEFAULT 1,
    -- rows of its own tables that were not kept: their codes are no organisation's
    left_out   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE lists (
    register   INTEGER NOT NULL,
    iss        TEXT NOT NULL,
    -- lists/<iss>/index.json as it was signed
    file       BLOB NOT NULL,
    good_until INTEGER NOT NULL,
    -- what was granted when its rows were read
    granted    TEXT NOT NULL,
    left_out   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (register, iss)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisations (
    id        INTEGER PRIMARY KEY,
    register  INTEGER NOT NULL,
    uscc      TEXT NOT NULL,
    name      TEXT NOT NULL,
    name_en   TEXT,
    region_en TEXT NOT NULL,
    region_zh TEXT NOT NULL,
    UNIQUE (uscc, register)
) STRICT;

CREATE TABLE products (
    prefix   TEXT NOT NULL,
    register INTEGER NOT NULL,
    uscc     TEXT NOT NULL,
    PRIMARY KEY (prefix, register)
) STRICT, WITHOUT ROWID;

CREATE TABLE listings (
    uscc     TEXT NOT NULL,
    register INTEGER NOT NULL,
    iss      TEXT NOT NULL,
    list_id  TEXT NOT NULL,
    -- what the publisher has to grant, and the first day without it
    kind     TEXT NOT NULL,
    office   TEXT NOT NULL,
    ends_on  TEXT NOT NULL,
    -- the row as it is in the table
    row      TEXT NOT NULL,
    PRIMARY KEY (uscc, register, iss, list_id)
) STRICT, WITHOUT ROWID;

-- Which organisations have which pieces in their names; see search.rs for how names are cut.
-- The tokenizer takes every character beyond ASCII as part of a word, whatever Unicode SQLite knows.
CREATE VIRTUAL TABLE names USING fts5 (
    pieces, content='', detail=none, columnsize=0, tokenize='ascii'
);
