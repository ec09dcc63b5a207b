// A typed name or code -> those of some places that lie inside what it names: a country, a region, a district, a town.

import { COUNTRIES } from '../countries.ts'
import { COUNTRY_FEATURE } from './entry.ts'
import { foldName } from './fold.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { lookUp } from './look-up.ts'

/** A place as an incident has it. */
export interface Located {
  name: string
  lat: number
  lon: number
  /** ISO 3166-1 alpha-2. */
  country?: string
  geonameId?: number
}

/**
 * @param typed a name, an alternate name, a country's code of two or three letters, or a GeoNames id. If the gazetteer has none of these, or
 * only a town in which nothing lies, places are chosen with these words in their own name or in that of a place that contains them.
 */
export function placesInside(
  typed: string,
  gazetteer: Gazetteer,
): <Given extends Located>(places: readonly Given[]) => Given[] {
  const named = placesNamed(typed, gazetteer)
  const indexes = new Set(named.map(({ index }) => index))
  const zones = named.filter(({ feature }) => ZONE.test(feature))
  const words = foldName(typed)
  const isWithin = (chain: readonly Place[]) =>
    chain.some(({ index }) => indexes.has(index)) || zones.some((zone) => isNamedAfter(zone, chain))
  const isCalled = ({ name }: Located, chain: readonly Place[]) =>
    [name, ...chain.map((place) => place.name)].some((each) => foldName(each).includes(words))
  return (places) => {
    const chains = places.map((place) => chainOf(place, gazetteer))
    const inside = places.filter((_, at) => isWithin(chains[at]))
    if (inside.length > 0 || words === '' || named.some(isDivision)) return inside
    return places.filter((place, at) => isCalled(place, chains[at]))
  }
}

/** All places of that name; of those that only have it as another name, which is often wrong, the ones larger than these. */
function placesNamed(typed: string, gazetteer: Gazetteer): Place[] {
  const found = lookUp(typed, gazetteer)
  const [own, other] = [true, false].map((wanted) =>
    found.flatMap(({ place, primary }) => (primary === wanted ? [place] : [])),
  )
  const largest = Math.max(...other.map(({ population }) => population))
  const least = own.length > 0 ? Math.max(...own.map(({ population }) => population)) + 1 : largest / MUCH_SMALLER
  return [...codedPlaces(typed.trim(), gazetteer), ...own, ...other.filter(({ population }) => population >= least)]
}

const MUCH_SMALLER = 10

function codedPlaces(typed: string, gazetteer: Gazetteer): Place[] {
  const found = /^\d+$/.test(typed)
    ? gazetteer.withId(Number(typed))
    : gazetteer.withCode(ALPHA2.get(typed.toUpperCase()) ?? typed.toUpperCase())
  return found ? [found] : []
}

const ALPHA2 = new Map(Array.from(COUNTRIES, ([alpha2, { alpha3 }]) => [alpha3, alpha2]))

/** Regions that gazetteers list without what lies in them: Darfur, Kurdistan. */
const ZONE = /^(?:RGN|CONT)/

/** "Northern Darfur" lies in Darfur. */
const isNamedAfter = (zone: Place, chain: readonly Place[]): boolean =>
  chain.some(
    ({ name, country, feature }) =>
      feature === 'ADM1' &&
      (zone.country === '' || zone.country === country) &&
      ` ${foldName(name)} `.includes(` ${foldName(zone.name)} `),
  )

const isDivision = ({ feature }: Place): boolean => COUNTRY_FEATURE.test(feature) || feature === 'ADM1'

/** The place and what contains it, the closest first; what only lies near or some way from a place counts as lying where that place does. */
function chainOf(place: Located, gazetteer: Gazetteer): Place[] {
  const known = place.geonameId === undefined ? null : gazetteer.withId(place.geonameId)
  const anchor = known ?? nearestNamed(place, gazetteer)
  if (anchor) return [anchor, ...gazetteer.containers(anchor)]
  const country = place.country === undefined ? null : gazetteer.withCode(place.country)
  return country ? [country] : []
}

/** Of the places of its name in its country the nearest, if it is near. */
function nearestNamed({ name, lat, lon, country }: Located, gazetteer: Gazetteer): Place | null {
  const distance = (place: Place) => Math.hypot(place.lat - lat, (place.lon - lon) * Math.cos((lat * Math.PI) / 180))
  const [nearest] = lookUp(name, gazetteer)
    .flatMap(({ place }) => (country === undefined || place.country === country ? [place] : []))
    .toSorted((a, b) => distance(a) - distance(b) || a.index - b.index)
  return nearest && distance(nearest) <= NEAR_DEGREES ? nearest : null
}

/** About a hundred kilometres. */
const NEAR_DEGREES = 1
