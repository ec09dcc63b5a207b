// Tables of what `hearsay watch` looks at, and where each of it stands: after a stop or a crash it goes on from here.

export const WATCHING = `
  CREATE TABLE watched (
    address       TEXT PRIMARY KEY,     -- web address or path; for what was seen in a folder, "file:" and its path
    role          TEXT NOT NULL CHECK (role IN ('source', 'article', 'file')), -- asked on and on; asked again a few times; seen in a folder
    host          TEXT,                 -- null if it is no web address
    version_from  TEXT,                 -- the address that gave the following two: only that one is sent them
    etag          TEXT,                 -- the server's name for its version; for a file, its size and time of change
    last_modified TEXT,                 -- as the server said
    answers       INTEGER NOT NULL,     -- how often it has answered
    failures      INTEGER NOT NULL,     -- how often in a row it has not
    asked_at      TEXT,                 -- the last time: ISO 8601, UTC
    due_at        TEXT                  -- the next time; null: never again
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX watched_due ON watched (due_at) WHERE due_at IS NOT NULL;

  -- Why something is watched: a feed may stand in several lists, an article in several feeds.
  CREATE TABLE watched_for (
    address  TEXT NOT NULL REFERENCES watched ON DELETE CASCADE,
    found_in TEXT NOT NULL,             -- the list or feed that names it; "" if the user does
    role     TEXT NOT NULL,             -- as in watched
    PRIMARY KEY (address, found_in)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX watched_for_sources ON watched_for (found_in) WHERE role = 'source';
`
