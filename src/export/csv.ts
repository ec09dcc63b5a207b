// Rows -> CSV (RFC 4180), guarded: a cell that a spreadsheet would run as a formula begins with an apostrophe.

import { type Options, stringify } from 'csv-stringify/sync'
import type { RowFormat } from './row-format.ts'

const OPTIONS: Options = {
  escape_formulas: true,
  record_delimiter: '\r\n',
  quoted_match: /[\r\n]/, // csv-stringify looks for the two together only
  cast: { boolean: (value) => String(value) },
}

export const csv: RowFormat = {
  head: (columns) => stringify([[...columns]], OPTIONS),
  row: (columns, row) => stringify([columns.map((column) => row[column])], OPTIONS),
}
