// A reading -> the keys of the registry for the sources of its statements.

import type { Reading } from '../types.ts'
import { originsIn } from './origins.ts'
import { partyKeyOf } from './party-name.ts'

/** By id of statement; without those whose source is hidden or nobody. */
export function statementParties({ document: { id, text }, articles }: Reading): Map<string, string> {
  const keys = new Map<string, string>()
  for (const [index, article] of articles.entries()) {
    const originOf = originsIn(article, { document: id, article: index + 1, text })
    for (const { id: statement } of article.statements) {
      const origin = originOf(statement)
      const key = origin.kind === 'voice' ? null : partyKeyOf(origin)
      if (key !== null) keys.set(statement, key)
    }
  }
  return keys
}
