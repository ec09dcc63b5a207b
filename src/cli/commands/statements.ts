// `hearsay statements`: who said what, from the record.

import { type Command, Option } from 'commander'
import { exportStatements } from '../../export/export.ts'
import { findDocument } from '../../record/documents.ts'
import { countStatements, listStatements } from '../../record/statements.ts'
import type { Stance } from '../../types.ts'
import { formatOption, limitOption, type PrintFormat, recordOption, resolveLimit } from '../options.ts'
import { standardOutput } from '../print/output.ts'
import { printPieces } from '../print/print-pieces.ts'
import { statementTable } from '../print/statement-table.ts'
import { outputStyle } from '../print/style.ts'
import { tell } from '../print/tell.ts'
import { withRecord } from '../run/with-record.ts'

const STANCES: readonly Stance[] = [
  ...(['asserts', 'denies', 'doubts', 'believes', 'predicts', 'intends', 'demands', 'asks'] as const),
]

interface Options {
  record: string
  format: PrintFormat
  limit?: number
  source?: string
  outlet?: string
  document?: string
  unnamed?: boolean
  stance?: Stance
}

export function addStatementsCommand(program: Command): void {
  program
    .command('statements')
    .summary('list who said what')
    .description(
      'Lists the statements in the record: the source, the words that introduce it, what is said, and where.',
    )
    .option('--source <words>', 'only by a source whose name holds these words')
    .option('--outlet <words>', 'only from an outlet whose name holds these words')
    .option('--document <id>', 'only in this document: its id, or the start of it')
    .option('--unnamed', 'only by sources that are not named')
    .addOption(new Option('--stance <stance>', 'only those that take this stance').choices(STANCES))
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runStatements)
}

async function runStatements({ record: path, format, limit, document, unnamed, ...filter }: Options): Promise<void> {
  await withRecord(path, 'read', async (record) => {
    const within = document === undefined ? {} : { document: findDocument(record, document).number }
    const all = { ...filter, ...within, ...(unnamed ? { named: false } : {}) }
    const some = { ...all, limit: resolveLimit(limit, format) }
    if (format !== 'table') return printPieces(exportStatements(record, format, some), standardOutput())
    const total = countStatements(record, all)
    if (total === 0) return tell('no statement fits')
    await standardOutput().write(statementTable(listStatements(record, some), outputStyle()))
    if (some.limit >= 0 && total > some.limit)
      tell(`${some.limit} of ${total} statements; --limit 0 prints all of them`)
  })
}

const EXAMPLES = `
A source that the text does not name ("a source close to the ministry") is marked (unnamed);
where the text gives nobody at all ("It is alleged that ..."), the source stands as (nobody named).

Examples:
  hearsay statements                               everything, as a table
  hearsay statements --source ministry             what any ministry said
  hearsay statements --unnamed --outlet courier    the Courier's anonymous sources
  hearsay statements --stance denies               denials only
  hearsay statements --document 3f9a --format csv > statements.csv
`
