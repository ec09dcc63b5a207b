// An article -> which of its words are surnames, and which it also writes in lower case.

import type { ArticleText, Token } from '../../types.ts'
import { keyOf, type NameLexicon } from '../entities/lexicon.ts'

/** "Clinton", where the article has "Hillary Clinton" or "Mr. Clinton" anywhere. */
export function surnamesIn({ sentences }: ArticleText, lexicon: NameLexicon): Set<string> {
  const found = new Set<string>()
  for (const { tokens } of sentences) {
    for (let at = 0; at + 1 < tokens.length; at++) {
      const given = isCapital(tokens[at]) && lexicon.firstNames.has(keyOf(tokens[at].text))
      if (!given && !/^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Judge|Rev)\.?$/.test(tokens[at].text)) continue
      const last = lastOfName(tokens, at)
      if (last > at) found.add(tokens[last].text)
    }
  }
  return found
}

/** How many words a person's name has at most behind the first. */
const LONGEST = 3

function lastOfName(tokens: readonly Token[], first: number): number {
  let last = first
  for (let at = first + 1; at <= first + LONGEST && at < tokens.length; at++) {
    if (!isCapital(tokens[at])) break
    // "John Smith Jr.", "Mary J. Doe"
    if (!/^(?:Jr|Sr|II|III|IV|\p{Lu})\.?$/u.test(tokens[at].text)) last = at
  }
  return last
}

export function smallWordsIn({ sentences }: ArticleText): Set<string> {
  return new Set(
    sentences.flatMap(({ tokens }) => tokens.map(({ text }) => text).filter((text) => /^\p{Ll}/u.test(text))),
  )
}

const isCapital = ({ text }: Token) => /^\p{Lu}/u.test(text)
