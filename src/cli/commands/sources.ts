// `hearsay sources` and `hearsay grade`: who is leaned on, and how reliable the user holds them.

import { Argument, type Command, Option } from 'commander'
import { exportSources } from '../../export/export.ts'
import { countSources, listSources } from '../../record/sources.ts'
import { setReliability } from '../../record/write-decision.ts'
import { formatOption, limitOption, type PrintFormat, recordOption, resolveLimit } from '../options.ts'
import { standardOutput } from '../print/output.ts'
import { printPieces } from '../print/print-pieces.ts'
import { printable } from '../print/printable.ts'
import { outputStyle } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { tell } from '../print/tell.ts'
import { userName } from '../run/user-name.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { withRecord } from '../run/with-record.ts'

interface Options {
  record: string
  format: PrintFormat
  limit?: number
}

export function addSourcesCommand(program: Command): void {
  program
    .command('sources')
    .summary('list who is leaned on')
    .description(
      'Lists the named sources: how often each speaks, through whom, and what other accounts make of what rests on it.',
    )
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(recordOption())
    .addHelpText('after', SOURCES_EXAMPLES)
    .action(runSources)
}

async function runSources({ record: path, format, limit }: Options): Promise<void> {
  await withIncidents(path, async (record) => {
    const most = resolveLimit(limit, format)
    if (format !== 'table') return printPieces(exportSources(record, format, most), standardOutput())
    const total = countSources(record)
    if (total === 0) return tell('no source is named')
    const rows = Array.from(listSources(record, most), (row) => [
      printable(row.source),
      String(row.statements),
      String(row.relayed),
      String(row.outlets || row.documents),
      String(row.incidents),
      String(row.corroborated),
      String(row.contradicted),
      row.reliability,
    ])
    await standardOutput().write(
      formatTable(
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
        outputStyle(),
      ),
    )
    if (most >= 0 && total > most) tell(`${most} of ${total} sources; --limit 0 prints all of them`)
  })
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
      await withRecord(path, 'write', (record) =>
        setReliability(record, name, { grade, why: why ?? null }, { who: userName(), at: new Date().toISOString() }),
      )
      tell(`${name} is graded ${grade}`)
    })
}

const SOURCES_EXAMPLES = `
SPEAKS counts statements, RELAYED those that came through somebody else; INCIDENTS are those with an account that rests
on the source, SHARED those of them that an independent origin tells too, DISPUTED those in which something is in dispute.
GRADE is yours to give (hearsay grade); F, cannot be judged, is what everybody has until then.

Examples:
  hearsay sources                                  the most cited first
  hearsay sources --format csv > sources.csv       all sources
`

const GRADE_EXAMPLES = `
Examples:
  hearsay grade "Harbour Courier" B --why "corrects itself in the open"
  hearsay grade "the ministry" F                   removes a grade
`
