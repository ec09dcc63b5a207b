// Incidents that are exported together -> for which of them each number counts, so that the dead of one event are exported once.

import type { Claim, Fate, Incident } from '../types.ts'

/**
 * Of the incidents that are exported together, whose each number is: the same words of a document, or the same number of an article for the
 * same place and day, count for one incident alone, that with the most accounts.
 */
export function countingOnce(incidents: Iterable<Incident>): (incident: Incident, fate: Fate, claim: Claim) => boolean {
  const owners = new Map<string, { id: string; accounts: number }>()
  for (const incident of incidents)
    for (const { name, claims } of incident.aspects) {
      if (!name.startsWith('count:')) continue
      for (const key of claims.flatMap((claim) => keysOf(incident, name, claim))) {
        const owner = owners.get(key)
        const accounts = incident.accounts.length
        if (!owner || accounts > owner.accounts || (accounts === owner.accounts && incident.id < owner.id))
          owners.set(key, { id: incident.id, accounts })
      }
    }
  return (incident, fate, claim) =>
    keysOf(incident, `count:${fate}`, claim).every((key) => owners.get(key)?.id === incident.id)
}

function keysOf({ accounts, place, time }: Incident, name: string, { account, span, value }: Claim): string[] {
  const own = accounts[account]
  if (!own || value.kind !== 'number') return []
  const { low, high, group } = value
  const alike = [
    own.document,
    own.article,
    name,
    low,
    high,
    group.side ?? group.of,
    place?.name,
    time?.start,
    time?.end,
  ]
  return [[own.document, name, ...span].join('\u0000'), alike.join('\u0000')]
}
