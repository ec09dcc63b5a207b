// The known names of bodies and outlets -> a look-up of the longest one that begins at a word: "Save the Children", "Doctors Without Borders".

import type { Token } from '../../types.ts'
import { keyOf, type NameLexicon } from './lexicon.ts'

/** @returns the index past the name, or `at` where none begins */
export function knownNameFrom(tokens: readonly Token[], at: number, text: string, lexicon: NameLexicon): number {
  const longest = lexicon.wordsFrom.get(keyOf(tokens[at].text)) ?? 0
  for (let to = Math.min(tokens.length, at + longest); to > at + 1; to--) {
    if (!/^\p{Lu}/u.test(tokens[to - 1].text)) continue
    const known = lexicon.known.get(keyOf(text.slice(tokens[at].span[0], tokens[to - 1].span[1])))
    if (known && !known.ambiguous && known.type !== 'place') return to
  }
  return at
}
