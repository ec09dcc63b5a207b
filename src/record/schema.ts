// The record's schema, as the steps that lead to it: migration n takes a record from `user_version` n - 1 to n.
// A step that was ever published stays as it is; what changes comes as a further step.

/** "HEAR" in ASCII: tells a record from any other SQLite file. */
export const APPLICATION_ID = 0x48454152

export const MIGRATIONS: readonly string[] = [
  `
  -- One row for each different sequence of bytes that was ever read.
  CREATE TABLE documents (
    number       INTEGER PRIMARY KEY,   -- in the order of arrival; all other tables refer to it
    id           TEXT NOT NULL,         -- the caller's id, otherwise the sha256
    sha256       TEXT NOT NULL UNIQUE,  -- of the bytes exactly as received, in hex
    origin       TEXT NOT NULL,         -- path, URL or feed entry it was first read from
    media_type   TEXT NOT NULL,         -- as sniffed: what the reader took it for
    received_at  TEXT NOT NULL,         -- when it was read first: ISO 8601, UTC
    retrieved_at TEXT,                  -- when it was fetched from its origin, where that is known
    reader       TEXT NOT NULL          -- version, model and settings behind everything below, as JSON
  ) STRICT;
  CREATE INDEX documents_id ON documents (id);

  -- The bytes as received, from which a newer reader can read everything again.
  CREATE TABLE raw (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    given    TEXT NOT NULL,             -- what the caller said of them (media type, id, ...), as JSON
    packing  TEXT NOT NULL CHECK (packing IN ('none', 'deflate')),
    bytes    BLOB NOT NULL
  ) STRICT;

  -- Every origin and id under which the same bytes arrived, the first one included.
  CREATE TABLE sightings (
    document    INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    origin      TEXT NOT NULL,
    id          TEXT NOT NULL,
    received_at TEXT NOT NULL,          -- the first time under this origin and id: ISO 8601, UTC
    PRIMARY KEY (document, origin, id)
  ) STRICT, WITHOUT ROWID;

  -- The whole reading, as schema/reading.json describes it; the tables below are drawn from it, for queries.
  CREATE TABLE readings (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    json     TEXT NOT NULL
  ) STRICT;

  CREATE TABLE warnings (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    code     TEXT NOT NULL,
    message  TEXT NOT NULL
  ) STRICT;
  CREATE INDEX warnings_document ON warnings (document);

  CREATE TABLE articles (
    document        INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    article         INTEGER NOT NULL,   -- its place in the document, from 1
    title           TEXT,
    outlet          TEXT,
    bylines         TEXT,               -- separated by "; "
    url             TEXT,
    dateline        TEXT,               -- the place that it names
    published       TEXT,               -- ISO date or instant
    published_basis TEXT,               -- metadata, dateline, text or given
    language        TEXT NOT NULL,      -- BCP 47
    PRIMARY KEY (document, article)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE blocks (
    number   INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    article  INTEGER NOT NULL,
    kind     TEXT NOT NULL,             -- title, heading, paragraph, caption, credit, quote, list, furniture
    start    INTEGER NOT NULL,          -- UTF-16 index into the document's text
    end      INTEGER NOT NULL,
    text     TEXT NOT NULL
  ) STRICT;
  CREATE INDEX blocks_document ON blocks (document);

  CREATE TABLE entities (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    id       TEXT NOT NULL,             -- unique in the document
    article  INTEGER NOT NULL,
    type     TEXT NOT NULL,             -- person, group, organisation, outlet, place, facility, weapon, document
    name     TEXT NOT NULL,             -- the fullest form in the article
    mentions INTEGER NOT NULL,          -- how many
    PRIMARY KEY (document, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entities_name ON entities (name);

  CREATE TABLE statements (
    number      INTEGER PRIMARY KEY,
    document    INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    article     INTEGER NOT NULL,
    id          TEXT NOT NULL,          -- unique in the document
    source      TEXT,                   -- the entity's name, otherwise the words used; null where the text names nobody
    source_text TEXT,                   -- the words used: "he"
    source_kind TEXT,                   -- person, group, organisation, outlet, document, unknown
    named       INTEGER NOT NULL,       -- 1: by name; 0: "a source close to ...", or nobody
    relay       TEXT,                   -- names it came through, separated by "; "
    cue         TEXT NOT NULL,          -- "said"
    content     TEXT NOT NULL,          -- what is said; parts that are apart are joined by " ... "
    manner      TEXT NOT NULL,          -- direct, indirect, mixed
    stance      TEXT NOT NULL,          -- asserts, denies, doubts, believes, predicts, intends, demands, asks
    within      TEXT,                   -- id of the statement that this one is nested in
    start       INTEGER NOT NULL,       -- from the first word of source, cue and content ...
    end         INTEGER NOT NULL,       -- ... to the last, as UTF-16 indices into the document's text
    passage     TEXT NOT NULL,          -- what stands there
    UNIQUE (document, id)
  ) STRICT;
  CREATE INDEX statements_source ON statements (source);

  -- Full text: the words of every block that is no furniture, and of what was said.
  CREATE VIEW searchable_blocks AS SELECT number, text FROM blocks WHERE kind <> 'furniture';
  CREATE VIRTUAL TABLE blocks_text USING fts5 (
    text, content = 'searchable_blocks', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
  );
  CREATE TRIGGER blocks_text_insert AFTER INSERT ON blocks WHEN new.kind <> 'furniture' BEGIN
    INSERT INTO blocks_text (rowid, text) VALUES (new.number, new.text);
  END;
  CREATE TRIGGER blocks_text_delete AFTER DELETE ON blocks WHEN old.kind <> 'furniture' BEGIN
    INSERT INTO blocks_text (blocks_text, rowid, text) VALUES ('delete', old.number, old.text);
  END;

  CREATE VIRTUAL TABLE statements_text USING fts5 (
    source, content, content = 'statements', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
  );
  CREATE TRIGGER statements_text_insert AFTER INSERT ON statements BEGIN
    INSERT INTO statements_text (rowid, source, content) VALUES (new.number, new.source, new.content);
  END;
  CREATE TRIGGER statements_text_delete AFTER DELETE ON statements BEGIN
    INSERT INTO statements_text (statements_text, rowid, source, content)
    VALUES ('delete', old.number, old.source, old.content);
  END;
  `,
  `
  -- What the readings say together. Worked out anew when a reading came, went or changed: nothing here is anybody's decision.
  CREATE TABLE incidents (
    id        TEXT PRIMARY KEY,
    type      TEXT NOT NULL,            -- PLOVER category
    mode      TEXT,
    start     TEXT,                     -- first and last day, ISO 8601
    end       TEXT,
    place     TEXT,
    country   TEXT,                     -- ISO 3166-1 alpha-2
    lat       REAL,
    lon       REAL,
    accounts  INTEGER NOT NULL,         -- how many
    origins   INTEGER NOT NULL,         -- how many of them are independent
    telling   INTEGER NOT NULL,         -- 1: more than a word in passing
    unnamed   INTEGER NOT NULL,         -- 1: no account has an origin that is named
    disputed  TEXT,                     -- names of the aspects in dispute, separated by "; "
    grade     TEXT NOT NULL,            -- 1 to 6, Admiralty code
    json      TEXT NOT NULL             -- the whole incident, as schema/incident.json describes it
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX incidents_start ON incidents (start, id);

  CREATE TABLE incident_accounts (
    incident TEXT NOT NULL REFERENCES incidents ON DELETE CASCADE,
    account  INTEGER NOT NULL,          -- its place among them, from 0
    document TEXT NOT NULL,             -- its id
    article  INTEGER NOT NULL,
    event    TEXT NOT NULL,
    origin   TEXT NOT NULL,
    origin_kind TEXT NOT NULL,          -- named, unnamed, voice
    PRIMARY KEY (incident, account)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX incident_accounts_document ON incident_accounts (document);
  CREATE INDEX incident_accounts_origin ON incident_accounts (origin);

  -- One row: whether the incidents are those of the readings there are now.
  CREATE TABLE incidents_state (fresh INTEGER NOT NULL) STRICT;
  INSERT INTO incidents_state VALUES (0);
  CREATE TRIGGER incidents_stale_insert AFTER INSERT ON readings BEGIN UPDATE incidents_state SET fresh = 0; END;
  CREATE TRIGGER incidents_stale_update AFTER UPDATE ON readings BEGIN UPDATE incidents_state SET fresh = 0; END;
  CREATE TRIGGER incidents_stale_delete AFTER DELETE ON readings BEGIN UPDATE incidents_state SET fresh = 0; END;

  -- How reliable the user holds an outlet or a source: A to E by the Admiralty code; whoever is not here is F, cannot be judged.
  CREATE TABLE reliability (
    name     TEXT PRIMARY KEY,
    grade    TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D', 'E', 'F')),
    why      TEXT,
    set_at   TEXT NOT NULL              -- ISO 8601, UTC
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What was done to the record, in order, by whom: only ever added to. Each entry holds the hash of the one before (log.ts).
  CREATE TABLE log (
    number   INTEGER PRIMARY KEY,       -- 1, 2, 3, ... without a gap
    at       TEXT NOT NULL,             -- ISO 8601, UTC
    who      TEXT NOT NULL,             -- a person's name, or "hearsay 0.1.0" for what the program did by itself
    what     TEXT NOT NULL,             -- what was done, in a word
    about    TEXT NOT NULL,             -- to what: a document's sha256, a source's name, ...
    detail   TEXT NOT NULL,             -- the rest, as JSON
    previous TEXT NOT NULL,             -- hash of the entry before; 64 zeros in the first
    hash     TEXT NOT NULL UNIQUE       -- SHA-256 of all of the above, in hex
  ) STRICT;
  CREATE INDEX log_about ON log (about);
  CREATE TRIGGER log_stays_update BEFORE UPDATE ON log BEGIN SELECT raise(ABORT, 'the log is only added to'); END;
  CREATE TRIGGER log_stays_delete BEFORE DELETE ON log BEGIN SELECT raise(ABORT, 'the log is only added to'); END;
  `,
  `
  -- What reconciling keeps between reports (src/reconciling/shelf.ts), so that a new one changes only the incidents that it touches.
  CREATE TABLE tellings (
    key      TEXT PRIMARY KEY,          -- of its first mention
    document TEXT NOT NULL,             -- its id
    json     TEXT NOT NULL,             -- its mentions
    day      INTEGER NOT NULL,          -- the two orders in which blocks look for neighbours
    words    INTEGER NOT NULL,
    incident TEXT                       -- that it belongs to; null while it is not settled
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tellings_document ON tellings (document);

  CREATE TABLE telling_blocks (
    block TEXT NOT NULL,
    key   TEXT NOT NULL,
    PRIMARY KEY (block, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX telling_blocks_key ON telling_blocks (key);

  CREATE TABLE threads (                -- two tellings that may be of one event
    one    TEXT NOT NULL,
    other  TEXT NOT NULL,
    score  REAL NOT NULL,
    blocks INTEGER NOT NULL,            -- in how many blocks they are neighbours
    PRIMARY KEY (one, other)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX threads_other ON threads (other);

  CREATE TABLE shingles (               -- what tells reprints
    article  TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    numbers  BLOB NOT NULL              -- 32 bits each
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX shingles_document ON shingles (document);

  -- Which reading of each document is the present one, and which one the shelf has: where they differ, there is something to do.
  CREATE TABLE reading_versions (
    document INTEGER PRIMARY KEY,
    version  INTEGER NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE shelved (
    document INTEGER PRIMARY KEY,
    id       TEXT NOT NULL,             -- under which the shelf has it
    version  INTEGER NOT NULL
  ) STRICT;
  INSERT INTO reading_versions SELECT document, document FROM readings;
  CREATE TRIGGER reading_versions_insert AFTER INSERT ON readings BEGIN
    INSERT OR REPLACE INTO reading_versions SELECT new.document, coalesce(max(version), 0) + 1 FROM reading_versions;
  END;
  CREATE TRIGGER reading_versions_update AFTER UPDATE ON readings BEGIN
    INSERT OR REPLACE INTO reading_versions SELECT new.document, coalesce(max(version), 0) + 1 FROM reading_versions;
  END;
  CREATE TRIGGER reading_versions_delete AFTER DELETE ON readings BEGIN
    DELETE FROM reading_versions WHERE document = old.document;
  END;

  -- One row: which program's shelf it is, null while it is empty or half filled; and who is filling it.
  CREATE TABLE shelf_state (reconciler TEXT, filler TEXT) STRICT;
  INSERT INTO shelf_state VALUES (NULL, NULL);
  UPDATE incidents_state SET fresh = 0;
  `,
  `
  -- Events and places that the reader was least sure of, for people to look at; what they decided on is not here.
  CREATE TABLE doubts (
    document   INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    article    INTEGER NOT NULL,
    kind       TEXT NOT NULL,             -- event, place
    id         TEXT NOT NULL,             -- of the event or entity
    confidence REAL NOT NULL,             -- below 0.5
    PRIMARY KEY (document, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX doubts_confidence ON doubts (confidence, document, id);
  INSERT INTO doubts
    SELECT document, article.key + 1, 'event', event.value ->> 'id', event.value ->> 'confidence'
    FROM readings, json_each(readings.json, '$.articles') AS article, json_each(article.value, '$.events') AS event
    WHERE event.value ->> 'confidence' < 0.5;
  INSERT INTO doubts
    SELECT document, article.key + 1, 'place', entity.value ->> 'id', entity.value ->> '$.place.confidence'
    FROM readings, json_each(readings.json, '$.articles') AS article, json_each(article.value, '$.entities') AS entity
    WHERE entity.value ->> '$.place.confidence' < 0.5;
  `,
  `
  -- People's decisions are few among all that a log tells.
  CREATE INDEX log_what ON log (what, number);
  `,
  `
  -- What the reading says happened, and what in it is worth noticing.
  CREATE TABLE events (
    document  INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    id        TEXT NOT NULL,            -- unique in the document
    article   INTEGER NOT NULL,
    type      TEXT NOT NULL,            -- PLOVER category
    mode      TEXT,
    status    TEXT NOT NULL,            -- actual, denied, possible, planned, demanded, hypothetical
    statement TEXT,                     -- id of the statement that tells of it; null where the reporter does
    PRIMARY KEY (document, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE signals (
    document  INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    article   INTEGER NOT NULL,
    code      TEXT NOT NULL,            -- unnamed-source, interested-source, hearsay, ...
    statement TEXT,                     -- ids of what it is about
    event     TEXT
  ) STRICT;
  CREATE INDEX signals_document ON signals (document);
  INSERT INTO events
    SELECT r.document, e.value ->> 'id', a.key + 1, e.value ->> 'type', e.value ->> 'mode', e.value ->> 'status', e.value ->> 'statement'
    FROM readings r, json_each(r.json, '$.articles') a, json_each(a.value, '$.events') e;
  INSERT INTO signals
    SELECT r.document, a.key + 1, g.value ->> 'code', g.value ->> 'statement', g.value ->> 'event'
    FROM readings r, json_each(r.json, '$.articles') a, json_each(a.value, '$.signals') g;
  `,
]
