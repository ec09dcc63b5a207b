// `hearsay disputes`: every question about an incident on which accounts of independent origins contradict each other.

import type { Command } from 'commander'
import { exportDisputes } from '../../export/disputes.ts'
import { groupBy } from '../../group-by.ts'
import { answerInWords, questionName } from '../../questions.ts'
import { listIncidents } from '../../record/incidents/list.ts'
import { incidentRow } from '../../record/incidents/row.ts'
import { opposedStands } from '../../record/incidents/stands.ts'
import type { Scope } from '../../record/scope.ts'
import type { Aspect, Incident } from '../../types.ts'
import type { Style } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { printable } from '../print/text.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { addListCommand } from './list-command.ts'

export const addDisputesCommand = (program: Command): void =>
  addListCommand<Scope, 'csv' | 'ndjson'>(program, {
    name: 'disputes',
    summary: 'list what accounts disagree on',
    description: 'Lists the questions about incidents on which accounts of independent origins cannot all be right.',
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
  question: Aspect
}

const disputesIn = (incident: Incident): Dispute[] =>
  incident.aspects.filter(({ state }) => state === 'disputed').map((question) => ({ incident, question }))

function disputeTable(disputes: readonly Dispute[], style: Style): string {
  const { dim } = style.paint
  const rows = disputes.map(({ incident, question }) => [
    printable(incidentRow(incident).title) + dim(`\n${incident.id}`),
    questionName(question.name),
    sidesOf(incident, question, style).join(`\n${dim('or')}\n`),
  ])
  return formatTable(
    [
      { head: 'INCIDENT', width: { share: 35 } },
      { head: 'QUESTION', width: 12 },
      { head: 'WHO SAYS WHAT', width: { share: 65 } },
    ],
    rows,
    style,
  )
}

/** Of each side its answers, one a line, each with whose word it is. */
function sidesOf({ accounts }: Incident, question: Aspect, { paint }: Style): string[] {
  return [...groupBy(opposedStands(question), ({ side }) => side).values()].map((answers) =>
    answers
      .map(({ claims }) => {
        const said = answerInWords(claims[0])
        const origins = [...new Set(claims.map(({ account }) => accounts[account].origin))].join(', ')
        return `${printable(said)} ${paint.dim(`(${printable(origins)})`)}`
      })
      .join('\n'),
  )
}

const EXAMPLES = `
Different values that can both be right are not a dispute: "dozens" agrees with 38, and a province with a town in it. If an
origin raises its own toll, that is a revision. Hearsay does not say who is right.

Examples:
  hearsay disputes                                  an overview
  hearsay disputes --format csv > disputes.csv      a line for each answer and its side
`
