// Rows -> NDJSON: one JSON object on each line; null for what is unknown.

import type { Row } from './row-format.ts'

export function* ndjson(columns: readonly string[], rows: Iterable<Row>): Generator<string> {
  for (const row of rows)
    yield `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))}\n`
}
