-- The public registers on this phone, as a new file has them. A change here is a new version, and a
-- step in register/file.rs leads to it: a phone may update the app where there is no network.

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

-- Rows of signed tables. `id` is the leading 16 bits of SHA-256 of the row's key, then 16 bits that
-- tell rows apart: a bucket of the table's tree is one run of rows, and a key is found in a short
-- one without an index.
CREATE TABLE organisations (
    id        INTEGER PRIMARY KEY,
    register  INTEGER NOT NULL,
    uscc      TEXT NOT NULL,
    name      TEXT NOT NULL,
    name_en   TEXT,
    region_en TEXT NOT NULL,
    region_zh TEXT NOT NULL
) STRICT;

CREATE TABLE products (
    id       INTEGER PRIMARY KEY,
    register INTEGER NOT NULL,
    prefix   TEXT NOT NULL,
    uscc     TEXT NOT NULL
) STRICT;

CREATE TABLE listings (
    id       INTEGER PRIMARY KEY,
    register INTEGER NOT NULL,
    iss      TEXT NOT NULL,
    uscc     TEXT NOT NULL,
    list_id  TEXT NOT NULL,
    -- what the publisher has to grant, and the first day without it
    kind     TEXT NOT NULL,
    office   TEXT NOT NULL,
    ends_on  TEXT NOT NULL,
    -- the row as it is in the table
    row      TEXT NOT NULL
) STRICT;

-- The trees over signed tables, in parts of 64 buckets with the nodes above them; a change of rows
-- hashes their ways to the root and nothing else.
CREATE TABLE tree_parts (
    register INTEGER NOT NULL,
    -- which table, and of which list; empty for the publisher's own
    rows     TEXT NOT NULL,
    iss      TEXT NOT NULL,
    part     INTEGER NOT NULL,
    nodes    BLOB NOT NULL,
    PRIMARY KEY (register, rows, iss, part)
) STRICT;

-- The index of names; see register/names.rs.
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

-- Organisations whose names are not as the index has them: what they are called now; no name if
-- they are not found any more. Counted up with every change.
CREATE TABLE name_changes (
    id      INTEGER PRIMARY KEY,
    uscc    TEXT NOT NULL,
    name    TEXT,
    name_en TEXT
) STRICT;

CREATE TABLE name_edition (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    edition INTEGER NOT NULL
) STRICT;

INSERT INTO name_edition VALUES (1, 0);
