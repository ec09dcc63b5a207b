// The layers of a reading that somebody asks for -> those that must be worked out for them; an article -> these layers of it alone.

import type { Article, Layer, PartOfArticle } from './types.ts'

export const LAYERS: readonly Layer[] = [
  'sentences',
  'statements',
  'events',
  'entities',
  'times',
  'counts',
  'loaded',
  'signals',
]

/** What each is made from; the model reads for all but the first. */
const NEEDS: Readonly<Record<Layer, readonly Layer[]>> = {
  sentences: [],
  statements: [],
  times: [],
  counts: ['times'],
  loaded: [],
  // Who is of which body and country shows in what happened to them.
  events: ['statements', 'times', 'counts'],
  entities: ['events'],
  signals: ['events', 'entities', 'loaded'],
}

export function withNeeds(layers: readonly Layer[]): ReadonlySet<Layer> {
  const all = new Set<Layer>(layers)
  for (const layer of all) for (const need of NEEDS[layer]) all.add(need) // a set goes on with what is added
  return all
}

export function only(article: Article, layers: readonly Layer[]): PartOfArticle {
  const { sentences, statements, events, entities, times, counts, loaded, signals, ...about } = article
  const all = { sentences, statements, events, entities, times, counts, loaded, signals }
  const asked = Object.entries(all).filter(([layer]) => layers.some((one) => one === layer))
  return { ...about, ...Object.fromEntries(asked) }
}
