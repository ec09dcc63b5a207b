// The mentions of one article -> its event chains: the mentions of each event together. "The blast", "killed" and "the attack" are mostly one
// chain; "a second bomb" is another.

import { averageLinkage, type ItemConstraints, type ItemPair } from './average-linkage.ts'
import { compareMentions } from './compare/mentions.ts'
import type { Constraints } from './constraints.ts'
import { chainOf, type EventChain } from './event-chain.ts'
import type { Mention } from './mention.ts'

/** The least average score within a chain. */
const MIN_AVERAGE_SCORE = 0
/** The score of a pair that was not compared. */
const UNCOMPARED_SCORE = -1
/** Each mention is compared with the next 59 only, so that an article of ten thousand events stays affordable. */
const WINDOW_MENTIONS = 60

export function chainMentions(mentions: readonly Mention[], constraints: Constraints): EventChain[] {
  const singles = mentions.map((mention) => chainOf([mention]))
  const pairs: ItemPair[] = []
  for (let one = 0; one < singles.length; one++)
    for (let other = one + 1; other < Math.min(singles.length, one + WINDOW_MENTIONS); other++)
      pairs.push({ one, other, score: compareMentions(singles[one], singles[other]) })
  return averageLinkage(
    mentions.length,
    pairs,
    { minAverage: MIN_AVERAGE_SCORE, uncompared: UNCOMPARED_SCORE },
    onMentions(mentions, constraints),
  ).map((cluster) => chainOf(cluster.map((at) => mentions[at])))
}

/** A chain is never divided later, so it holds mentions of one must-link group at most. */
const onMentions = (mentions: readonly Mention[], { groupOf }: Constraints): ItemConstraints => ({
  groups: mentions.map(({ key }) => groupOf(key)),
  cannotLink: (one, other) => one !== other,
})
