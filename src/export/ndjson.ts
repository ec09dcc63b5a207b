// Rows -> NDJSON: one JSON object on each line; null for what is unknown.

import type { RowFormat } from './row-format.ts'

export const ndjson: RowFormat = {
  head: () => '',
  row: (columns, row) => `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column]])))}\n`,
}
