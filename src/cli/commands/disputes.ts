// `hearsay disputes`: every aspect of every incident that independent origins tell differently.

import type { Command } from 'commander'
import { exportDisputes } from '../../export/disputes.ts'
import { listIncidents } from '../../record/incidents/incidents.ts'
import { formatOption, limitOption, type PrintFormat, recordOption, resolveLimit } from '../options.ts'
import { aspectName, kindOf, whenOf } from '../print/incident-table.ts'
import { standardOutput } from '../print/output.ts'
import { printPieces } from '../print/print-pieces.ts'
import { printable } from '../print/printable.ts'
import { outputStyle } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { tell } from '../print/tell.ts'
import { withIncidents } from '../run/with-incidents.ts'

interface Options {
  record: string
  format: PrintFormat
  limit?: number
}

export function addDisputesCommand(program: Command): void {
  program
    .command('disputes')
    .summary('list what accounts disagree on')
    .description(
      'Lists the aspects of incidents that accounts of independent origins tell so that they cannot all be right.',
    )
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runDisputes)
}

async function runDisputes({ record: path, format, limit }: Options): Promise<void> {
  await withIncidents(path, async (record) => {
    const most = resolveLimit(limit, format)
    if (format !== 'table') return printPieces(exportDisputes(record, format, most), standardOutput())
    const style = outputStyle()
    const rows = Array.from(listIncidents(record, { disputed: true })).flatMap((incident) =>
      incident.aspects
        .filter(({ state }) => state === 'disputed')
        .map(({ name, values }) => [
          printable([kindOf(incident), whenOf(incident), incident.place?.name].filter(Boolean).join(', ')) +
            style.paint.dim(`\n${incident.id}`),
          aspectName(name),
          values
            .map(({ value, accounts }) => {
              const by = [...new Set(accounts.map((at) => incident.accounts[at].origin))].join(', ')
              return `${printable(value)} ${style.paint.dim(`(${printable(by)})`)}`
            })
            .join('\n'),
        ]),
    )
    if (rows.length === 0) return tell('no dispute')
    await standardOutput().write(
      formatTable(
        [
          { head: 'INCIDENT', width: { share: 35 } },
          { head: 'ASPECT', width: 12 },
          { head: 'WHO SAYS WHAT', width: { share: 65 } },
        ],
        most < 0 ? rows : rows.slice(0, most),
        style,
      ),
    )
    if (most >= 0 && rows.length > most) tell(`${most} of ${rows.length} disputes; --limit 0 prints all of them`)
  })
}

const EXAMPLES = `
Different values that can both be right are not a dispute: "dozens" agrees with 38, and a province with a town in it. If an
origin raises its own toll, that is a revision. Hearsay does not say who is right.

Examples:
  hearsay disputes                                  an overview
  hearsay disputes --format csv > disputes.csv      a line for each value
`
