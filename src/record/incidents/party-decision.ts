// What a person wants to say of parties -> the decision, with what was held before. Throws UserError where it makes no sense.

import { parsePartyKey } from '../../reconciling/party-name.ts'
import type { OnParty } from '../../review/decision.ts'
import { EXIT, UserError } from '../../user-error.ts'
import type { OpenRecord } from '../open-record.ts'
import { openRegistry } from './parties.ts'

/** Parties are given by any of their keys. */
export type PartyWish =
  | { wish: 'same'; party: string; other: string }
  /** These of its keys are somebody else. */
  | { wish: 'apart'; party: string; keys: readonly string[] }
  | { wish: 'part'; party: string; whole: string | null }
  | { wish: 'side'; party: string; side: string | null }

export function partyDecision(record: OpenRecord, wish: PartyWish): OnParty {
  const { partyOf, keysOf, belongingOf } = openRegistry(record)
  const own = partyOf(known(wish.party))
  switch (wish.wish) {
    case 'same': {
      const other = partyOf(known(wish.other))
      if (own === other) return refuse('they are one party already')
      const before = [keysOf(own), keysOf(other)]
      return { kind: 'party', about: 'identity', before, after: [before.flat()] }
    }
    case 'apart': {
      const keys = keysOf(own)
      const off = keys.filter((key) => wish.keys.includes(key))
      const rest = keys.filter((key) => !wish.keys.includes(key))
      if (off.length === 0 || rest.length === 0) return refuse('choose some of its names; at least one must remain')
      return { kind: 'party', about: 'identity', before: [keys], after: [rest, off] }
    }
    case 'part': {
      const after = wish.whole === null ? null : partyOf(known(wish.whole))
      if (after === own) return refuse('nothing is a part of itself')
      return { kind: 'party', about: 'part', party: own, before: belongingOf(own).part, after }
    }
    case 'side':
      return { kind: 'party', about: 'side', party: own, before: belongingOf(own).side, after: wish.side }
  }
}

const known = (key: string): string => (parsePartyKey(key) ? key : refuse(`"${key}" is no key of a party`))

function refuse(why: string): never {
  throw new UserError(why, EXIT.usage)
}
