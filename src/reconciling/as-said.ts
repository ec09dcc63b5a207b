// An event chain and what people say of parties -> the same chain, its sources and its parties marked with the party that people say each is,
// and with those that it is not.

import type { EventChain } from './event-chain.ts'
import type { Links } from './links.ts'
import type { Party } from './mention.ts'
import type { Origin } from './origins.ts'
import { partyKeyOf, partyKeyOfParticipant } from './party-name.ts'

export function asSaid(chain: EventChain, parties: Links): EventChain {
  if (parties.isEmpty) return chain
  const originAsSaid = (origin: Origin): Origin => ({ ...origin, ...saidOf(partyKeyOf(origin), parties) })
  const partyAsSaid = (party: Party): Party => ({ ...party, ...saidOf(partyKeyOfParticipant(party), parties) })
  return {
    ...chain,
    mentions: chain.mentions.map((mention) => ({
      ...mention,
      origin: originAsSaid(mention.origin),
      parties: mention.parties.map(partyAsSaid),
    })),
  }
}

const saidOf = (key: string | null, parties: Links): Pick<Origin, 'said'> =>
  key === null || !parties.has(key) ? {} : { said: { party: parties.rootOf(key), apart: parties.partedFrom(key) } }
