// How far each person has looked through the log. Like who may sign in, it is in no export or archive, and no entry of the log.

export const SEEN = `
  CREATE TABLE seen (
    person TEXT PRIMARY KEY,            -- the name as names are compared
    log    INTEGER NOT NULL,            -- number of the last entry of the log that they have seen
    at     TEXT NOT NULL                -- when they said so: ISO 8601, UTC
  ) STRICT, WITHOUT ROWID;
`
