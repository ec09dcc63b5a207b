// Tables of what came in: documents, their bytes, where they were seen, what stood at an address, and their readings.

export const DOCUMENTS = `
  -- One row for each different sequence of bytes that was ever read.
  CREATE TABLE documents (
    number       INTEGER PRIMARY KEY,   -- in the order of arrival; other tables refer to it
    id           TEXT NOT NULL,         -- the caller's id, otherwise the sha256
    sha256       TEXT NOT NULL UNIQUE,  -- of the bytes exactly as received, in hex
    origin       TEXT NOT NULL,         -- path, URL or feed entry it was first read from
    media_type   TEXT NOT NULL,         -- as sniffed by the reader
    received_at  TEXT NOT NULL,         -- when it was read first: ISO 8601, UTC
    retrieved_at TEXT,                  -- when it was fetched from its origin, if that is known
    reader       TEXT NOT NULL          -- version, model and settings behind its reading, as JSON
  ) STRICT;
  CREATE INDEX documents_id ON documents (id);

  -- The bytes as received: a newer reader reads them again.
  CREATE TABLE raw (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    given    TEXT NOT NULL,             -- what the caller said of them (media type, id, ...), as JSON
    packing  TEXT NOT NULL CHECK (packing IN ('none', 'deflate')), -- of the bytes here
    bytes    BLOB NOT NULL              -- packed so
  ) STRICT;

  -- Every origin and id under which the same bytes arrived, the first one included.
  CREATE TABLE sightings (
    document    INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    origin      TEXT NOT NULL,          -- path, URL or feed entry
    id          TEXT NOT NULL,          -- the caller's, otherwise the sha256
    received_at TEXT NOT NULL,          -- the first time under this origin and id: ISO 8601, UTC
    PRIMARY KEY (document, origin, id)
  ) STRICT, WITHOUT ROWID;

  -- What stood at a web address, or in a watched file: a row each time that it had become another document.
  CREATE TABLE versions (
    number      INTEGER PRIMARY KEY,    -- in the order in which they were found
    address     TEXT NOT NULL,          -- web address or path
    document    INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    received_at TEXT NOT NULL,          -- when it was found: ISO 8601, UTC
    announced   INTEGER NOT NULL        -- 0: hearsay watch found it, and has yet to say so
  ) STRICT;
  CREATE INDEX versions_address ON versions (address, number);
  CREATE INDEX versions_document ON versions (document);
  CREATE INDEX versions_unannounced ON versions (number) WHERE announced = 0;

  -- The whole reading, as the reader read it. The tables of rows are drawn from what people's decisions left of it.
  CREATE TABLE readings (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    json     TEXT NOT NULL              -- as schema/reading.json describes it
  ) STRICT;
`
