// The table of those who may sign in. It is in no export, archive or dossier: the log names who decided, which is all that a record says of people.

export const PEOPLE = `
  CREATE TABLE people (
    key      TEXT PRIMARY KEY,          -- the name as names are compared: NFKC, in lower case, with single spaces
    name     TEXT NOT NULL,             -- as the log writes it
    role     TEXT NOT NULL CHECK (role IN ('reader', 'reviewer', 'owner')),
    password TEXT NOT NULL,             -- salt and hash, never the password itself (people/password.ts)
    added_at TEXT NOT NULL              -- ISO 8601, UTC
  ) STRICT, WITHOUT ROWID;
`
