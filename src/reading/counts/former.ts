// The counts of a sentence -> the same, each new figure with the one it replaces: "lowered the toll from 19 to 14 dead".

import type { Count } from '../../types.ts'

const FROM = /\bfrom\s+$/i
const TO = /^\s+to\s+$/i
const REACH_CHARACTERS = 8
/** "32 rebels, updating an earlier toll of 15", "up from a previous count of at least nine" */
const EARLIER =
  /\b(?:earlier|previous|prior|initial|preliminary) (?:[\p{L}-]+ )?(?:toll|count|figure|tally|estimate|number)\b[^.;:]{0,40}\b(?:of|at|was)\s+$/iu
const EARLIER_CHARACTERS = 90

/** @param first index of the first count of the sentence */
export function linkFormer(counts: Count[], first: number, text: string): void {
  for (let i = first + 1; i < counts.length; i++) {
    const [before, count] = [counts[i - 1], counts[i]]
    const [start, end] = before.span
    if (FROM.test(text.slice(Math.max(0, start - REACH_CHARACTERS), start)) && TO.test(text.slice(end, count.span[0])))
      counts[i] = { ...count, was: before.id }
    else if (EARLIER.test(text.slice(Math.max(0, count.span[0] - EARLIER_CHARACTERS), count.span[0])) && before.fate)
      counts[i - 1] = { ...before, was: count.id }
  }
}
