// `hearsay statements`: lists who said what.

import { type Command, Option } from 'commander'
import { exportStatements } from '../../export/export.ts'
import { findDocument } from '../../record/documents.ts'
import type { OpenRecord } from '../../record/open.ts'
import type { Scope } from '../../record/scope.ts'
import { countStatements, listStatements, type StatementFilter } from '../../record/statements.ts'
import type { Stance } from '../../types.ts'
import { statementTable } from '../print/statement-table.ts'
import { addListCommand } from './list-command.ts'

const STANCES: readonly Stance[] = [
  ...(['asserts', 'denies', 'doubts', 'believes', 'predicts', 'intends', 'demands', 'asks'] as const),
]

interface Filter extends Scope {
  source?: string
  outlet?: string
  document?: string
  unnamed?: boolean
  stance?: Stance
}

export const addStatementsCommand = (program: Command): void =>
  addListCommand<Filter, 'csv' | 'ndjson'>(program, {
    name: 'statements',
    summary: 'list who said what',
    description: 'Lists the statements in the record: the source, the cue, what is said, and the article.',
    examples: EXAMPLES,
    options: (command) =>
      command
        .option('--source <words>', 'only from a source with these words in its name')
        .option('--outlet <words>', 'only from an outlet with these words in its name')
        .option('--document <id>', 'only in this document: its id, or the beginning of it')
        .option('--unnamed', 'only from unnamed sources')
        .addOption(new Option('--stance <stance>', 'only with this stance').choices(STANCES)),
    formats: ['csv', 'ndjson'],
    pieces: (record, format, filter, limit) => exportStatements(record, format, { ...filterOf(record, filter), limit }),
    find(record, filter, limit) {
      const wanted = filterOf(record, filter)
      return {
        total: countStatements(record, wanted),
        table: (style) => statementTable(listStatements(record, { ...wanted, limit }), style),
      }
    },
    nothing: () => 'no statement matches',
    shownOf: (shown, total) => `${shown} of ${total} statements`,
  })

function filterOf(
  record: OpenRecord,
  { source, outlet, document, unnamed, stance, collection }: Filter,
): StatementFilter {
  return {
    collection,
    ...(source === undefined ? {} : { source }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(stance === undefined ? {} : { stance }),
    ...(document === undefined ? {} : { document: findDocument(record, document).number }),
    ...(unnamed ? { named: false } : {}),
  }
}

const EXAMPLES = `
A source that the text describes but does not name ("a source close to the ministry") is marked (unnamed). If the text gives
no source at all ("It is alleged that ..."), the source is shown as (nobody named).

Examples:
  hearsay statements                               everything, as a table
  hearsay statements --source ministry             what any ministry said
  hearsay statements --unnamed --outlet courier    the Courier's anonymous sources
  hearsay statements --stance denies               denials only
  hearsay statements --document 3f9a --format csv > statements.csv
`
