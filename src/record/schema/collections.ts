// Finds the documents that people filed under one name, which stands in what was said of their bytes. Worked out from there, so that the two
// cannot differ; what somebody spoilt from outside is no name.

export const COLLECTIONS = `
  ALTER TABLE raw ADD COLUMN collection TEXT GENERATED ALWAYS AS (
    CASE WHEN json_valid(given) THEN CASE json_type(given, '$.collection') WHEN 'text' THEN given ->> '$.collection' END END
  ) VIRTUAL;
  CREATE INDEX raw_collection ON raw (collection);
`
