-- Trust roots that this phone pinned, and the public files verified under them. They live here and
-- not in register.db: rebuilding the register must not remove rollback protection.

CREATE TABLE roots (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    sealed  BLOB NOT NULL
) STRICT;

-- `key` is a salted hash of trust root and name: the file does not say whose members live here.
CREATE TABLE public_files (
    key     TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    sealed  BLOB NOT NULL
) STRICT;
