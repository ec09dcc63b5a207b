// The placed entities of an article -> where each lies, a village that was only found in a country that nothing else in the article speaks of
// taken for one of its name that no gazetteer lists, in the country that the article is most about.

import type { Article } from '../types.ts'
import type { Spot } from './mentions.ts'

type Entity = Article['entities'][number]

/** Other places must be spoken of so often before one is held to have strayed. */
const SPOKEN = 6

export function spotsIn({ entities }: Pick<Article, 'entities'>): (entity: Entity) => Spot | null {
  const placed = entities.filter(({ place }) => place !== undefined)
  const spoken = new Map<string, number>()
  for (const { place, mentions } of placed)
    if (place?.country !== undefined) spoken.set(place.country, (spoken.get(place.country) ?? 0) + mentions.length)
  const all = [...spoken.values()].reduce((sum, times) => sum + times, 0)
  const home = placed
    .filter(({ place }) => place?.precision === 'country' && place.relation === undefined)
    .toSorted((a, b) => b.mentions.length - a.mentions.length)[0]
  return (entity) => {
    const spot = spotOf(entity)
    if (!spot || !home?.place || spot.country === undefined || entity.place?.featureCode !== VILLAGE) return spot
    const alone = placed.filter(({ place }) => place?.country === spot.country).length === 1
    if (!alone || all - (spoken.get(spot.country) ?? 0) < SPOKEN) return spot
    const { lat, lon, country } = home.place
    return {
      name: spot.name,
      lat,
      lon,
      precision: 'country',
      ...(country === undefined ? {} : { country }),
      span: spot.span,
    }
  }
}

/** A populated place that is the seat of nothing, in GeoNames. */
const VILLAGE = 'PPL'

function spotOf({ name, place, mentions }: Entity): Spot | null {
  if (!place) return null
  const { lat, lon, precision, country, admin1, geonameId } = place
  return {
    name,
    lat,
    lon,
    precision,
    ...(country === undefined ? {} : { country }),
    ...(admin1 === undefined ? {} : { admin1 }),
    ...(geonameId === undefined ? {} : { geonameId }),
    span: mentions[0]?.span ?? [0, 0],
  }
}
