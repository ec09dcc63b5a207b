// An event chain and what people say of parties -> the same chain, its origins marked with the party that people say each is, and with those
// that it is not.

import { type EventChain, withOrigins } from './event-chain.ts'
import type { Links } from './links.ts'
import type { Origin } from './origins.ts'
import { partyKeyOf } from './party-name.ts'

export function asSaid(chain: EventChain, parties: Links): EventChain {
  if (parties.isEmpty) return chain
  return withOrigins(chain, (origin) => saidOf(origin, parties))
}

function saidOf(origin: Origin, parties: Links): Origin {
  const key = partyKeyOf(origin)
  if (key === null || !parties.has(key)) return origin
  return { ...origin, said: { party: parties.rootOf(key), apart: parties.partedFrom(key) } }
}
