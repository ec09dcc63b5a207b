// A reading -> the keys of the registry for the sources of its statements and for the parties of its events.

import type { Reading } from '../types.ts'
import { townOf } from './article-places.ts'
import { homeCountryOf } from './home-country.ts'
import { originsIn } from './origins.ts'
import { partiesOf } from './parties.ts'

export interface ReadingParties {
  /** By id of statement; without those whose source is hidden or nobody. */
  statements: readonly (readonly [statement: string, party: string])[]
  /** Of all events, each once: those with a name or a body. */
  events: readonly string[]
}

export const NO_PARTIES: ReadingParties = { statements: [], events: [] }

export function readingParties({ document: { id, text }, articles }: Reading): ReadingParties {
  const statements = new Map<string, string>()
  const events = new Set<string>()
  for (const [index, article] of articles.entries()) {
    const originOf = originsIn(article, { document: id, article: index + 1, text })
    for (const { id: statement } of article.statements) {
      const origin = originOf(statement)
      if (origin.kind !== 'voice' && origin.party !== undefined) statements.set(statement, origin.party)
    }
    const entities = new Map(article.entities.map((entity) => [entity.id, entity]))
    const home = homeCountryOf(article)
    const naming = { document: id, article: index + 1, town: townOf(article) }
    for (const event of article.events)
      for (const { key } of partiesOf(event, entities, text, home, naming)) if (key !== undefined) events.add(key)
  }
  return { statements: [...statements], events: [...events] }
}
