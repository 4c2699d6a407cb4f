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

-- The index of names; see register/names.rs. Made again with the rows that it is made from.
CREATE TABLE name_terms (
    text TEXT PRIMARY KEY,
    id   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- For two neighbouring units, the names that have them, by position.
CREATE TABLE name_pairs (
    id     INTEGER PRIMARY KEY,
    groups BLOB NOT NULL
) STRICT;

-- What the numbers of names lead to, 1,024 in a row: names to organisations.id, English names to
-- the number of their organisation's name.
CREATE TABLE name_numbers (
    id       INTEGER PRIMARY KEY,
    leads_to BLOB NOT NULL
) STRICT;
