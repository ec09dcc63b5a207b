// An article -> the country that it is about: "the army" is the army of that country. One town's name is not enough to go by, since other
// countries may have a town of that name; the country's own name, its people or a second place is.

import type { Article } from '../types.ts'

/** How many times as often as any other country it must be meant. */
const CLEAR = 1.5
/** An event there says more than a name does. */
const EVENT = 2
const MIN_PLACES = 2

/** Undefined where two countries are meant about as often, or it is not sure which is. */
export function homeCountryOf({ entities, events }: Pick<Article, 'entities' | 'events'>): string | undefined {
  const votes = new Map<string, number>()
  const signs = new Map<string, Set<string>>()
  const vote = (country: string, weight: number) => votes.set(country, (votes.get(country) ?? 0) + weight)
  const sign = (country: string, name: string) => signs.set(country, (signs.get(country) ?? new Set()).add(name))
  const places = new Map(entities.map(({ id, place }) => [id, place?.country]))
  for (const { place } of events) {
    const country = places.get(place ?? '')
    if (country !== undefined) vote(country, EVENT)
  }
  for (const { type, name, place, mentions, actor } of entities) {
    if (actor?.country !== undefined) sign(actor.country, name)
    if (actor?.country !== undefined && type !== 'outlet') sign(actor.country, 'its people')
    if (type === 'organisation' || place?.country === undefined) continue
    vote(place.country, mentions.filter(({ kind }) => kind === 'name').length)
    if (place.relation === undefined) sign(place.country, name)
    if (place.precision === 'country') sign(place.country, 'its own name')
  }
  const [first, second] = [...votes].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (!first || first[1] < CLEAR * (second?.[1] ?? 0)) return undefined
  return (signs.get(first[0])?.size ?? 0) >= MIN_PLACES ? first[0] : undefined
}
