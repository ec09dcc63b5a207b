// The phrases for a source -> what it is in other reports too: a person with a name, a body that is the same everywhere ("the army", and
// who speaks for it), or somebody hidden, who cannot be known again.

import type { Source } from '../../types.ts'
import type { Sides } from '../sides.ts'
import type { SourceWords } from './source-words.ts'

export interface IdentityLexicon {
  sources: SourceWords
  sides: Sides
}

/** @param phrases what to call it first, then the words by which it is a source */
export function identityOf(
  phrases: readonly string[],
  { kind, named }: Pick<Source, 'kind' | 'named'>,
  { sources, sides }: IdentityLexicon,
): NonNullable<Source['identity']> {
  const [label] = phrases
  const isInOffice = holdsOffice(label, sources)
  if (named && kind === 'person' && !isInOffice && !isSpeaker(label)) return 'person'
  if (isSpeaker(label) && !/^(?:its|his|her|their|one) /i.test(label)) return 'body'
  switch (kind) {
    case 'person':
    case 'unknown':
      return isInOffice && !sources.indefinite.test(label) ? 'body' : named ? 'person' : 'hidden'
    case 'group':
      if (named) return 'body'
      return /^the /i.test(phrases[1] ?? label) && sides.sideOf(label) !== 'civilians' && !sources.anybody.test(label)
        ? 'body'
        : 'hidden'
    case 'outlet':
      // "local media", "newspapers in the capital"
      return named ? 'body' : 'hidden'
    default:
      return sources.indefinite.test(label) ? 'hidden' : 'body'
  }
}

/** Who and what speaks for others: "a spokesman for the army", "a communiqué of the ministry". */
const isSpeaker = (label: string): boolean => {
  if (/\bspokes(?:man|woman|person|men|women|people|persons)\b/i.test(label)) return true
  const said = /\b(?:communiqu[eé]|statement|press release)s?(?!\p{L})/iu.exec(label)
  return said !== null && /\b(?:of|by|from)\b/i.test(label.slice(said.index + said[0].length))
}

/** "the mayor of Dol", not "the mayor's brother", nor "the source close to the mayor" */
const holdsOffice = (label: string, { office }: SourceWords): boolean =>
  office.test(label.replace(/\s(?:of|for|in|at|from|to|on|close|,).*$/is, ''))
