// Two places -> how far they speak for or against one event.

import type { ComparedSpot } from './compared-chain.ts'
import { placeWords, sameName } from './words.ts'

/** How far from its coordinates a place may lie, in kilometres. */
const REACH: Readonly<Record<ComparedSpot['precision'], number>> = {
  exact: 5,
  settlement: 12,
  district: 40,
  region: 150,
  country: 800,
}

/** Kilometres from a country's point, about its middle. */
const BORDERLAND = 120

/** `unsure`: of one name and far from each other, which is rather a name read wrongly than another place. */
export type Agreement = 'same' | 'within' | 'near' | 'unsure' | 'apart'

/** From the finest to the coarsest. */
const FINEST: readonly ComparedSpot['precision'][] = ['exact', 'settlement', 'district', 'region', 'country']

/** For sorting: the finest first. */
export const byPrecision = (one: ComparedSpot, other: ComparedSpot): number =>
  FINEST.indexOf(one.precision) - FINEST.indexOf(other.precision)

export function comparePlaces(one: ComparedSpot, other: ComparedSpot): Agreement {
  const found = compareOnMap(one, other)
  if (found !== 'apart') return found
  const country = one.precision === 'country' || other.precision === 'country'
  // Near a border, and where whose a place is is disputed, gazetteers and reports may give it to two countries.
  return sameName(placeWords(one.name), placeWords(other.name)) || (country && kilometres(one, other) < BORDERLAND)
    ? 'unsure'
    : found
}

function compareOnMap(one: ComparedSpot, other: ComparedSpot): Exclude<Agreement, 'unsure'> {
  if (one.precision === other.precision && isOne(one, other)) return 'same'
  const [small, large] = REACH[one.precision] <= REACH[other.precision] ? [one, other] : [other, one]
  if (large.precision === 'country' || large.precision === 'region') {
    const known = small.country !== undefined && large.country !== undefined
    if (known && small.country !== large.country) return 'apart'
    if (large.precision === 'country' && known) return 'within'
    // A province has the towns that lie in it, and not those beside it; other regions ("the north", a valley) have no such border.
    if (large.precision === 'region' && small.admin1 !== undefined && large.admin1 !== undefined && known)
      return small.admin1 === large.admin1 ? 'within' : 'apart'
  }
  const away = kilometres(one, other)
  if (away <= 2 && one.precision === other.precision) return 'same'
  const reach = REACH[one.precision] + REACH[other.precision]
  if (away <= reach) return REACH[large.precision] > 2 * REACH[small.precision] ? 'within' : 'near'
  return 'apart'
}

const isOne = (one: ComparedSpot, other: ComparedSpot): boolean =>
  one.geonameId !== undefined ? one.geonameId === other.geonameId : one.lat === other.lat && one.lon === other.lon

/** By the haversine formula, on a sphere of 6,371 km. */
export function kilometres(one: Pick<ComparedSpot, 'lat' | 'lon'>, other: Pick<ComparedSpot, 'lat' | 'lon'>): number {
  const radians = Math.PI / 180
  const [up, along] = [(other.lat - one.lat) * radians, (other.lon - one.lon) * radians]
  const half =
    Math.sin(up / 2) ** 2 + Math.cos(one.lat * radians) * Math.cos(other.lat * radians) * Math.sin(along / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** What two places are worth: a common town tells much, a common country next to nothing. */
const WORTH: Readonly<Record<ComparedSpot['precision'], number>> = {
  exact: 2,
  settlement: 2,
  district: 1.2,
  region: 0.6,
  country: 0.1,
}

export function weighPlaces(one: ComparedSpot, other: ComparedSpot): number {
  const coarse = Math.min(WORTH[one.precision], WORTH[other.precision])
  switch (comparePlaces(one, other)) {
    case 'same':
      return coarse
    case 'within':
      return Math.min(0.5, coarse)
    case 'near':
      return Math.min(0.8, coarse)
    case 'unsure':
      return 0
    case 'apart':
      return -3
  }
}

/** "the area", "their city": anywhere. */
const NAMELESS =
  /^(?:(?:the|their|its|our|his|her|this|that) )?(?:\p{Ll}+ )?(?:area|city|town|village|district|region|province|country|neighbou?rhood|suburbs?|outskirts|place)$/u
export const hasName = ({ name }: { name: string }): boolean => !NAMELESS.test(name)
