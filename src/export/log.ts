// The log -> CSV or NDJSON, an entry on each line.

import { findEntries, type LogFilter } from '../record/custody/log.ts'
import type { OpenRecord } from '../record/open.ts'
import { type ExportFormat, exportRows, map } from './export.ts'

const COLUMNS = ['number', 'at', 'who', 'what', 'about', 'detail', 'previous', 'hash']

export const exportLog = (record: OpenRecord, format: ExportFormat, filter: LogFilter): Generator<string> =>
  exportRows(
    format,
    COLUMNS,
    map(findEntries(record, filter), (entry) => ({ ...entry })),
  )
