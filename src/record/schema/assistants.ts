// The table of secrets by which an assistant may read the record as a person does. Like the people, it is in no export, archive or dossier.

export const ASSISTANTS = `
  CREATE TABLE assistants (
    person   TEXT PRIMARY KEY REFERENCES people ON DELETE CASCADE, -- its key: an assistant may read as long as its person may
    secret   TEXT NOT NULL UNIQUE,      -- SHA-256 of the secret, in hexadecimal digits; the secret itself is shown once and not kept
    added_at TEXT NOT NULL              -- ISO 8601, UTC
  ) STRICT, WITHOUT ROWID;
`
