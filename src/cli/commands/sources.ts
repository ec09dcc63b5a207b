// `hearsay sources` and `hearsay grade`: whom the reports rely on, and how reliable the user holds them.

import { Argument, type Command, Option } from 'commander'
import { exportSources } from '../../export/export.ts'
import { countNamedSources, listSourceFigures, type SourceFigures } from '../../record/incidents/figures.ts'
import { setReliability } from '../../record/write-decision.ts'
import { recordOption } from '../options.ts'
import { printable } from '../print/printable.ts'
import type { Style } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { tell } from '../print/tell.ts'
import { userName } from '../run/user-name.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { withRecord } from '../run/with-record.ts'
import { addListCommand } from './list-command.ts'

export const addSourcesCommand = (program: Command): void =>
  addListCommand(program, {
    name: 'sources',
    summary: 'list who is leaned on',
    description:
      'Lists the named sources: how often each speaks, through whom, and what other accounts make of what rests on it.',
    examples: SOURCES_EXAMPLES,
    formats: ['csv', 'ndjson'],
    open: withIncidents,
    pieces: (record, format, _, limit) => exportSources(record, format, limit),
    find: (record, _, limit) => ({
      total: countNamedSources(record),
      table: (style) => sourceTable(listSourceFigures(record, { named: true, limit }), style),
    }),
    nothing: () => 'no source is named',
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
    row.reliability,
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
    .summary('say how reliable you hold a source or an outlet')
    .description(
      'Keeps in the record how reliable you hold a source or an outlet, by the Admiralty code. Nobody is graded until you do.',
    )
    .argument('<name>', 'the source or outlet, as hearsay sources has it')
    .addArgument(new Argument('<grade>', 'A completely reliable ... E unreliable, F cannot be judged').choices(GRADES))
    .addOption(new Option('--why <words>', 'your reason, kept with it'))
    .addOption(recordOption())
    .addHelpText('after', GRADE_EXAMPLES)
    .action(async (name: string, grade: string, { record: path, why }: { record: string; why?: string }) => {
      await withRecord(path, 'write', (record) =>
        setReliability(record, name, { grade, why: why ?? null }, { who: userName(), at: new Date().toISOString() }),
      )
      tell(`${name} is graded ${grade}`)
    })
}

const SOURCES_EXAMPLES = `
SPEAKS counts statements, RELAYED those that came through somebody else, OUTLETS the outlets, as far as they are known by
name, that cite the source. INCIDENTS are those with an account that rests on it, as hearsay incidents lists them; SHARED
those among them that another independent origin reports too, DISPUTED those in which something is in dispute.
GRADE is yours to give (hearsay grade); F, cannot be judged, is what everybody has until then.

Examples:
  hearsay sources                                  those that speak most first
  hearsay sources --format csv > sources.csv       all of them
`

const GRADE_EXAMPLES = `
Examples:
  hearsay grade "Harbour Courier" B --why "corrects itself in the open"
  hearsay grade "the ministry" F                   takes a grade back
`
