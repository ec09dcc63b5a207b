// People's decisions -> the places of a name that they put on the map themselves, because no gazetteer has them.

import type { Decided } from '../record/decided.ts'
import { listDecisions } from '../record/decisions.ts'
import type { FoundPlace } from '../review/find-places.ts'
import type { Desk } from './desk.ts'

/** The last that was decided first, each point once. */
export function ownPlaces({ record, keep, changes }: Desk, typed: string): FoundPlace[] {
  const all = keep('own places', [changes().decisions], () => placesIn(listDecisions(record)))
  const wanted = plainOf(typed)
  return all.filter(({ name }) => plainOf(name) === wanted)
}

/** GeoNames has a number for each of its places. */
function placesIn(decided: readonly Decided[]): FoundPlace[] {
  const found = new Map<string, FoundPlace>()
  for (const { decision, who, withdrawn } of decided.toReversed()) {
    if (withdrawn !== null || decision.kind !== 'place' || !decision.after?.place) continue
    const { name, place } = decision.after
    const key = `${plainOf(name)} ${place.lat} ${place.lon}`
    if (place.geonameId === undefined && !found.has(key))
      found.set(key, { name, within: [...(place.country ? [place.country] : []), `put on the map by ${who}`], place })
  }
  return [...found.values()]
}

const plainOf = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase()
