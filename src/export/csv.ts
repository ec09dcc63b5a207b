// Rows -> CSV (RFC 4180, or as a spreadsheet of a region wants it); a text that would be run as a formula gets an apostrophe in front.

import { type Options, stringify } from 'csv-stringify/sync'
import type { Row } from './rows.ts'

const OPTIONS: Options = {
  escape_formulas: true,
  record_delimiter: '\r\n',
  quoted_match: /[\r\n]/, // csv-stringify looks for the two together only
  cast: { boolean: (value) => String(value) },
}

export interface Dialect {
  /** A byte order mark first: without it Excel takes UTF-8 for an encoding of the region. */
  bom?: boolean
  /** Between cells: where the comma is for decimals, Excel expects a semicolon. */
  delimiter?: string
}

export function* csv(
  columns: readonly string[],
  rows: Iterable<Row>,
  { bom = false, delimiter = ',' }: Dialect = {},
): Generator<string> {
  const options = { ...OPTIONS, delimiter }
  yield stringify([[...columns]], { ...options, bom })
  for (const row of rows) yield stringify([columns.map((column) => row[column])], options)
}
