// Tables of what was done to the record, and of how reliable people hold sources.

export const CUSTODY = `
  -- Everything that was done to the record, in order; only ever added to. Each entry holds the hash of the one before (custody/log.ts).
  CREATE TABLE log (
    number   INTEGER PRIMARY KEY,       -- 1, 2, 3, ... without a gap
    at       TEXT NOT NULL,             -- ISO 8601, UTC
    who      TEXT NOT NULL,             -- a person's name, or "hearsay 0.2.0" for what the program did by itself
    what     TEXT NOT NULL,             -- what was done, in a word
    about    TEXT NOT NULL,             -- to what: a document's sha256, a source's name, ...
    detail   TEXT NOT NULL,             -- the rest, as JSON
    previous TEXT NOT NULL,             -- hash of the entry before; 64 zeros in the first
    hash     TEXT NOT NULL UNIQUE       -- SHA-256 of all of the above, in hex
  ) STRICT;
  CREATE INDEX log_about ON log (about);
  CREATE INDEX log_what ON log (what, number);
  CREATE TRIGGER log_stays_update BEFORE UPDATE ON log BEGIN SELECT raise(ABORT, 'the log is only added to'); END;
  CREATE TRIGGER log_stays_delete BEFORE DELETE ON log BEGIN SELECT raise(ABORT, 'the log is only added to'); END;

  -- How reliable the user holds an outlet or a source; one that is not here is F, cannot be judged.
  CREATE TABLE reliability (
    name     TEXT PRIMARY KEY,          -- of the outlet or source
    grade    TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D', 'E', 'F')), -- Admiralty code
    why      TEXT,                      -- the user's reason
    set_at   TEXT NOT NULL              -- ISO 8601, UTC
  ) STRICT, WITHOUT ROWID;
`
