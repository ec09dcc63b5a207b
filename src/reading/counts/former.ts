// The counts of a sentence -> the same, each new figure with the one it replaces: "lowered the toll from 19 to 14 dead".

import type { Count } from '../../types.ts'

const FROM = /\bfrom\s+$/i
const TO = /^\s+to\s+$/i
const REACH_CHARACTERS = 8

/** @param first index of the first count of the sentence */
export function linkFormer(counts: Count[], first: number, text: string): void {
  for (let i = first + 1; i < counts.length; i++) {
    const [before, count] = [counts[i - 1], counts[i]]
    const [start, end] = before.span
    if (FROM.test(text.slice(Math.max(0, start - REACH_CHARACTERS), start)) && TO.test(text.slice(end, count.span[0])))
      counts[i] = { ...count, was: before.id }
  }
}
