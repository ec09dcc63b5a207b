// A text and stretches of it, as those of a source that its cue parts in two -> their words as one phrase.

import type { Span } from '../types.ts'

export const wordsAt = (text: string, spans: readonly Span[]): string =>
  spans.map((span) => text.slice(...span)).join(' ')
