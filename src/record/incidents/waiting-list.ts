// The record -> the mentions that decide most and that nobody decided on yet, in the order of the review page, without reading all incidents:
// first what decides a dispute, then a toll, a grade, a title; of each the incidents with the most independent origins first.

import type { Account, Incident, Reading } from '../../types.ts'
import type { OpenRecord } from '../open-record.ts'
import type { Scope } from '../scope.ts'
import { conditions } from './list.ts'
import { openMentions } from './open-mentions.ts'
import { DECIDES, type Deciding, decidingIn, OF_ONE_INCIDENT } from './waiting.ts'

export interface Waiting extends Deciding {
  incident: Incident
}

interface Given {
  scope: Scope
  readings: (account: Account) => Reading | null
}

/** Which incidents can have any: others are not opened. */
const CAN_DECIDE: Record<Deciding['decides'], string> = {
  dispute: 'disputed IS NOT NULL',
  toll: '1',
  grade: 'origins = 2',
  title: 'accounts = 1',
}

// A position is that of the kind, then of the incident among its kind, then how many of its mentions were given.
const OF_A_KIND = 1e10
const OF_AN_INCIDENT = OF_ONE_INCIDENT

/** Each with its position, so that a later call can go on behind it; null for an incident without any. */
export function* waitingMentions(
  record: OpenRecord,
  { scope, readings }: Given,
  after = 0,
): Generator<{ at: number; item: Waiting | null }> {
  const isOpen = openMentions(record, readings)
  const { where, values } = conditions(record, { ...scope, substantial: true })
  const find = record.db.prepare<[string], string>('SELECT json FROM incidents WHERE id = ?').pluck()
  for (const [kind, decides] of DECIDES.entries()) {
    const begun = after - kind * OF_A_KIND
    if (begun >= OF_A_KIND) continue
    const from = Math.max(0, Math.floor(begun / OF_AN_INCIDENT))
    const ids = record.db
      .prepare<(string | number)[], string>(
        `SELECT id FROM incidents ${where} AND ${CAN_DECIDE[decides]} ORDER BY origins DESC, accounts DESC, id LIMIT -1 OFFSET ?`,
      )
      .pluck()
      .all(...values, from)
    for (const [index, id] of ids.entries()) {
      const start = kind * OF_A_KIND + (from + index) * OF_AN_INCIDENT
      const json = find.get(id)
      const own = json === undefined ? [] : firstOf(JSON.parse(json), isOpen).filter((one) => one.decides === decides)
      for (const [nth, item] of own.entries()) {
        const isLast = nth === own.length - 1
        const at = start + (isLast ? OF_AN_INCIDENT : nth + 1)
        if (at > after) yield { at, item }
      }
      if (own.length === 0) yield { at: start + OF_AN_INCIDENT, item: null }
    }
  }
}

/** The first of an incident, over all kinds. */
const firstOf = (incident: Incident, isOpen: ReturnType<typeof openMentions>): Waiting[] =>
  decidingIn(incident)
    .filter(({ account, event }) => isOpen(incident.accounts[account], event))
    .slice(0, OF_ONE_INCIDENT)
    .map((one) => ({ ...one, incident }))
