// `hearsay sources` and `hearsay grade`: lists the sources that reports rely on, and grades their reliability.

import { Argument, type Command, Option } from 'commander'
import { exportSources } from '../../export/export.ts'
import { countNamedSources, isCited, listSourceFigures, type SourceFigures } from '../../record/incidents/figures.ts'
import type { Scope } from '../../record/scope.ts'
import { setReliability } from '../../record/write-decision.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { recordOption } from '../options.ts'
import { tell } from '../print/output.ts'
import type { Style } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { printable } from '../print/text.ts'
import { waitingAs } from '../print/waits-as.ts'
import { userName } from '../run/user-name.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { withRecord } from '../run/with-record.ts'
import { addListCommand } from './list-command.ts'

export const addSourcesCommand = (program: Command): void =>
  addListCommand<Scope, 'csv' | 'ndjson'>(program, {
    name: 'sources',
    summary: 'list the sources that reports rely on',
    description:
      'Lists the named sources: how often each is cited, and how other accounts agree with what rests on it.',
    examples: SOURCES_EXAMPLES,
    formats: ['csv', 'ndjson'],
    open: withIncidents,
    pieces: (record, format, { collection }, limit) => exportSources(record, format, { collection, limit }),
    find: (record, { collection }, limit) => ({
      total: countNamedSources(record, { collection }),
      table: (style) => sourceTable(listSourceFigures(record, { collection, named: true, limit }), style),
    }),
    nothing: () => 'no named sources',
    shownOf: (shown, total) => `${shown} of ${total} sources`,
  })

function sourceTable(sources: Iterable<SourceFigures>, style: Style): string {
  const rows = Array.from(sources, (row) => [
    printable(row.source),
    String(row.statements),
    String(row.relayed),
    String(row.outlets),
    String(row.incidents),
    String(row.corroborated),
    String(row.contradicted),
    row.reliability === 'F' ? '–' : row.reliability,
  ])
  return formatTable(
    [
      { head: 'SOURCE', width: { share: 100 } },
      { head: 'SPEAKS', width: 8 },
      { head: 'RELAYED', width: 9 },
      { head: 'OUTLETS', width: 9 },
      { head: 'INCIDENTS', width: 11 },
      { head: 'SHARED', width: 8 },
      { head: 'DISPUTED', width: 10 },
      { head: 'GRADE', width: 7 },
    ],
    rows,
    style,
  )
}

const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const

export function addGradeCommand(program: Command): void {
  program
    .command('grade')
    .summary('grade how reliable a source or outlet is')
    .description(
      'Records how reliable you consider a source or outlet, by the Admiralty code. Nobody is graded until you do it.',
    )
    .argument('<name>', 'the source or outlet, as hearsay sources prints it')
    .addArgument(new Argument('<grade>', 'A completely reliable ... E unreliable, F cannot be judged').choices(GRADES))
    .addOption(new Option('--why <words>', 'your reason, kept with the grade'))
    .addOption(recordOption())
    .addHelpText('after', GRADE_EXAMPLES)
    .action(async (name: string, grade: string, { record: path, why }: { record: string; why?: string }) => {
      await withRecord(path, 'write', (record) => {
        if (!isCited(record, name))
          throw new UserError(
            `no source or outlet in the record is called "${name}"; hearsay sources lists them`,
            EXIT.usage,
          )
        const by = { who: userName(), at: new Date().toISOString() }
        const number = setReliability(record, name, { grade, why: why ?? null }, by)
        tell((number === null ? null : waitingAs(record, number)) ?? `${name} is graded ${grade}`)
      })
    })
}

const SOURCES_EXAMPLES = `
SPEAKS counts statements, RELAYED those that came through somebody else, OUTLETS the named outlets that cite the source.
INCIDENTS are those with an account that rests on it, as hearsay incidents lists them. SHARED are those that another
independent origin also reports, DISPUTED those with a dispute. You give the GRADE (hearsay grade); a
source without one is F in exports: it cannot be judged.

Examples:
  hearsay sources                                  the most cited first
  hearsay sources --format csv > sources.csv       all sources
`

const GRADE_EXAMPLES = `
Examples:
  hearsay grade "Harbour Courier" B --why "corrects itself in the open"
  hearsay grade "the ministry" F                   removes a grade
`
