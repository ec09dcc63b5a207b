// The tables by which statements and events lead to the registry of parties; accounts have the same key in a column.

export const PARTIES = `
  -- Whose word statements are; those of hidden sources are not here. Worked out again with the match store.
  CREATE TABLE statement_parties (
    document INTEGER NOT NULL,          -- its number
    id       TEXT NOT NULL,             -- of the statement
    party    TEXT NOT NULL,             -- key of its source in the registry
    PRIMARY KEY (document, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX statement_parties_party ON statement_parties (party);

  -- Who has a part in a document's events, under the same keys.
  CREATE TABLE event_parties (
    document INTEGER NOT NULL,          -- its number
    party    TEXT NOT NULL,
    PRIMARY KEY (document, party)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX event_parties_party ON event_parties (party);

  ALTER TABLE incident_accounts ADD COLUMN party TEXT;  -- key of whom it rests on in the end; null if that one is hidden
`
