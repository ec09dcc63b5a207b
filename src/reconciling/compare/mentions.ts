// Two mentions of one article, each as a chain by itself -> how likely they are one event, in log odds. Weighed otherwise than two articles:
// an article keeps to one subject and shares its place and its words among its events, but it tells of one event close together.

import type { EventChain } from '../event-chain.ts'
import type { Mention } from '../mention.ts'
import { IMPOSSIBLE_SCORE, signsOf } from './compare.ts'
import type { Signs } from './signs.ts'
import { weigh } from './weigh.ts'
import { WITHIN, WITHIN_BIAS } from './weights.ts'

export function compareMentions(one: EventChain, other: EventChain): number {
  const [first, second] = [one.mentions[0], other.mentions[0]]
  // A denial is about the event that it denies.
  if (first.rebuts === second.key || second.rebuts === first.key) return -IMPOSSIBLE_SCORE
  const signs = signsWithin(one, other)
  return signs ? WITHIN_BIAS + weigh(signs, WITHIN) : IMPOSSIBLE_SCORE
}

/** Null if they cannot be one event. */
export function signsWithin(one: EventChain, other: EventChain): Signs | null {
  const signs = signsOf(one, other)
  return signs && { ...signs, ...signsOfText(one, other) }
}

function signsOfText(one: EventChain, other: EventChain): Signs {
  const [first, second] = [one.mentions[0], other.mentions[0]]
  const looksBack = isCoarse(one) !== isCoarse(other) && (one.whens.length === 0 || other.whens.length === 0)
  return {
    ...signsOfDistance(first, second),
    ...(pointsBack(first) || pointsBack(second) ? { 'text: refers back': 1 } : {}),
    ...(looksBack ? { 'text: looks back': 1 } : {}),
  }
}

function signsOfDistance(one: Mention, other: Mention): Signs {
  if (one.sentence[0] === other.sentence[0])
    return PARTED.test(textBetween(one, other)) ? { 'text: parted in a sentence': 1 } : { 'text: same sentence': 1 }
  const blocks = Math.abs(one.block - other.block)
  if (blocks === 0) return { 'text: same paragraph': 1 }
  return blocks === 1 ? { 'text: next paragraph': 1 } : blocks <= 3 ? { 'text: near': 1 } : {}
}

/** Between two events of a sentence: "hours after another", "a day earlier", "while shelling wounded". */
const PARTED =
  /\b(?:(?:minute|hour|day|week|month|year)s? (?:after|before|later|earlier)|earlier|while|another|a second|as .{3,40} had|over the|to avenge|in revenge|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/i

function textBetween({ trigger, sentence: [start], sentenceText }: Mention, other: Mention): string {
  const [from, to] = trigger[0] < other.trigger[0] ? [trigger[1], other.trigger[0]] : [other.trigger[1], trigger[0]]
  return sentenceText.slice(from - start, Math.max(from, to) - start)
}

/** A time of more days is no date. */
const MAX_DATE_DAYS = 7

/** "in June 2014", "in the 1990s": an event that news looks back on is not the undated event that it reports. */
const isCoarse = ({ whens }: EventChain): boolean =>
  whens.length > 0 && whens.every(({ first, last }) => last - first > MAX_DATE_DAYS)

/** "the attack", with no place, time or count of its own: the one that the article is about. */
const pointsBack = ({ definite, place, when, tallies }: Mention): boolean =>
  definite && place === null && when === null && tallies.length === 0
