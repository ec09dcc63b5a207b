// Tables of the rows that are drawn from readings (rows.ts), for queries, and the full text of them.

export const READING_ROWS = `
  -- What the reader could not make sense of.
  CREATE TABLE warnings (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    code     TEXT NOT NULL,             -- one word for each kind of warning
    message  TEXT NOT NULL              -- a sentence
  ) STRICT;
  CREATE INDEX warnings_document ON warnings (document);

  CREATE TABLE articles (
    document        INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    article         INTEGER NOT NULL,   -- its place in the document, from 1
    title           TEXT,
    outlet          TEXT,               -- its name
    bylines         TEXT,               -- separated by "; "
    url             TEXT,               -- its own web address
    dateline        TEXT,               -- the place that it names
    published       TEXT,               -- ISO date or instant
    published_basis TEXT,               -- metadata, dateline, text or given
    language        TEXT NOT NULL,      -- BCP 47
    PRIMARY KEY (document, article)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE blocks (
    number   INTEGER PRIMARY KEY,       -- full text refers to it
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    article  INTEGER NOT NULL,          -- its place in the document, from 1
    kind     TEXT NOT NULL,             -- title, heading, paragraph, caption, credit, quote, list, furniture
    start    INTEGER NOT NULL,          -- UTF-16 indices into the document's text
    end      INTEGER NOT NULL,
    text     TEXT NOT NULL              -- between them
  ) STRICT;
  CREATE INDEX blocks_document ON blocks (document);

  CREATE TABLE entities (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    id       TEXT NOT NULL,             -- unique in the document
    article  INTEGER NOT NULL,          -- its place in the document, from 1
    type     TEXT NOT NULL,             -- person, group, organisation, outlet, place, facility, weapon, document
    name     TEXT NOT NULL,             -- the fullest form in the article
    mentions INTEGER NOT NULL,          -- how many
    PRIMARY KEY (document, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entities_name ON entities (name);

  CREATE TABLE statements (
    number      INTEGER PRIMARY KEY,    -- full text refers to it
    document    INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    article     INTEGER NOT NULL,       -- its place in the document, from 1
    id          TEXT NOT NULL,          -- unique in the document
    source      TEXT,                   -- the entity's name, otherwise the words used; null if the text names nobody
    source_text TEXT,                   -- the words used: "he"
    source_kind TEXT,                   -- person, group, organisation, outlet, document, unknown
    named       INTEGER NOT NULL,       -- 1: by name; 0: "a source close to ...", or nobody
    relay       TEXT,                   -- names it came through, separated by "; "
    cue         TEXT NOT NULL,          -- "said"
    content     TEXT NOT NULL,          -- what is said; parts that stand apart are joined by " ... "
    manner      TEXT NOT NULL,          -- direct, indirect, mixed
    stance      TEXT NOT NULL,          -- asserts, denies, doubts, believes, predicts, intends, demands, asks
    within      TEXT,                   -- id of the statement that this one is nested in
    start       INTEGER NOT NULL,       -- from the first word of source, cue and content ...
    end         INTEGER NOT NULL,       -- ... to the last, as UTF-16 indices into the document's text
    passage     TEXT NOT NULL,          -- the text between them
    UNIQUE (document, id)
  ) STRICT;
  CREATE INDEX statements_source ON statements (source);

  -- What is said to have happened.
  CREATE TABLE events (
    document  INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    id        TEXT NOT NULL,            -- unique in the document
    article   INTEGER NOT NULL,         -- its place in the document, from 1
    type      TEXT NOT NULL,            -- PLOVER category
    mode      TEXT,                     -- of that category
    status    TEXT NOT NULL,            -- actual, denied, possible, planned, demanded, hypothetical
    statement TEXT,                     -- id of the statement that reports it; null if the reporter does
    PRIMARY KEY (document, id)
  ) STRICT, WITHOUT ROWID;

  -- What is worth noticing: an article that rests on little, or on somebody with a stake.
  CREATE TABLE signals (
    document  INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    article   INTEGER NOT NULL,         -- its place in the document, from 1
    code      TEXT NOT NULL,            -- unnamed-source, interested-source, hearsay, ...
    statement TEXT,                     -- ids of what it is about
    event     TEXT
  ) STRICT;
  CREATE INDEX signals_document ON signals (document);

  -- Events and places that the reader was least sure of, for people to look at; what they decided on is not here.
  CREATE TABLE doubts (
    document   INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    article    INTEGER NOT NULL,        -- its place in the document, from 1
    kind       TEXT NOT NULL,           -- event, place
    id         TEXT NOT NULL,           -- of the event or entity
    confidence REAL NOT NULL,           -- below 0.5
    PRIMARY KEY (document, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX doubts_confidence ON doubts (confidence, document, id);

  -- Full text: the words of every block that is no furniture, and of statements.
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
`

/** An overview counts all statements, and those of the sources that speak most: in indexes that have all that it takes. */
export const STATEMENTS_COUNTED = `
  ALTER TABLE statements ADD COLUMN addressee TEXT; -- to whom it was said, as far as a person says so
  CREATE INDEX statements_counted ON statements (document, article, source, named, stance, source_kind, relay, id);
  DROP INDEX statements_source;
  CREATE INDEX statements_source ON statements (source, document, article, named, source_kind, relay, id);
`
