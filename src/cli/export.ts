// `hearsay export`: everything out of the record, to standard output or a file.

import { statSync } from 'node:fs'
import { type Command, Option } from 'commander'
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportDocuments,
  exportReadings,
  exportStatements,
} from '../export/export.ts'
import { archiveLines } from '../record/archive.ts'
import type { OpenRecord } from '../record/open.ts'
import { EXIT, UserError } from '../user-error.ts'
import { recordOption } from './options.ts'
import { fileOutput, standardOutput } from './output.ts'
import { printPieces } from './print-pieces.ts'
import { tell } from './tell.ts'
import { withRecord } from './with-record.ts'

const KINDS = ['statements', 'documents', 'readings', 'record'] as const

interface Options {
  what: (typeof KINDS)[number]
  format?: ExportFormat
  output?: string
  record: string
}

export function addExportCommand(program: Command): void {
  program
    .command('export')
    .summary('write everything out')
    .description('Writes everything of one kind out of the record; nothing is cut off, however much there is.')
    .addOption(new Option('--what <what>', 'what to write').choices(KINDS).default('statements'))
    .addOption(
      new Option(
        '--format <format>',
        'csv or ndjson; readings and record are ndjson (default: csv, for those ndjson)',
      ).choices(EXPORT_FORMATS),
    )
    .option('--output <file>', 'a file to write, overwritten if it is there (default: standard output)')
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runExport)
}

async function runExport({ what, format, output: file, record: path }: Options): Promise<void> {
  if (what === 'record' && format === 'csv')
    throw new UserError('a record does not fit into CSV; use --format ndjson, or --what statements', EXIT.usage)
  if (what === 'readings' && format === 'csv') {
    throw new UserError('a reading does not fit into CSV; use --format ndjson, or --what statements', EXIT.usage)
  }
  if (file !== undefined && isSameFile(file, path)) {
    throw new UserError(`--output ${file} would overwrite the record itself; name another file`, EXIT.usage)
  }
  await withRecord(path, 'read', async (record) => {
    const output = file === undefined ? standardOutput() : fileOutput(file)
    await printPieces(pieces(record, what, format ?? 'csv'), output)
    await output.close()
    if (file !== undefined) tell(`wrote the ${what} to ${file}`)
  })
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }))
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev
}

function pieces(record: OpenRecord, what: Options['what'], format: ExportFormat): Iterable<string> {
  switch (what) {
    case 'statements':
      return exportStatements(record, format)
    case 'documents':
      return exportDocuments(record, format)
    case 'readings':
      return exportReadings(record)
    case 'record':
      return archiveLines(record)
  }
}

const EXAMPLES = `
Every statement comes with the passage it stands in (start and end count UTF-16 units of the document's text), the
article, and the sha256 of the bytes it was read from. In CSV, a cell that a spreadsheet would take for a formula
begins with an apostrophe. A reading in NDJSON is as schema/reading.json describes it. The whole record, with the bytes of
every document and the log, is what hearsay import takes back.

Examples:
  hearsay export > statements.csv
  hearsay export --what documents --output documents.csv
  hearsay export --what readings | gzip > readings.ndjson.gz
  hearsay export --what record --output record.ndjson
`
