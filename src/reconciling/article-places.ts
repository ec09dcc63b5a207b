// An article -> where its entities lie, and which place it is most about.

import type { Article, Entity, Span } from '../types.ts'
import type { Spot } from './mention.ts'
import { nameWords } from './words.ts'

/** @param sentence in which it stands, so that its words are those of this sentence */
export function spotOf({ name, place, mentions }: Entity, sentence?: Span): Spot | null {
  if (!place) return null
  const beside = sentence && mentions.find(({ span: [from, to] }) => sentence[0] <= from && to <= sentence[1])
  const { lat, lon, precision, country, admin1, geonameId } = place
  return {
    name,
    lat,
    lon,
    precision,
    ...(country === undefined ? {} : { country }),
    ...(admin1 === undefined ? {} : { admin1 }),
    ...(geonameId === undefined ? {} : { geonameId }),
    span: (beside ?? mentions[0])?.span ?? [0, 0],
  }
}

/** A country itself, and not a village somewhere in it. */
export const isCountry = ({ place }: Entity): boolean => place?.precision === 'country' && place.relation === undefined

/** The settlement that the article names most, the first of equals. */
export function mainPlace(article: Article): Spot | null {
  let best: Entity | null = null
  for (const entity of article.entities) {
    if (!entity.place || entity.place.precision === 'country' || entity.place.precision === 'region') continue
    if (!best || entity.mentions.length > best.mentions.length) best = entity
  }
  return best ? spotOf(best) : null
}

export function townOf({ entities }: Article): string[] {
  const named = entities.filter(
    ({ type, mentions, place }) =>
      type === 'place' &&
      mentions.some(({ kind }) => kind === 'name') &&
      place?.precision !== 'country' &&
      place?.precision !== 'region',
  )
  const [most] = named.toSorted((a, b) => b.mentions.length - a.mentions.length)
  return most ? nameWords(most.name) : []
}
