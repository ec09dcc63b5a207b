// Rows of the record and a format -> their text, piece by piece, however many there are.

import { type DocumentFilter, type DocumentRow, listDocuments } from '../record/documents.ts'
import { listSourceFigures, type SourceFilter } from '../record/incidents/figures.ts'
import type { OpenRecord } from '../record/open.ts'
import type { CitedStatement } from '../record/rows.ts'
import { listStatements, type StatementFilter } from '../record/statements.ts'
import { DOCUMENT_COLUMNS, SOURCE_COLUMNS, STATEMENT_COLUMNS } from './columns.ts'
import { csv } from './csv.ts'
import { ndjson, type Row } from './rows.ts'

const FORMATS = { csv, ndjson }

/** Those in which lists print what they find. */
export type ExportFormat = keyof typeof FORMATS

export const exportRows = (format: ExportFormat, columns: readonly string[], rows: Iterable<Row>): Generator<string> =>
  FORMATS[format](columns, rows)

export const exportStatements = (
  record: OpenRecord,
  format: ExportFormat,
  filter?: StatementFilter,
): Generator<string> => exportRows(format, STATEMENT_COLUMNS, statementRows(record, filter))

export const exportDocuments = (
  record: OpenRecord,
  format: ExportFormat,
  limit?: number,
  filter?: DocumentFilter,
): Generator<string> => exportRows(format, DOCUMENT_COLUMNS, documentRows(record, limit, filter))

export const exportSources = (record: OpenRecord, format: ExportFormat, filter?: SourceFilter): Generator<string> =>
  exportRows(format, SOURCE_COLUMNS, sourceRows(record, filter))

export const statementRows = (record: OpenRecord, filter?: StatementFilter): Generator<Row> =>
  map(listStatements(record, filter), statementCells)

export const documentRows = (record: OpenRecord, limit?: number, filter?: DocumentFilter): Generator<Row> =>
  map(listDocuments(record, limit, filter), (row: DocumentRow) => ({ ...row }))

/** Of named sources. */
export const sourceRows = (record: OpenRecord, filter: SourceFilter = {}): Generator<Row> =>
  map(listSourceFigures(record, { ...filter, named: true }), ({ keys: _, names, ...row }) => ({
    ...row,
    names: names.join('; '),
  }))

export const statementCells = (row: CitedStatement) => ({ ...row, named: row.named === 1 })

export function* map<From, To>(rows: Iterable<From>, change: (row: From) => To): Generator<To> {
  for (const row of rows) yield change(row)
}
