// A reading as people left it, and a decision on its document that was only proposed -> whether it can still be made: what it would change
// is there, word for word, and what it would add is not.

import { isDeepStrictEqual } from 'node:util'
import type { Article, Reading } from '../types.ts'
import { countAs, countWords } from './counts.ts'
import { decide } from './decide.ts'
import type { OnDocument } from './decision.ts'
import { eventWords } from './events.ts'
import { placeWords } from './places.ts'
import { statementWithChain, statementWords } from './statements.ts'
import { timeWords } from './times.ts'

export function appliesTo(reading: Reading, decision: OnDocument): boolean {
  if (decide(reading, [{ number: 0, decision }]).lost.length > 0) return false
  if (decision.kind === 'account') return true
  const { text } = reading.document
  const isThere = (words: object) =>
    reading.articles.some((article) =>
      wordsIn(text, article, decision.kind).some((one) => isDeepStrictEqual(one, words)),
    )
  if (decision.before !== null) return isThere(decision.before)
  return decision.after !== null && !isThere(decision.after)
}

/** As the log would keep them, in each of the forms in which it may. */
function wordsIn(text: string, article: Article, kind: Exclude<OnDocument['kind'], 'account'>): object[] {
  switch (kind) {
    case 'statement':
      return article.statements.flatMap((one) => [statementWithChain(text, article, one), statementWords(text, one)])
    case 'event':
      return article.events.map((one) => eventWords(text, article, one))
    case 'place':
      return article.entities.map((one) => placeWords(text, one))
    case 'time':
      return article.times.map((one) => timeWords(text, one))
    case 'count':
      return article.counts.flatMap((one) => [countWords(text, article, one), countAs(text, one)])
  }
}
