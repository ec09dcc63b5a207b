// An incident -> what a single cell may say: what nobody disputes.

import type { Aspect, Incident, PartyValue } from '../types.ts'

const aspectOf = ({ aspects }: Incident, name: Aspect['name']): Aspect | undefined =>
  aspects.find((aspect) => aspect.name === name)

export const isDisputed = (incident: Incident, name: Aspect['name']): boolean =>
  aspectOf(incident, name)?.state === 'disputed'

export const disputedAspects = ({ aspects }: Incident): Aspect[] => aspects.filter(({ state }) => state === 'disputed')

/** All that the accounts give, side by side. */
export const valuesOf = (incident: Incident, name: Aspect['name']): string | null =>
  aspectOf(incident, name)
    ?.values.map(({ value }) => value)
    .join('; ') || null

/** All that accounts claim to have had this part in it, and have not taken back; who denies it is not who did it. */
export const partiesClaimed = (incident: Incident, name: 'actor' | 'recipient'): (PartyValue & { account: number })[] =>
  aspectOf(incident, name)?.claims.flatMap(({ value, polarity, revised, account }) =>
    value.kind === 'party' && polarity === 'yes' && !revised ? [{ ...value, account }] : [],
  ) ?? []

/**
 * The party that most origins name; null where nobody speaks of it or several are named equally, and
 * where it is in dispute: which is right, the record does not know.
 */
export function settledParty(incident: Incident, name: 'actor' | 'recipient'): string | null {
  if (isDisputed(incident, name)) return null
  const origins = new Map<string, Set<number>>()
  for (const party of partiesClaimed(incident, name)) {
    const own = origins.get(party.name) ?? new Set()
    origins.set(party.name, own.add(incident.accounts[party.account]?.originNumber ?? party.account))
  }
  const [first, second] = [...origins].toSorted(([, a], [, b]) => b.size - a.size)
  return first && first[1].size > (second?.[1].size ?? 0) ? first[0] : null
}
