// `hearsay disputes`: every aspect of an incident on which accounts of independent origins contradict each other.

import type { Command } from 'commander'
import { exportDisputes } from '../../export/disputes.ts'
import { listIncidents } from '../../record/incidents/list.ts'
import { incidentRow } from '../../record/incidents/row.ts'
import type { Scope } from '../../record/scope.ts'
import type { AspectValue, Incident } from '../../types.ts'
import { aspectName } from '../print/incident-table.ts'
import type { Style } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { printable } from '../print/text.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { addListCommand } from './list-command.ts'

export const addDisputesCommand = (program: Command): void =>
  addListCommand<Scope, 'csv' | 'ndjson'>(program, {
    name: 'disputes',
    summary: 'list what accounts disagree on',
    description: 'Lists the aspects of incidents on which accounts of independent origins cannot all be right.',
    examples: EXAMPLES,
    formats: ['csv', 'ndjson'],
    open: withIncidents,
    pieces: (record, format, scope, limit) => exportDisputes(record, format, limit, scope),
    find(record, { collection }, limit) {
      const disputes = Array.from(listIncidents(record, { collection, disputed: true }), disputesIn).flat()
      return {
        total: disputes.length,
        table: (style) => disputeTable(limit < 0 ? disputes : disputes.slice(0, limit), style),
      }
    },
    nothing: () => 'no disputes',
    shownOf: (shown, total) => `${shown} of ${total} disputes`,
  })

interface Dispute {
  incident: Incident
  aspect: string
  values: readonly AspectValue[]
}

const disputesIn = (incident: Incident): Dispute[] =>
  incident.aspects
    .filter(({ state }) => state === 'disputed')
    .map(({ name, values }) => ({ incident, aspect: aspectName(name), values }))

function disputeTable(disputes: readonly Dispute[], style: Style): string {
  const { dim } = style.paint
  const sideOf = ({ accounts }: Incident, { value, accounts: givenBy }: AspectValue): string => {
    const origins = [...new Set(givenBy.map((at) => accounts[at].origin))].join(', ')
    return `${printable(value)} ${dim(`(${printable(origins)})`)}`
  }
  const rows = disputes.map(({ incident, aspect, values }) => [
    printable(incidentRow(incident).title) + dim(`\n${incident.id}`),
    aspect,
    values.map((value) => sideOf(incident, value)).join('\n'),
  ])
  return formatTable(
    [
      { head: 'INCIDENT', width: { share: 35 } },
      { head: 'ASPECT', width: 12 },
      { head: 'WHO SAYS WHAT', width: { share: 65 } },
    ],
    rows,
    style,
  )
}

const EXAMPLES = `
Different values that can both be right are not a dispute: "dozens" agrees with 38, and a province with a town in it. If an
origin raises its own toll, that is a revision. Hearsay does not say who is right.

Examples:
  hearsay disputes                                  an overview
  hearsay disputes --format csv > disputes.csv      a line for each value
`
