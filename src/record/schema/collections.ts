// Finds the documents that people filed under one name, which stands in what was said of their bytes.

export const COLLECTIONS = `
  CREATE INDEX raw_collection ON raw (given ->> '$.collection');
`
