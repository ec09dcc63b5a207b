// Two places -> how strongly one supports the other, by distance and by the places that contain them.

import { COUNTRY_FEATURE } from '../../gazetteer/entry.ts'
import type { Gazetteer, Place } from '../../gazetteer/gazetteer.ts'

/** A place with the numbers of what contains it, its own included. */
export interface Located {
  place: Place
  within: ReadonlySet<number>
  /** Number of its first-level division, or its own; null where it has none. */
  division: Place | null
  vector: readonly [x: number, y: number, z: number]
}

export function locate(place: Place, gazetteer: Gazetteer): Located {
  const containers = gazetteer.containers(place)
  const chain = [place, ...containers]
  return {
    place,
    within: new Set(chain.map(({ index }) => index)),
    division: chain.find(({ feature }) => feature === 'ADM1') ?? null,
    vector: vectorOf(place),
  }
}

/** On the unit sphere: comparing points must cost no trigonometry, as it is done for every pair. */
function vectorOf({ lat, lon }: Place): Located['vector'] {
  const [north, east] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)]
}

/** The square of the straight line through the earth, its radius being 1, for a way of so many kilometres over ground. */
const chord = (km: number) => 4 * Math.sin(km / (2 * 6371)) ** 2

const CLOSE = chord(40)
const NEAR = chord(120)
const FAR = chord(300)

export const isCountry = ({ feature }: Place) => COUNTRY_FEATURE.test(feature)

/** 0 to 1: one lies in the other, both in one county, near each other, in one state, in one country. */
export function kinship(a: Located, b: Located): number {
  // "Congo", where "the Republic of Congo" is
  if (a.place.index === b.place.index) return 1
  const nested = a.within.has(b.place.index) || b.within.has(a.place.index)
  if (nested) return isCountry(a.place) || isCountry(b.place) ? 0.35 : 1
  const [[x, y, z], [u, v, w]] = [a.vector, b.vector]
  const apart = (x - u) ** 2 + (y - v) ** 2 + (z - w) ** 2
  const near = apart < CLOSE ? 0.9 : apart < NEAR ? 0.6 : apart < FAR ? 0.3 : 0
  const division = a.division && a.division.index === b.division?.index ? 0.6 : 0
  const country = a.place.country !== '' && a.place.country === b.place.country ? 0.2 : 0
  return Math.max(near, division, country)
}
