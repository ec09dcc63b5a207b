// A trigger in its sentence -> the words of the sentence before and behind it, with single blanks between them. No farther than words can
// bear on it: a forged sentence may be as long as its text, with thousands of triggers.

import type { Span } from '../../types.ts'

/** A sentence of news has a few hundred. */
const REACH_CHARACTERS = 3000

export const wordsBefore = (text: string, [start]: Span, [from]: Span): string =>
  spaced(text.slice(Math.max(from, start - REACH_CHARACTERS), start))

export const wordsBehind = (text: string, [, end]: Span, [, to]: Span): string =>
  spaced(text.slice(end, Math.min(to, end + REACH_CHARACTERS)))

const spaced = (words: string): string => words.replace(/\s+/g, ' ')
