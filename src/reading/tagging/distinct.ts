// Statements with how sure their cues are -> those whose content is not mostly that of a surer one, in text order. A statement within
// another's words is no rival of it: "police said [the mayor denied [the raid]]".

import type { Span, Stance } from '../../types.ts'
import { indexSpans } from '../spans.ts'

export interface Found {
  source: Span[]
  cue: [Span]
  content: Span[]
  /** From 0 to 1. */
  sure: number
  /** As the model sees it: for cues that the lexicon does not have. */
  stance?: Stance
}

export function distinct(found: readonly Found[], most: number): Found[] {
  const near = indexSpans(found.flatMap((one) => one.content.map((span) => [span, one] as const)))
  const kept = new Set<Found>()
  for (const one of found.toSorted((a, b) => b.sure - a.sure)) {
    const rivals = new Set(one.content.flatMap(near.touching).filter((other) => kept.has(other)))
    const shares = (other: Found) =>
      !isWithin(one, other) &&
      !isWithin(other, one) &&
      (covered(one.content, other.content) > most || covered(other.content, one.content) > most)
    if (![...rivals].some(shares)) kept.add(one)
  }
  return found.filter((one) => kept.has(one)).toSorted((a, b) => a.cue[0][0] - b.cue[0][0])
}

/** Whether its cue is among the words of the other, and so is all it says, but for `STRAY`. A colon is no word. */
export const isWithin = ({ cue, content }: Found, { content: around }: Found): boolean =>
  !isMark(cue[0]) && covered(cue, around) === 1 && covered(content, around) >= 1 - STRAY

const STRAY = 0.2

const isMark = ([start, end]: Span): boolean => end - start === 1

/** How much of these spans lies in those, from 0 to 1, in characters. */
function covered(spans: readonly Span[], by: readonly Span[]): number {
  let shared = 0
  let all = 0
  for (const [start, end] of spans) {
    all += end - start
    for (const [from, to] of by) shared += Math.max(0, Math.min(end, to) - Math.max(start, from))
  }
  return shared / Math.max(1, all)
}
