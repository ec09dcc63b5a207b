// Incidents -> a table for the terminal: what, when, where, how many accounts, what is disputed.

import type { Aspect, Incident } from '../../types.ts'
import { count } from './count.ts'
import { printable } from './printable.ts'
import { shorten } from './shorten.ts'
import type { Style } from './style.ts'
import { formatTable } from './table.ts'

export function incidentTable(incidents: Iterable<Incident>, style: Style): string {
  const { paint } = style
  const rows = Array.from(incidents, (incident) => [
    printable(kindOf(incident)) + paint.dim(`\n${incident.id}`),
    printable(shorten(gistOf(incident), LONGEST)),
    printable([whenOf(incident), incident.place?.name].filter(Boolean).join('\n')).replace(' \n', '\n'),
    `${count(incident.accounts.length, 'account')}\n${count(incident.origins, 'origin')}`,
    disputesOf(incident)
      .map((name) => paint.red(name))
      .join('\n') || paint.dim('nothing'),
    incident.credibility.grade,
  ])
  return formatTable(
    [
      { head: 'WHAT', width: 20 },
      { head: 'AS REPORTED', width: { share: 60 } },
      { head: 'WHEN, WHERE', width: { share: 25 } },
      { head: 'ACCOUNTS', width: 13 },
      { head: 'DISPUTED', width: 12 },
      { head: 'GRADE', width: 7 },
    ],
    rows,
    style,
  )
}

/** "ASSAULT, explosives" */
export const kindOf = ({ type, mode }: Pick<Incident, 'type' | 'mode'>): string => (mode ? `${type}, ${mode}` : type)

/** Of the account that says most of who, whom, how many, where and when; the first of equals. */
function gistOf({ accounts, aspects }: Incident): string {
  const saysOf = (at: number) =>
    aspects.filter(({ values }) => values.some((value) => value.accounts.includes(at))).length
  const [most] = [...accounts.keys()].toSorted((a, b) => saysOf(b) - saysOf(a) || a - b)
  return accounts[most].sentence
}

export const whenOf = ({ time }: Pick<Incident, 'time'>): string =>
  time === null ? '' : time.start === time.end ? time.start : `${time.start} to ${time.end}`

/** "killed" for "count:killed" */
export const aspectName = (name: Aspect['name']): string => name.replace('count:', '')

const disputesOf = ({ aspects }: Incident): string[] =>
  aspects.filter(({ state }) => state === 'disputed').map(({ name }) => aspectName(name))

const LONGEST = 220
