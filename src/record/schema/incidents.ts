// Tables of what the readings say together, and of the match store that reconciling keeps. Nothing here is anybody's decision: all of it
// can be worked out again.

export const INCIDENTS = `
  CREATE TABLE incidents (
    id          TEXT PRIMARY KEY,
    type        TEXT NOT NULL,          -- PLOVER category
    mode        TEXT,                   -- of that category
    start       TEXT,                   -- first and last day, ISO 8601
    end         TEXT,
    place       TEXT,                   -- its name
    country     TEXT,                   -- ISO 3166-1 alpha-2
    lat         REAL,                   -- degrees, WGS 84
    lon         REAL,
    accounts    INTEGER NOT NULL,       -- how many
    origins     INTEGER NOT NULL,       -- how many of them are independent
    substantial INTEGER NOT NULL,       -- 1: lists show it unasked
    unnamed     INTEGER NOT NULL,       -- 1: no account has an origin that is named
    disputed    TEXT,                   -- names of the aspects in dispute, separated by "; "
    grade       TEXT NOT NULL,          -- 1 to 6, Admiralty code
    json        TEXT NOT NULL           -- the whole incident, as schema/incident.json describes it
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX incidents_start ON incidents (start, id);

  CREATE TABLE incident_accounts (
    incident    TEXT NOT NULL REFERENCES incidents ON DELETE CASCADE,
    account     INTEGER NOT NULL,       -- its place among them, from 0
    document    TEXT NOT NULL,          -- its id
    article     INTEGER NOT NULL,       -- its place in the document, from 1
    event       TEXT NOT NULL,          -- id of the first of its mentions
    origin      TEXT NOT NULL,          -- whom it rests on in the end
    origin_kind TEXT NOT NULL,          -- named, unnamed, voice
    PRIMARY KEY (incident, account)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX incident_accounts_document ON incident_accounts (document);
  CREATE INDEX incident_accounts_origin ON incident_accounts (origin);

  -- One row.
  CREATE TABLE incidents_state (
    fresh INTEGER NOT NULL              -- 1: the incidents are those of the present readings
  ) STRICT;
  INSERT INTO incidents_state VALUES (0);
  CREATE TRIGGER incidents_stale_insert AFTER INSERT ON readings BEGIN UPDATE incidents_state SET fresh = 0; END;
  CREATE TRIGGER incidents_stale_update AFTER UPDATE ON readings BEGIN UPDATE incidents_state SET fresh = 0; END;
  CREATE TRIGGER incidents_stale_delete AFTER DELETE ON readings BEGIN UPDATE incidents_state SET fresh = 0; END;

  -- Counts the changes of each document's reading: compared with matched_readings, it says what reconciling has yet to do.
  CREATE TABLE reading_versions (
    document INTEGER PRIMARY KEY,       -- its number
    version  INTEGER NOT NULL UNIQUE    -- grows over all documents
  ) STRICT;
  CREATE TRIGGER reading_versions_insert AFTER INSERT ON readings BEGIN
    INSERT OR REPLACE INTO reading_versions SELECT new.document, coalesce(max(version), 0) + 1 FROM reading_versions;
  END;
  CREATE TRIGGER reading_versions_update AFTER UPDATE ON readings BEGIN
    INSERT OR REPLACE INTO reading_versions SELECT new.document, coalesce(max(version), 0) + 1 FROM reading_versions;
  END;
  CREATE TRIGGER reading_versions_delete AFTER DELETE ON readings BEGIN
    DELETE FROM reading_versions WHERE document = old.document;
  END;
`

/** See src/reconciling/match-store.ts: with it, a new report changes only the incidents that it affects. */
export const MATCH_STORE = `
  -- The mentions of one event in one article.
  CREATE TABLE event_chains (
    key      TEXT PRIMARY KEY,          -- of its first mention
    document TEXT NOT NULL,             -- its id
    json     TEXT NOT NULL,             -- its mentions
    day      INTEGER NOT NULL,          -- first day of it, as a day number: blocks look for neighbours in this order ...
    words    INTEGER NOT NULL,          -- ... and in this one: lowest hash of its words
    incident TEXT                       -- that it belongs to; null before the first clustering
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX event_chains_document ON event_chains (document);

  -- The blocks that a chain stands in: chains are compared only within blocks.
  CREATE TABLE chain_blocks (
    block TEXT NOT NULL,                -- a stretch of land, a name, a day, ...
    key   TEXT NOT NULL,                -- of the chain
    PRIMARY KEY (block, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX chain_blocks_key ON chain_blocks (key);

  -- Two chains that may be of one event.
  CREATE TABLE candidate_pairs (
    one    TEXT NOT NULL,               -- the lower key
    other  TEXT NOT NULL,               -- the higher key
    score  REAL NOT NULL,               -- how much speaks for one event
    blocks INTEGER NOT NULL,            -- in how many blocks they are neighbours
    PRIMARY KEY (one, other)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX candidate_pairs_other ON candidate_pairs (other);

  -- By these, reprints are found.
  CREATE TABLE article_shingles (
    article  TEXT PRIMARY KEY,          -- key made of document and article
    document TEXT NOT NULL,             -- its id
    numbers  BLOB NOT NULL              -- hashes of its shingles, 32 bits each
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX article_shingles_document ON article_shingles (document);

  -- Which reading of each document the match store holds.
  CREATE TABLE matched_readings (
    document INTEGER PRIMARY KEY,       -- its number
    id       TEXT NOT NULL,             -- its id in the match store
    version  INTEGER NOT NULL           -- as in reading_versions
  ) STRICT;

  -- One row.
  CREATE TABLE match_store_state (
    reconciler TEXT,                    -- the version of reconciling that filled it; null while it is empty or half filled
    filler     TEXT                     -- the process that filled it last, or is filling it
  ) STRICT;
  INSERT INTO match_store_state VALUES (NULL, NULL);
`

/** Comparison needs little of a chain, and asks for it often; describing an incident needs its mentions. */
export const CHAINS_APART = `
  DROP TABLE event_chains;
  CREATE TABLE event_chains (
    key      TEXT PRIMARY KEY,          -- of its first mention
    document TEXT NOT NULL,             -- its id
    day      INTEGER NOT NULL,          -- first day of it, as a day number: blocks look for neighbours in this order ...
    words    INTEGER NOT NULL,          -- ... and in this one: lowest hash of its words
    incident TEXT,                      -- that it belongs to; null before the first clustering
    compared ANY NOT NULL               -- names, numbers and hashes of words, as src/reconciling/compared-chain.ts packs them
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX event_chains_document ON event_chains (document);
  CREATE TABLE chain_mentions (
    key      TEXT PRIMARY KEY,          -- of the chain
    mentions BLOB NOT NULL              -- as src/record/shelf/packing.ts packs them
  ) STRICT, WITHOUT ROWID;

  -- All of it is worked out again.
  UPDATE match_store_state SET reconciler = NULL, filler = NULL;
  UPDATE incidents_state SET fresh = 0;
`
