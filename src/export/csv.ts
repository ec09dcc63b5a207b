// Rows -> CSV (RFC 4180); a text that a spreadsheet would run as a formula gets an apostrophe in front.

import { type Options, stringify } from 'csv-stringify/sync'
import type { Row } from './rows.ts'

const OPTIONS: Options = {
  escape_formulas: true,
  record_delimiter: '\r\n',
  quoted_match: /[\r\n]/, // csv-stringify looks for the two together only
  cast: { boolean: (value) => String(value) },
}

export function* csv(columns: readonly string[], rows: Iterable<Row>): Generator<string> {
  yield stringify([[...columns]], OPTIONS)
  for (const row of rows) yield stringify([columns.map((column) => row[column])], OPTIONS)
}
