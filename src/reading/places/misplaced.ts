// The entities of an article -> the same, with misplaced villages corrected: a village that is the article's only place in its country
// is taken for an unlisted one in the country that the article is most about.

import type { Entity } from '../../types.ts'

/** Other places must be mentioned so often before one is held to be misplaced. */
const MIN_MENTIONS = 6
/** For a mere guess fewer do. */
const MIN_OTHERS = 3
/** A populated place that is the seat of nothing, in GeoNames; and seats of districts, where the name itself was a guess. */
const isVillage = ({ featureCode, confidence }: NonNullable<Entity['place']>): boolean =>
  featureCode === 'PPL' || (confidence < GUESS && /^PPLA[2-5]$/.test(featureCode ?? ''))
const GUESS = 0.3

export function withoutMisplaced(entities: readonly Entity[]): Entity[] {
  const placed = entities.filter(({ place }) => place !== undefined)
  const mentioned = new Map<string, number>()
  const places = new Map<string, number>()
  for (const { place, mentions } of placed)
    if (place?.country !== undefined) {
      mentioned.set(place.country, (mentioned.get(place.country) ?? 0) + mentions.length)
      places.set(place.country, (places.get(place.country) ?? 0) + 1)
    }
  const all = [...mentioned.values()].reduce((sum, times) => sum + times, 0)
  /** A guess that nothing bears out, where all else lies in one other country. */
  const isLoneGuess = ({ place }: Entity): boolean =>
    place?.country !== undefined &&
    place.confidence < GUESS &&
    isVillage(place) &&
    places.get(place.country) === 1 &&
    mentioned.size === 2 &&
    all - (mentioned.get(place.country) ?? 0) >= MIN_OTHERS
  const home = placed
    .filter(({ place }) => place?.precision === 'country' && place.relation === undefined)
    .toSorted((a, b) => b.mentions.length - a.mentions.length)[0]?.place
  if (!home) return entities.map((entity) => (isLoneGuess(entity) ? withoutPlace(entity) : entity))
  const { lat, lon, country } = home
  return entities.map((entity) => {
    const { place } = entity
    if (place?.country === undefined || !isVillage(place)) return entity
    const alone = places.get(place.country) === 1
    if (!alone || all - (mentioned.get(place.country) ?? 0) < MIN_MENTIONS) return entity
    const { confidence } = place
    return {
      ...entity,
      place: {
        lat,
        lon,
        ...(country === undefined ? {} : { country }),
        precision: 'country',
        relation: 'in',
        confidence,
      },
    }
  })
}

const withoutPlace = ({ place: _, ...entity }: Entity): Entity => entity
