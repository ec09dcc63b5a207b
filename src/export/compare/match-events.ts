// Incidents of a record and events of a data set -> which are the same, which only one of them has. One event has one incident at most.

import type { Incident } from '../../types.ts'
import type { CodedEvent } from './coded-event.ts'

interface Pair {
  event: CodedEvent
  incident: Incident
  /** How far the days and the places lie apart; 0 where they overlap. */
  days: number
  km: number
}

export interface Compared {
  same: Pair[]
  theirs: CodedEvent[]
  ours: Incident[]
  /** Of the record, in the data set's days and countries: without a place, without a day, or of a kind that it does not code. */
  incomparable: number
}

export interface Bounds {
  /** How many days two accounts of one event may lie apart. */
  days: number
  /** How many kilometres the points of one town may. */
  km: number
}

/** Reporters and coders often give the day after; and one town's points lie apart in different lists of places. */
export const DEFAULT_BOUNDS: Bounds = { days: 1, km: 25 }

const DAY_MS = 86_400_000
/** A time that covers more says too little. */
const MAX_DAYS = 31
/** What is placed by a district or a region is as near as that is wide. */
const TIMES_WIDER: Readonly<Record<string, number>> = { exact: 1, settlement: 1, district: 3, region: 8 }

/** @param countries those that the whole data set is about, as far as they are known; a record of other countries is not held against it */
export function matchEvents(
  incidents: readonly Incident[],
  events: readonly CodedEvent[],
  { start, end, countries }: { start: string; end: string; countries: ReadonlySet<string> },
  bounds: Bounds = DEFAULT_BOUNDS,
): Compared {
  const inScope = incidents.filter(
    ({ time, place }) =>
      (time === null || (time.end >= start && time.start <= end)) &&
      (place?.country === undefined || countries.size === 0 || countries.has(place.country)),
  )
  const comparable = inScope.filter(isComparable)
  const near = byMonth(events)
  const candidates = comparable.flatMap((incident) =>
    near(incident, bounds.days).flatMap((event) => {
      const pair = compare(event, incident, bounds)
      return pair === null ? [] : [pair]
    }),
  )
  const [takenEvents, takenIncidents] = [new Set<string>(), new Set<string>()]
  const same: Pair[] = []
  // The closest first; ids decide among equals, so that the order of rows makes no difference.
  for (const pair of candidates.toSorted(byCloseness)) {
    if (takenEvents.has(pair.event.id) || takenIncidents.has(pair.incident.id)) continue
    takenEvents.add(pair.event.id)
    takenIncidents.add(pair.incident.id)
    same.push(pair)
  }
  return {
    same: same.toSorted(
      (one, other) => order(one.event.start, other.event.start) || order(one.event.id, other.event.id),
    ),
    theirs: events.filter(({ id }) => !takenEvents.has(id)),
    ours: comparable.filter(({ id }) => !takenIncidents.has(id)),
    incomparable: inScope.length - comparable.length,
  }
}

/** Only events of the incident's months are compared with it: a data set has hundreds of thousands. */
function byMonth(events: readonly CodedEvent[]): (incident: Incident, days: number) => CodedEvent[] {
  const shelves = new Map<string, CodedEvent[]>()
  for (const event of events)
    for (const month of monthsOf(event.start, event.end)) {
      const shelf = shelves.get(month)
      if (shelf) shelf.push(event)
      else shelves.set(month, [event])
    }
  return ({ time }, days) => {
    if (time === null) return []
    const months = monthsOf(shifted(time.start, -days), shifted(time.end, days))
    return [...new Set(months.flatMap((month) => shelves.get(month) ?? []))]
  }
}

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

const MAX_MONTHS = 24

/** "2021-05", "2021-06": all that the days touch. */
function monthsOf(start: string, end: string): string[] {
  const months: string[] = []
  let [year, month] = start.split('-').map(Number)
  for (let name = start.slice(0, 7); name <= end.slice(0, 7) && months.length < MAX_MONTHS; ) {
    months.push(name)
    if (month === 12) [year, month] = [year + 1, 1]
    else month++
    name = `${year}-${String(month).padStart(2, '0')}`
  }
  return months
}

const CODED_TYPES = new Set(['ASSAULT', 'PROTEST', 'COERCE'])

const isComparable = ({ time, place, type }: Incident): boolean =>
  CODED_TYPES.has(type) &&
  place !== null &&
  place.precision !== 'country' &&
  time !== null &&
  Date.parse(time.end) - Date.parse(time.start) < MAX_DAYS * DAY_MS

function compare(event: CodedEvent, incident: Incident, bounds: Bounds): Pair | null {
  const { time, place, type } = incident
  if (time === null || place === null || event.point === null) return null
  if (event.types !== null && !event.types.includes(type)) return null
  const days = daysApart(event, time)
  if (days > bounds.days) return null
  const km = Math.round(kmBetween(event.point, place))
  return km <= bounds.km * (TIMES_WIDER[place.precision] ?? 1) ? { event, incident, days, km } : null
}

const daysApart = (one: { start: string; end: string }, other: { start: string; end: string }): number =>
  Math.max(
    0,
    Math.round((Date.parse(one.start) - Date.parse(other.end)) / DAY_MS),
    Math.round((Date.parse(other.start) - Date.parse(one.end)) / DAY_MS),
  )

function kmBetween(one: { lat: number; lon: number }, other: { lat: number; lon: number }): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const [north, east] = [radians(other.lat - one.lat), radians(other.lon - one.lon)]
  const half =
    Math.sin(north / 2) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(east / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** The dead that both give settle which of two events of one town and day it is. */
function byCloseness(one: Pair, other: Pair): number {
  return (
    one.days - other.days ||
    deathsApart(one) - deathsApart(other) ||
    one.km - other.km ||
    order(one.event.id, other.event.id) ||
    order(one.incident.id, other.incident.id)
  )
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** 0 where the bounds touch, or where one of them gives none. */
function deathsApart({ event: { deaths }, incident }: Pair): number {
  const ours = deathsOf(incident)
  if (deaths === null || ours === null) return 0
  return Math.max(0, deaths.low - (ours.high ?? Number.POSITIVE_INFINITY), ours.low - deaths.high)
}

/** From the lowest to the highest that any account gives of all the dead; null where none counts the dead. */
export function deathsOf({ aspects }: Incident): { low: number; high: number | null } | null {
  const values = aspects
    .filter(({ name }) => name === 'count:killed')
    .flatMap((aspect) => aspect.values)
    .filter(({ part, denied }) => !part && !denied)
  const lows = values.flatMap(({ low }) => low ?? [])
  if (lows.length === 0) return null
  const highs = values.map(({ low, high }) => (high === undefined ? (low ?? 0) : high))
  return {
    low: Math.min(...lows),
    high: highs.some((high) => high === null) ? null : Math.max(...highs.flatMap((high) => high ?? [])),
  }
}
