// Two event chains -> a score of how likely they are one event: a sum of evidence for and against, roughly in log odds. All weights of
// this folder were set by hand, by reading half of the groups in benchmarks/accounts; the other half only tests them.

import type { EventChain } from '../event-chain.ts'
import type { Tally } from '../mention.ts'
import { agree } from '../tallies.ts'
import { type SignAgainst, signsAgainst } from './against.ts'
import { bestOf } from './best-of.ts'
import { COMMON } from './common-words.ts'
import { weighBattle, weighKinds } from './kinds.ts'
import { weighParties } from './parties.ts'
import { weighPlace } from './places.ts'
import { ACROSS } from './weights.ts'
import { weighTime } from './times.ts'

export interface Evidence {
  kind: number
  place: number
  time: number
  parties: number
  counts: number
  words: number
}

export function evidenceOf(one: EventChain, other: EventChain): Evidence {
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

/** Kind, place and time below this cannot be outweighed by the rest, so the rest is not compared. */
const HOPELESS_SCORE = -4

/**
 * An army and a war in common are not enough for one event: this counts against two chains with no place closer than a country, no evidence
 * of time, and hardly a word in common.
 */
const UNGROUNDED_SCORE = -1.5
const MIN_GROUNDED_PLACE = 0.5
const MIN_GROUNDED_WORDS = 0.6

/** The sum of the evidence; what is hopeless from the start is not weighed to the end. */
export function compareChains(one: EventChain, other: EventChain): number {
  const kind = weighKinds(one, other)
  if (kind < HOPELESS_SCORE) return kind
  const place = weighPlace(one, other)
  const time = weighTime(one, other)
  const early = kind + place + time
  if (early < HOPELESS_SCORE) return early
  const words = weighWords(one.sentences, other.sentences)
  const isUngrounded = place < MIN_GROUNDED_PLACE && time === 0 && words < MIN_GROUNDED_WORDS
  const sum =
    early +
    (isUngrounded ? UNGROUNDED_SCORE : 0) +
    weighBattle(one, other, place) +
    weighParties(one.parties, other.parties) +
    weighCounts(one.tallies, other.tallies) +
    words
  if (sum < 0) return sum
  return sum + weighAgainst(one, other, place, ACROSS)
}

export function weighAgainst(one: EventChain, other: EventChain, place: number, weights: Record<SignAgainst, number>): number {
  const signs = signsAgainst(one, other, place)
  let total = 0
  for (const sign in signs) total += weights[sign as SignAgainst] * (signs[sign as SignAgainst] ?? 0)
  return total
}

/** The same toll, or two that can both be right: "dozens" and 38. Another toll counts nothing, since tolls are revised. */
const weighCounts = (one: readonly Tally[], other: readonly Tally[]): number =>
  Math.max(0, bestOf(one, other, weighTolls))

function weighTolls(one: Tally, other: Tally): number {
  if (one.fate === null || one.fate !== other.fate) return 0
  return one.low === other.low && one.high === other.high ? 0.8 : agree(one, other) ? 0.4 : 0
}

/** A sentence of fewer words says too little to resemble another. */
const MIN_WORDS = 4
/** Any two sentences may share so much of their words. */
const CHANCE_OVERLAP = 0.15

/** By the two sentences that share most. */
const weighWords = (one: readonly ReadonlySet<string>[], other: readonly ReadonlySet<string>[]): number =>
  TUNE.words * Math.max(0, bestOf(one, other, overlapOfSentences) - CHANCE_OVERLAP)

export const TUNE = { common: 1, words: 3.5 }

function overlapOfSentences(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size < MIN_WORDS || other.size < MIN_WORDS) return 0
  let [shared, ofOne, ofOther] = [0, 0, 0]
  for (const word of one) {
    ofOne += weightOf(word)
    if (other.has(word)) shared += weightOf(word)
  }
  for (const word of other) ofOther += weightOf(word)
  return shared / Math.min(ofOne, ofOther)
}

const weightOf = (word: string): number => (COMMON.has(word) ? TUNE.common : 1)
