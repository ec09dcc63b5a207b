// An incident and all others -> those that may be the same event, the likeliest first: place and means count most, nearness in time
// alone counts nothing.

import type { Incident } from '../types.ts'

/** @returns 0 if nothing but the time speaks for it */
export function likenessOf(one: Incident, other: Incident): number {
  const what = Math.max(likenessOfPlace(one, other), 0) + likenessOfMeans(one, other)
  if (what < MIN_WHAT || isElsewhere(one, other)) return 0
  return what + likenessOfVictims(one, other) + likenessOfTime(one, other)
}

/** One of these alone is no reason: the same country, or the same kind of event. */
const MIN_WHAT = 3

const EARTH_KM_A_DEGREE = 111
const SAME_KM = 15
const NEAR_KM = 60

function likenessOfPlace({ place: one }: Incident, { place: other }: Incident): number {
  if (!one || !other) return 0
  if (one.geonameId !== undefined && one.geonameId === other.geonameId && one.precision !== 'country') return 4
  if (one.precision === 'country' || other.precision === 'country') return one.country === other.country ? 1 : 0
  const wide = Math.cos((one.lat * Math.PI) / 180)
  const km = EARTH_KM_A_DEGREE * Math.hypot(one.lat - other.lat, (one.lon - other.lon) * wide)
  return km <= SAME_KM ? 4 : km <= NEAR_KM ? 2 : one.country !== undefined && one.country === other.country ? 1 : 0
}

const isElsewhere = ({ place: one }: Incident, { place: other }: Incident): boolean =>
  one?.country !== undefined && other?.country !== undefined && one.country !== other.country

function likenessOfMeans(one: Incident, other: Incident): number {
  if (share(meansOf(one), meansOf(other))) return 3
  if (one.type !== other.type) return 0
  return one.mode !== undefined && one.mode === other.mode ? 2 : 1
}

const likenessOfVictims = (one: Incident, other: Incident): number => (share(victimsOf(one), victimsOf(other)) ? 1 : 0)

const DAY_MS = 86_400_000
const NEAR_DAYS = 3
const FAR_DAYS = 60

function likenessOfTime({ time: one }: Incident, { time: other }: Incident): number {
  if (!one || !other) return 0
  const apart = Math.max(
    (Date.parse(other.start) - Date.parse(one.end)) / DAY_MS,
    (Date.parse(one.start) - Date.parse(other.end)) / DAY_MS,
  )
  return apart <= 0 ? 2 : apart <= NEAR_DAYS ? 1 : apart > FAR_DAYS ? -2 : 0
}

const meansOf = ({ aspects }: Incident): Set<string> =>
  new Set(aspects.flatMap(({ claims }) => claims.flatMap(({ value }) => (value.kind === 'means' ? value.means : []))))

/** The last word of who was hit: "five students", "the students". */
const victimsOf = ({ aspects }: Incident): Set<string> =>
  new Set(
    aspects
      .filter(({ name }) => name === 'recipient')
      .flatMap(({ claims }) =>
        claims.flatMap(({ value }) =>
          value.kind === 'party' ? (value.name.toLowerCase().split(/\s+/).at(-1) ?? []) : [],
        ),
      ),
  )

const share = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((each) => other.has(each))
