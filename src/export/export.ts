// What is to be exported, and how -> its text, piece by piece, however much there is.

import { type DocumentRow, listDocuments, listReadings } from '../record/documents.ts'
import type { OpenRecord } from '../record/open.ts'
import type { CitedStatement } from '../record/rows.ts'
import { listStatements, type StatementFilter } from '../record/statements.ts'
import { DOCUMENT_COLUMNS, STATEMENT_COLUMNS } from './columns.ts'
import { csv } from './csv.ts'
import { ndjson } from './ndjson.ts'
import type { Cell } from './row-format.ts'

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const FORMATS = { csv, ndjson }

export function* exportRows(
  format: ExportFormat,
  columns: readonly string[],
  rows: Iterable<Readonly<Record<string, Cell>>>,
): Generator<string> {
  yield FORMATS[format].head(columns)
  for (const row of rows) yield FORMATS[format].row(columns, row)
}

export const exportStatements = (
  record: OpenRecord,
  format: ExportFormat,
  filter?: StatementFilter,
): Generator<string> => exportRows(format, STATEMENT_COLUMNS, map(listStatements(record, filter), statementCells))

export const exportDocuments = (record: OpenRecord, format: ExportFormat, limit?: number): Generator<string> =>
  exportRows(format, DOCUMENT_COLUMNS, map(listDocuments(record, limit), documentCells))

/** Whole readings, as schema/reading.json describes them. */
export function* exportReadings(record: OpenRecord): Generator<string> {
  for (const json of listReadings(record)) yield `${json}\n`
}

export const statementCells = (row: CitedStatement) => ({ ...row, named: row.named === 1 })

const documentCells = (row: DocumentRow) => ({ ...row })

export function* map<From, To>(rows: Iterable<From>, change: (row: From) => To): Generator<To> {
  for (const row of rows) yield change(row)
}
