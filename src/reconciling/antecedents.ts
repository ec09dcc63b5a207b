// The event chains of one article -> the same, those that only point back ("the attack", and neither place nor day) joined to the event that they
// mean, where the article tells of one event alone that it can be.

import { hasPlace } from './aspects/another-event.ts'
import { isOutcome } from './aspects/denial.ts'
import { weighKinds } from './compare/kinds.ts'
import { type Constraints, groupOfChain } from './constraints.ts'
import { chainOf, type EventChain } from './event-chain.ts'
import { agree } from './tallies.ts'

export function withAntecedents(chains: readonly EventChain[], constraints: Constraints): EventChain[] {
  const joined = new Map<EventChain, EventChain[]>()
  const left = chains.filter((chain) => {
    if (!pointsBack(chain) || groupOfChain(chain, constraints) !== null) return true
    const meant = chains.filter((other) => other !== chain && isEvent(other) && startsBefore(other, chain))
    const [only] = meant
    if (meant.length !== 1 || !canBe(chain, only) || !isNear(chain, only)) return true
    joined.set(only, [...(joined.get(only) ?? []), chain])
    return false
  })
  return left.map((chain) => {
    const more = joined.get(chain)
    return more ? chainOf(inOrder([chain, ...more])) : chain
  })
}

/** It never says where or when, and some of it speaks of what was told before, or of what became of people: "five were wounded". */
const pointsBack = ({ mentions, another }: EventChain): boolean =>
  !another &&
  mentions.some((mention) => HARM.has(mention.type) && (mention.definite || isOutcome(mention))) &&
  mentions.every((mention) => !hasPlace(mention) && mention.when === null && !mention.follows)

/** What can be meant: an act of harm that is no background, with a place or a day. */
const isEvent = ({ mentions }: EventChain): boolean =>
  mentions.some(({ type, follows }) => HARM.has(type) && !follows) &&
  mentions.some(({ place, when }) => place !== null || when !== null)

const HARM: ReadonlySet<string> = new Set(['ASSAULT', 'HAZARD'])

const startsBefore = (one: EventChain, other: EventChain): boolean =>
  one.mentions[0].trigger[0] < other.mentions[0].trigger[0]

/** "The attack" means it however far away; what became of people is told close to it. */
const isNear = ({ mentions }: EventChain, event: EventChain): boolean =>
  mentions.some(({ definite }) => definite) ||
  mentions.some(({ block }) => event.mentions.some((other) => Math.abs(other.block - block) <= NEAR_BLOCKS))

const NEAR_BLOCKS = 3

/** Of one kind, with no other means and no other toll. */
const canBe = (one: EventChain, other: EventChain): boolean =>
  weighKinds(one, other) >= 0 &&
  !other.another &&
  (one.means.size === 0 || other.means.size === 0 || [...one.means].some((means) => other.means.has(means))) &&
  one.tallies.every((tally) => {
    const same = other.tallies.filter(({ fate }) => fate === tally.fate)
    return same.length === 0 || same.some((each) => agree(each, tally))
  })

const inOrder = (chains: readonly EventChain[]) =>
  chains.flatMap(({ mentions }) => mentions).toSorted((a, b) => a.trigger[0] - b.trigger[0])
