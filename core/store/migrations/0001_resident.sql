-- What one resident holds. In the clear: row ids, membership ids, sequence numbers, and a coarse
-- next time. Everything else is sealed (core/store/src/seal.rs); `version` counts a row's writes
-- and stands in the associated data of its seal.

CREATE TABLE vault (
    name    TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    sealed  BLOB NOT NULL
) STRICT;

CREATE TABLE memberships (
    id      TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    -- under the key `send`: what the queue needs in the background
    sending BLOB NOT NULL,
    -- under the key `read`: all of it, so that one damaged value costs nothing but a name
    reading BLOB NOT NULL
) STRICT;

CREATE TABLE heads (
    membership TEXT NOT NULL REFERENCES memberships (id),
    n          INTEGER NOT NULL,
    sealed     BLOB NOT NULL,
    PRIMARY KEY (membership, n)
) STRICT;

CREATE TABLE statements (
    membership TEXT NOT NULL REFERENCES memberships (id),
    n          INTEGER NOT NULL,
    -- what a list needs of it, sealed apart; empty as long as nothing is noted; before the document,
    -- so that SQLite reads none of its pages for it
    brief      BLOB NOT NULL DEFAULT x'',
    sealed     BLOB NOT NULL,
    PRIMARY KEY (membership, n)
) STRICT;

CREATE TABLE notices (
    membership TEXT NOT NULL REFERENCES memberships (id),
    n          INTEGER NOT NULL,
    brief      BLOB NOT NULL DEFAULT x'',
    sealed     BLOB NOT NULL,
    PRIMARY KEY (membership, n)
) STRICT;

CREATE TABLE receipts (
    membership TEXT NOT NULL REFERENCES memberships (id),
    n          INTEGER NOT NULL,
    brief      BLOB NOT NULL DEFAULT x'',
    sealed     BLOB NOT NULL,
    PRIMARY KEY (membership, n)
) STRICT;

-- Documents of these series that arrived and whose head was not matched yet.
CREATE TABLE provisional (
    membership TEXT NOT NULL REFERENCES memberships (id),
    series     TEXT NOT NULL,
    n          INTEGER NOT NULL,
    sealed     BLOB NOT NULL,
    PRIMARY KEY (membership, series, n)
) STRICT;

-- Both documents of a contradiction are kept. No membership: the alarm is about a trust root. `key`
-- is a salted hash of what it is about: one row for one contradiction, however often it is seen.
CREATE TABLE alarms (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    membership TEXT REFERENCES memberships (id),
    key        TEXT NOT NULL UNIQUE,
    version    INTEGER NOT NULL,
    -- without the documents
    brief      BLOB NOT NULL,
    sealed     BLOB NOT NULL
) STRICT;

CREATE TABLE access (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE queue (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    membership TEXT NOT NULL REFERENCES memberships (id),
    -- when it wants attention, rounded down to ten minutes; NULL: not before something happens
    next_at    INTEGER,
    version    INTEGER NOT NULL,
    brief      BLOB NOT NULL,
    sealed     BLOB NOT NULL
) STRICT;

CREATE INDEX queue_next ON queue (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX queue_membership ON queue (membership);

CREATE TABLE evidence (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    item   INTEGER NOT NULL REFERENCES queue (id),
    sealed BLOB NOT NULL
) STRICT;

CREATE INDEX evidence_item ON evidence (item);

CREATE TABLE evidence_chunks (
    evidence INTEGER NOT NULL REFERENCES evidence (id),
    n        INTEGER NOT NULL,
    sealed   BLOB NOT NULL,
    PRIMARY KEY (evidence, n)
) STRICT;

-- Trust roots that this phone pinned, and the public files verified under them. They live here and
-- not in register.db: rebuilding the register must not remove rollback protection.

CREATE TABLE roots (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    sealed  BLOB NOT NULL,
    -- the same once more: everything else rests on it
    copy    BLOB NOT NULL
) STRICT;

-- `key` is a salted hash of trust root and name: the file does not say whose members live here.
CREATE TABLE public_files (
    key     TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    sealed  BLOB NOT NULL,
    -- the same once more: everything else rests on it
    copy    BLOB NOT NULL
) STRICT;

-- Values that did not open, as they lay in the file. Nothing here is ever deleted or opened.
CREATE TABLE damaged (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    -- whose, if that is known
    membership TEXT,
    -- table and column, and the row's own name
    place      TEXT NOT NULL,
    row        TEXT NOT NULL,
    found_at   INTEGER NOT NULL,
    bytes      BLOB NOT NULL
) STRICT;

CREATE INDEX damaged_place ON damaged (place, row);
