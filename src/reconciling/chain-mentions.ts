// The mentions of one article -> its event chains: the mentions of each event together. "The blast", "killed" and "the attack" are mostly one
// chain; "a second bomb" is another.

import { withAntecedents } from './antecedents.ts'
import { averageLinkage, type ItemConstraints, type ItemPair } from './average-linkage.ts'
import { weighAgainst } from './compare/against.ts'
import { evidenceOf, WORDS_WITHIN } from './compare/compare.ts'
import { WITHIN } from './compare/weights.ts'
import type { Constraints } from './constraints.ts'
import { chainOf, type EventChain } from './event-chain.ts'
import type { Mention } from './mention.ts'

/** The least average score within a chain. */
const MIN_AVERAGE_SCORE = 0.8
/** The score of a pair that was not compared. */
const UNCOMPARED_SCORE = -1
/** Each mention is compared with the next 59 only, so that an article of ten thousand events stays affordable. */
const WINDOW_MENTIONS = 60

export function chainMentions(mentions: readonly Mention[], constraints: Constraints): EventChain[] {
  const singles = mentions.map((mention) => chainOf([mention]))
  const pairs: ItemPair[] = []
  for (let one = 0; one < singles.length; one++)
    for (let other = one + 1; other < Math.min(singles.length, one + WINDOW_MENTIONS); other++)
      pairs.push({
        one,
        other,
        score: compareWithin(singles[one], singles[other]) + weighDistance(mentions[one], mentions[other]),
      })
  const clusters = averageLinkage(
    mentions.length,
    pairs,
    { minAverage: MIN_AVERAGE_SCORE, uncompared: () => UNCOMPARED_SCORE },
    onMentions(mentions, constraints),
  )
  return withAntecedents(
    clusters.map((cluster) => chainOf(cluster.map((at) => mentions[at]))),
    constraints,
  )
}

/** A chain is never divided later, so it holds mentions of one must-link group at most. What must be linked is linked after clustering. */
const onMentions = (mentions: readonly Mention[], { groupOf }: Constraints): ItemConstraints => ({
  groups: mentions.map(({ key }) => groupOf(key)),
  cannotLink: (one, other) => one !== other,
})

/** An article keeps to one subject, so that two of its sentences share words says little. */
function compareWithin(one: EventChain, other: EventChain): number {
  const { kind, place, time, parties, counts, words } = evidenceOf(one, other)
  const sum =
    weighLookingBack(one, other) +
    (place < APART_SCORE ? TWO_TOWNS_SCORE : 0) +
    kind +
    place +
    time +
    parties +
    counts +
    (one.mentions[0].sentence[0] === other.mentions[0].sentence[0] ? 0 : WORDS_WITHIN * words)
  return sum < 0 ? sum : sum + weighAgainst(one, other, place, WITHIN)
}

/**
 * An article that names two towns tells of two events, however much it says of the first without naming its town again. One such pair must
 * outweigh a dozen of those.
 */
const APART_SCORE = -1.5
const TWO_TOWNS_SCORE = -6

/** A time of more days is no date. */
const MAX_DATE_DAYS = 7

/** "in June 2014", "in the 1990s": an event that news looks back on is not the undated event that it reports. */
function weighLookingBack(one: EventChain, other: EventChain): number {
  const isCoarse = ({ whens }: EventChain) =>
    whens.length > 0 && whens.every(({ first, last }) => last - first > MAX_DATE_DAYS)
  const isUndated = ({ whens }: EventChain) => whens.length === 0
  return (isCoarse(one) && isUndated(other)) || (isCoarse(other) && isUndated(one)) ? -1.2 : 0
}

/** A denial is about the event that it denies. */
const REBUTTAL_SCORE = 4

/** What happens again and again is no one event, and no part of one. */
const BACKGROUND_SCORE = -10
const isBackground = ({ follows }: Mention): boolean => follows?.what === 'background'
/** "A second bomb" is another event, though it shares its sentence, its town and its day with the first. */
const ANOTHER_SCORE = -6

/** Mentions close together in a text are mostly of one event: "the blast that killed". */
function weighDistance(one: Mention, other: Mention): number {
  if (one.rebuts === other.key || other.rebuts === one.key) return REBUTTAL_SCORE
  if (isBackground(one) || isBackground(other)) return BACKGROUND_SCORE
  if (one.another !== other.another) return ANOTHER_SCORE
  if (one.sentence[0] === other.sentence[0]) return 0.9
  const blocks = Math.abs(one.block - other.block)
  const back = pointsBack(one) || pointsBack(other) ? 0.5 : 0
  return back + (blocks === 0 ? 0.7 : blocks === 1 ? 0.5 : blocks <= 3 ? 0.3 : 0)
}

/** "the attack", with no place, time or count of its own: the one that the article is about. */
const pointsBack = ({ definite, place, when, tallies }: Mention): boolean =>
  definite && place === null && when === null && tallies.length === 0
