// A claim of how many -> whether it counts the people of this incident: not those of another town, of a whole war, or of an event whose dead
// another incident of the same export counts.

import type { Claim, Fate } from '../types.ts'
import type { CitedIncident } from './cited.ts'

export function isOfThisEvent(cited: CitedIncident, fate: Fate, claim: Claim): boolean {
  return cited.countsHere(fate, claim) && isHereAndThen(cited, claim)
}

/** The mention that the number stands with is in the incident's place and time, as far as its own words say. */
function isHereAndThen({ incident, accounts }: CitedIncident, claim: Claim): boolean {
  const account = accounts.find(({ account }) => account === incident.accounts[claim.account])
  const mention = account?.mentions.find(({ id }) => id === claim.event)
  if (!account || !mention) return true
  const { article } = account.cited
  const place =
    mention.placeBasis === 'sentence' ? article.entities.find(({ id }) => id === mention.place)?.place : undefined
  const time = article.times.find(({ id }) => id === mention.time)
  if (place && incident.place && isTown(place) && isTown(incident.place) && kilometres(place, incident.place) > MAX_KM)
    return false
  if (!time?.start || !time.end || !incident.time) return true
  const [start, end] = [Date.parse(time.start), Date.parse(time.end)]
  const isLong = (end - start) / DAY_MS > MAX_DAYS
  const [first, last] = [Date.parse(incident.time.start), Date.parse(incident.time.end)]
  if (isLong && (last - first) / DAY_MS <= MAX_DAYS) return false
  return start <= last + DAY_MS && end >= first - DAY_MS
}

const MAX_KM = 60
const MAX_DAYS = 31
const DAY_MS = 86_400_000

const isTown = ({ precision }: { precision: string }): boolean => precision === 'settlement' || precision === 'exact'

type Point = { lat: number; lon: number }

function kilometres(one: Point, other: Point): number {
  const radians = Math.PI / 180
  const x = (other.lon - one.lon) * radians * Math.cos(((one.lat + other.lat) / 2) * radians)
  return 6371 * Math.hypot(x, (other.lat - one.lat) * radians)
}
