// Incidents -> a table for the terminal: what, when, where, how many accounts, what is disputed.

import { type IncidentRow, incidentRow } from '../../record/incidents/row.ts'
import type { Incident } from '../../types.ts'
import type { Style } from './style.ts'
import { formatTable } from './table.ts'
import { count, printable, shorten } from './text.ts'

export function incidentTable(incidents: Iterable<Incident>, style: Style): string {
  const { paint } = style
  const rows = Array.from(incidents, (incident) => {
    const row = incidentRow(incident)
    return [
      printable(kindOf(row)) + paint.dim(`\n${row.id}`),
      printable(shorten(gistOf(incident), MAX_GIST)),
      printable([whenOf(row), row.place].filter(Boolean).join('\n')).replace(' \n', '\n'),
      `${count(row.accounts, 'account')}\n${count(row.origins, 'origin')}`,
      row.disputed.map((name) => paint.red(aspectName(name))).join('\n') || paint.dim('nothing'),
      incident.credibility.words,
    ]
  })
  return formatTable(
    [
      { head: 'WHAT', width: 20 },
      { head: 'AS REPORTED', width: { share: 60 } },
      { head: 'WHEN, WHERE', width: { share: 25 } },
      { head: 'ACCOUNTS', width: 13 },
      { head: 'DISPUTED', width: 12 },
      { head: 'GRADE', width: 12 },
    ],
    rows,
    style,
  )
}

/** "ASSAULT, explosives" */
const kindOf = ({ type, mode }: Pick<IncidentRow, 'type' | 'mode'>): string => (mode ? `${type}, ${mode}` : type)

const whenOf = ({ start, end }: Pick<IncidentRow, 'start' | 'end'>): string =>
  start === null ? '' : start === end ? start : `${start} to ${end}`

/** "ASSAULT, explosives, 2010-04-19, Basra" */
export const headingOf = (row: IncidentRow): string => [kindOf(row), whenOf(row), row.place].filter(Boolean).join(', ')

/** A sentence of the account that says most of who, whom, how many, where and when; of the first among equals. */
function gistOf({ accounts, aspects }: Incident): string {
  const saysOf = (at: number) =>
    aspects.filter(({ values }) => values.some((value) => value.accounts.includes(at))).length
  const [most] = [...accounts.keys()].toSorted((a, b) => saysOf(b) - saysOf(a) || a - b)
  return accounts[most].sentence
}

/** "killed" for "count:killed" */
export const aspectName = (name: string): string => name.replace('count:', '')

/** In characters. */
const MAX_GIST = 220
