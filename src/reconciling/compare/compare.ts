// Two event chains -> a score of how likely they are one event: a sum of evidence, roughly in log odds, less what the signs of two events
// count (against.ts). The weights of the sum were set by hand, by reading half of the groups in benchmarks/accounts; those of the signs by search.

import type { ComparedChain, ComparedTally } from '../compared-chain.ts'
import { agree } from '../tallies.ts'
import { overlap } from '../words.ts'
import { weighAgainst } from './against.ts'
import { bestOf } from './best-of.ts'
import { HOPELESS_SCORE, weighBattle, weighKinds } from './kinds.ts'
import { weighParties } from './parties.ts'
import { weighPlace } from './places.ts'
import { weighTime } from './times.ts'
import { ACROSS } from './weights.ts'

export interface Evidence {
  kind: number
  place: number
  time: number
  parties: number
  counts: number
  words: number
}

export function evidenceOf(one: ComparedChain, other: ComparedChain): Evidence {
  const place = weighPlace(one, other)
  return {
    kind: weighKinds(one, other) + weighBattle(one, other, place),
    place,
    time: weighTime(one, other),
    parties: weighParties(one.parties, other.parties),
    counts: weighCounts(one.tallies, other.tallies),
    words: weighWords(one.sentences, other.sentences),
  }
}

/**
 * An army and a war in common are not enough for one event: this counts against two chains with no place closer than a country, no evidence
 * of time, and hardly a word in common.
 */
const UNGROUNDED_SCORE = -1.5
const MIN_GROUNDED_PLACE = 0.5
const MIN_GROUNDED_WORDS = 0.6

/** Of two reports nothing says when: a town in common is not enough for one event, without people, tolls or words in common too. */
const UNDATED_SCORE = -3
const MIN_DETAIL = 0.5

/** "A second bomb" in an article is not its first, however much else they share: by its own words it is another. */
const ANOTHER_SCORE = -8
/** An article keeps to one subject, so that two of its sentences share words says little. */
export const WORDS_WITHIN = 0.4

/** What hardly anything speaks for is apart already. */
const MIN_SCORE_WEIGHED_ON = 0.5

/** The sum of the evidence; what is hopeless from the start is not weighed to the end. */
export function compareChains(one: ComparedChain, other: ComparedChain): number {
  const kind = weighKinds(one, other)
  if (kind < HOPELESS_SCORE) return kind
  const isOneArticle = one.article === other.article
  if (isOneArticle && one.another !== other.another) return ANOTHER_SCORE
  const place = weighPlace(one, other)
  const time = weighTime(one, other)
  const early = kind + place + time
  if (early < HOPELESS_SCORE) return early
  const words = weighWords(one.sentences, other.sentences)
  const isUngrounded = place < MIN_GROUNDED_PLACE && time === 0 && words < MIN_GROUNDED_WORDS
  const details = weighParties(one.parties, other.parties) + weighCounts(one.tallies, other.tallies) + words
  const isUndated = time === 0 && !isOneArticle && details < MIN_DETAIL
  const sum =
    early +
    (isUngrounded ? UNGROUNDED_SCORE : 0) +
    (isUndated ? UNDATED_SCORE : 0) +
    weighBattle(one, other, place) +
    details
  return sum < MIN_SCORE_WEIGHED_ON ? sum : sum + weighAgainst(one, other, place, ACROSS)
}

/** The same toll, or two that can both be right: "dozens" and 38. Another toll counts nothing, since tolls are revised. */
const weighCounts = (one: readonly ComparedTally[], other: readonly ComparedTally[]): number =>
  Math.max(0, bestOf(one, other, weighTolls))

function weighTolls(one: ComparedTally, other: ComparedTally): number {
  if (one.fate === null || one.fate !== other.fate) return 0
  return one.low === other.low && one.high === other.high ? 0.8 : agree(one, other) ? 0.4 : 0
}

/** A sentence of fewer words says too little to resemble another. */
const MIN_WORDS = 4
/** Any two sentences may share so much of their words. */
const CHANCE_OVERLAP = 0.15

/** By the two sentences that share most. */
const weighWords = (one: ComparedChain['sentences'], other: ComparedChain['sentences']): number =>
  3.5 * Math.max(0, bestOf(one, other, overlapOfSentences) - CHANCE_OVERLAP)

const overlapOfSentences = (one: readonly number[], other: readonly number[]): number =>
  one.length >= MIN_WORDS && other.length >= MIN_WORDS ? overlap(one, other) : 0
