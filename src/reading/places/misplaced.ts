// The entities of an article -> the same, with misplaced villages, quarters and sites corrected: where they are all that the article has in
// their country, each is taken for an unlisted one in the country that the article is most about.

import type { Entity } from '../../types.ts'

/** Other places must be mentioned so often before one is held to be misplaced. */
const MIN_MENTIONS = 6
/** For a mere guess fewer do. */
const MIN_OTHERS = 3
/** Where no country is named, so many places must lie in one, and be mentioned so often, before a village in another has none. */
const MIN_PLACES = 2
const MIN_ELSEWHERE = 4
/** A place that is the seat of nothing, in GeoNames: a village, a quarter, a small district, the seat of a parish; and seats of districts, where the name itself was a guess. */
const isVillage = ({ featureCode = '', confidence }: NonNullable<Entity['place']>): boolean =>
  /^(?:PPL[FHLQRWX]?|PPLA[45]|ADM[345]|ADMD)$/.test(featureCode) ||
  (confidence < GUESS && /^PPLA[2-5]$/.test(featureCode))
const GUESS = 0.3

export function withoutMisplaced(entities: readonly Entity[]): Entity[] {
  const placed = entities.filter(({ place }) => place !== undefined)
  const mentioned = new Map<string, number>()
  const places = new Map<string, number>()
  /** Of places that a report names without further words. */
  const known = new Set<string>()
  for (const { place, mentions } of placed)
    if (place?.country !== undefined) {
      mentioned.set(place.country, (mentioned.get(place.country) ?? 0) + mentions.length)
      places.set(place.country, (places.get(place.country) ?? 0) + 1)
      if (!isVillage(place)) known.add(place.country)
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
  /** A village, where several places of one other country are all else that is named. */
  const isLoneVillage = ({ place }: Entity): boolean =>
    place?.country !== undefined &&
    isVillage(place) &&
    !known.has(place.country) &&
    mentioned.size === 2 &&
    placed.length - (places.get(place.country) ?? 0) >= MIN_PLACES &&
    all - (mentioned.get(place.country) ?? 0) >= MIN_ELSEWHERE * (places.get(place.country) ?? 1)
  if (!home)
    return entities.map((entity) => (isLoneGuess(entity) || isLoneVillage(entity) ? withoutPlace(entity) : entity))
  const { lat, lon, country } = home
  return entities.map((entity) => {
    const { place } = entity
    if (place?.country === undefined || !isVillage(place)) return entity
    const others = all - (mentioned.get(place.country) ?? 0)
    // Two namesakes abroad bear each other out no more than one does.
    if (known.has(place.country) || others < MIN_MENTIONS * (places.get(place.country) ?? 1)) return entity
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
