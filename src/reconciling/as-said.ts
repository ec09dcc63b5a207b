// An event chain and what people say of parties -> the same chain, its sources and its parties marked with the party that people say each is,
// and with those that it is not.

import type { EventChain } from './event-chain.ts'
import type { Links } from './links.ts'
import type { Party } from './mention.ts'
import type { Origin } from './origins.ts'

export function asSaid(chain: EventChain, parties: Links): EventChain {
  if (parties.isEmpty) return chain
  const originAsSaid = (origin: Origin): Origin => ({ ...origin, ...saidOf(origin.party, parties) })
  const partyAsSaid = (party: Party): Party => ({ ...party, ...saidOf(party.key, parties) })
  return {
    ...chain,
    mentions: chain.mentions.map((mention) => ({
      ...mention,
      origin: originAsSaid(mention.origin),
      parties: mention.parties.map(partyAsSaid),
    })),
  }
}

const saidOf = (key: string | undefined, parties: Links): Pick<Origin, 'said'> =>
  key === undefined || !parties.has(key) ? {} : { said: { party: parties.rootOf(key), apart: parties.partedFrom(key) } }
