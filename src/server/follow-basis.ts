// The record -> an object that is another one as soon as the figures of its sources may have changed: who said how much, who is whom, and
// in how many incidents they are.

import { areIncidentsFresh } from '../record/incidents/freshness.ts'
import { followParties } from '../record/incidents/party-rows.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Incident } from '../types.ts'
import type { Desk } from './desk.ts'
import { isSame } from './keep.ts'

/** @param version of the record, which changes with any change of it */
export function followBasis(
  record: OpenRecord,
  { index, incidents, changes, version }: Pick<Desk, 'index' | 'incidents' | 'changes'> & { version: () => string },
): Desk['basis'] {
  const parties = followParties(record)
  let basis = {}
  let seen = ''
  let made: readonly unknown[] = []
  return () => {
    const now = version()
    if (now === seen) return basis
    seen = now
    const said = [index().spoken, changes().parties]
    // While incidents are refreshed, what they were before holds, unless somebody says something else than before.
    const isKept = areIncidentsFresh(record)
      ? isSame(made, [...said, parties(), rolesIn(incidents())])
      : isSame(made.slice(0, said.length), said)
    if (isKept) return basis
    made = areIncidentsFresh(record) ? [...said, parties(), rolesIn(incidents())] : said
    basis = {}
    return basis
  }
}

const roles = new WeakMap<Incident, string>()
const joined = new WeakMap<readonly Incident[], string>()

/** Whom the listed incidents rest on, with what the figures count of them. */
function rolesIn(incidents: readonly Incident[]): string {
  const all = joined.get(incidents) ?? incidents.map(roleIn).join('\n')
  joined.set(incidents, all)
  return all
}

function roleIn(incident: Incident): string {
  const known = roles.get(incident)
  if (known !== undefined) return known
  const { id, origins, aspects, accounts } = incident
  const whom = accounts.map(({ party, origin }) => party ?? `words ${origin}`).join('|')
  const role = `${id} ${origins > 1} ${aspects.some(({ state }) => state === 'disputed')} ${whom}`
  roles.set(incident, role)
  return role
}
