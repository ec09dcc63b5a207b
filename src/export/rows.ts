// What exporters share: rows, the pieces that they yield, and rows -> NDJSON.

export type Cell = string | number | boolean | null

export type Row = Readonly<Record<string, Cell>>

/** Text, or bytes if the format is binary. */
export type Piece = string | Uint8Array

/** One JSON object on each line; null for what is unknown. */
export function* ndjson(columns: readonly string[], rows: Iterable<Row>): Generator<string> {
  for (const row of rows)
    yield `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))}\n`
}
