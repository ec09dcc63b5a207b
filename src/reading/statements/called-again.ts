// A source that later words mean again ("it", "the statement") -> who it is, without its own words.

import type { Source } from '../../types.ts'
import { wordsAt } from '../words-at.ts'

export function calledAgain({ spans, cites: _, ...same }: Source, text: string): Omit<Source, 'spans' | 'cites'> {
  // No entity has its name, and the later words say nothing.
  return same.entity === undefined && !same.name ? { ...same, name: wordsAt(text, spans) } : same
}
