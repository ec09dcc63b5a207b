// Incidents -> a table for the terminal: title, tolls, how many accounts, what is disputed.

import { questionName } from '../../questions.ts'
import { type Labels, NO_LABELS } from '../../record/incidents/labels.ts'
import { type IncidentRow, incidentRow } from '../../record/incidents/row.ts'
import type { Incident } from '../../types.ts'
import type { Style } from './style.ts'
import { formatTable } from './table.ts'
import { count, printable, shorten } from './text.ts'

/** @param labels what people call their incidents, and how they tagged them */
export function incidentTable(
  incidents: Iterable<Incident>,
  labels: ReadonlyMap<string, Labels>,
  style: Style,
): string {
  const { paint } = style
  const grades = new Set<string>()
  const rows = Array.from(incidents, (incident) => {
    const row = incidentRow(incident)
    grades.add(incident.credibility.grade)
    const { title, tags } = labels.get(row.id) ?? NO_LABELS
    return [
      printable(title ?? row.title) + paint.dim(`\n${printable([row.id, ...tags].join(', '))}`),
      [row.gist, shorten(toldBy(incident), MAX_GIST)].filter(Boolean).map(printable).join('\n'),
      `${count(row.accounts, 'account')}\n${count(row.origins, 'origin')}`,
      row.disputed.map((name) => paint.red(questionName(name))).join('\n') || paint.dim('nothing'),
      incident.credibility.words,
    ]
  })
  // A column in which every line says the same says nothing.
  const isGraded = Array.from(grades).some((grade) => grade !== '6')
  return formatTable(
    [
      { head: 'WHAT, WHERE, WHEN', width: { share: 40 } },
      { head: 'AS REPORTED', width: { share: 60 } },
      { head: 'ACCOUNTS', width: 13 },
      { head: 'DISPUTED', width: 12 },
      ...(isGraded ? [{ head: 'GRADE', width: 9 }] : []),
    ],
    isGraded ? rows : rows.map((row) => row.slice(0, -1)),
    style,
  )
}

/** "ASSAULT, explosives" */
export const kindOf = ({ type, mode }: Pick<IncidentRow, 'type' | 'mode'>): string => (mode ? `${type}, ${mode}` : type)

/** A sentence of the account that says most of who, whom, how many, where and when; of the first among equals. */
function toldBy({ accounts, aspects }: Incident): string {
  const saysOf = (at: number) =>
    aspects.filter(({ values }) => values.some((value) => value.accounts.includes(at))).length
  const [most] = [...accounts.keys()].toSorted((a, b) => saysOf(b) - saysOf(a) || a - b)
  return accounts[most].sentence
}

/** In characters. */
const MAX_GIST = 220
