// Two event chains -> how likely they are one event, in log odds: the signs for and against it, weighed. The weights were fitted on
// labelled pairs (weights.ts, training/same-event).

import type { EventChain } from '../event-chain.ts'
import { signsOfCounts } from './counts.ts'
import { signsOfKind } from './kinds.ts'
import { signsOfParties } from './parties.ts'
import { signsOfPlace } from './places.ts'
import type { Signs } from './signs.ts'
import { signsOfTime } from './times.ts'
import { weigh } from './weigh.ts'
import { ACROSS, ACROSS_BIAS } from './weights.ts'
import { signsOfWords } from './wording.ts'

/** What cannot be one event, whatever else agrees. */
export const IMPOSSIBLE_SCORE = -10

/** Kind, place and time below this cannot be outweighed by the rest, so the rest is not compared. */
const HOPELESS_SCORE = -4

/** Of two articles. */
export function compareChains(one: EventChain, other: EventChain): number {
  const kind = signsOfKind(one, other)
  if (!kind) return IMPOSSIBLE_SCORE
  const early = ACROSS_BIAS + weigh(kind, ACROSS) + weigh(signsOfTime(one, other), ACROSS)
  const placed = early + weigh(signsOfPlace(one, other), ACROSS)
  if (placed < HOPELESS_SCORE) return Math.max(IMPOSSIBLE_SCORE, placed)
  return (
    placed +
    weigh(signsOfParties(one, other), ACROSS) +
    weigh(signsOfCounts(one, other), ACROSS) +
    weigh(signsOfWords(one, other), ACROSS)
  )
}

/** All signs of two chains; null if they cannot be one event, whatever else agrees. */
export function signsOf(one: EventChain, other: EventChain): Signs | null {
  const kind = signsOfKind(one, other)
  return (
    kind && {
      ...kind,
      ...signsOfPlace(one, other),
      ...signsOfTime(one, other),
      ...signsOfParties(one, other),
      ...signsOfCounts(one, other),
      ...signsOfWords(one, other),
    }
  )
}
