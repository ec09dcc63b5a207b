// Incidents and a width -> their bars on the timeline, in lanes; a vague time makes a long bar.

import type { IncidentHead } from '../../src/server/answers.ts'
import { count, shown } from '../words.ts'

const DAY = 86_400_000

interface Bar {
  key: string
  x: number
  width: number
  /** Parts of the height there is. */
  bottom: number
  height: number
  disputed: boolean
  what: string
}

export interface Timeline {
  bars: Bar[]
  ticks: { x: number; label: string }[]
  xOf: (day: string) => number
  dayAt: (x: number) => string
}

interface Stretch {
  incident: IncidentHead
  x: number
  width: number
}

const LEAST = 6
/** More than these cannot be distinguished: they are counted. */
const MANY = 600

export function layOutTime(incidents: readonly IncidentHead[], all: readonly IncidentHead[], width: number): Timeline {
  const days = all.flatMap(({ start, end }) => [start, end].flatMap((day) => (day === null ? [] : [Date.parse(day)])))
  const first = days.length > 0 ? days.reduce((a, b) => Math.min(a, b)) : 0
  const last = days.length > 0 ? days.reduce((a, b) => Math.max(a, b)) : DAY
  const pad = Math.max(DAY, (last - first) * 0.02)
  const [from, to] = [first - pad, last + pad + DAY]
  const scale = width / (to - from)
  const xOf = (day: string) => (Date.parse(day) - from) * scale
  const stretches = incidents.flatMap((incident): Stretch[] => {
    if (incident.start === null) return []
    const x = xOf(incident.start)
    const right = (Date.parse(incident.end ?? incident.start) + DAY - from) * scale
    return [{ incident, x, width: Math.max(LEAST, right - x) }]
  })
  const bars = stretches.length > MANY ? columnsOf(stretches) : lanesOf(stretches)
  const dayAt = (x: number) => new Date(from + Math.min(width, Math.max(0, x)) / scale).toISOString().slice(0, 10)
  return { bars, ticks: ticksOf(from, to, xOf, width), xOf, dayAt }
}

/** What overlaps stands one above the other. */
function lanesOf(stretches: readonly Stretch[]): Bar[] {
  const ends: number[] = []
  const placed = [...stretches]
    .sort((a, b) => a.x - b.x)
    .map((stretch) => {
      const free = ends.findIndex((end) => end <= stretch.x)
      const lane = free < 0 ? ends.length : free
      ends[lane] = stretch.x + stretch.width + 2
      return { ...stretch, lane }
    })
  const height = 1 / Math.max(LANES, ends.length)
  return placed.map(({ incident, x, width, lane }) => ({
    key: incident.id,
    x,
    width,
    bottom: lane * height,
    height: height * 0.86,
    disputed: incident.disputed.length > 0,
    what: shown(incident.title),
  }))
}

/** So many lanes there is always room for. */
const LANES = 8
const COLUMN = 5

/** By the day they began: how many, those disputed below. */
function columnsOf(stretches: readonly Stretch[]): Bar[] {
  const columns = new Map<number, { all: number; disputed: number }>()
  for (const { x, incident } of stretches) {
    const at = Math.floor(x / COLUMN)
    const column = columns.get(at) ?? { all: 0, disputed: 0 }
    column.all++
    if (incident.disputed.length > 0) column.disputed++
    columns.set(at, column)
  }
  const most = Math.max(...[...columns.values()].map(({ all }) => all))
  return [...columns].flatMap(([at, { all, disputed }]) => {
    const what = `${count(all, 'incident')}, ${disputed} disputed`
    const bar = { x: at * COLUMN, width: COLUMN - 1, what }
    return [
      { ...bar, key: `${at} disputed`, bottom: 0, height: disputed / most, disputed: true },
      { ...bar, key: `${at}`, bottom: disputed / most, height: (all - disputed) / most, disputed: false },
    ]
  })
}

/** Years, else quarters, months or weeks: as many as can be read. */
function ticksOf(from: number, to: number, xOf: (day: string) => number, width: number): Timeline['ticks'] {
  const most = Math.max(2, width / 90)
  const days = (to - from) / DAY
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
  if (days / 7 <= most) {
    const monday = from + ((8 - new Date(from).getUTCDay()) % 7) * DAY
    return range(Math.ceil(days / 7)).map((week) => tick(iso(monday + week * 7 * DAY)))
  }
  const months = [1, 3, 6, 12, 24, 60, 120, 240].find((step) => days / 30.4 / step <= most) ?? 1200
  const start = new Date(from)
  const first = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth() + 1) / months) * months
  return range(Math.ceil(days / 28 / months) + 1)
    .map((step) => first + step * months)
    .map((month) => iso(Date.UTC(Math.floor(month / 12), month % 12, 1)))
    .filter((day) => Date.parse(day) < to)
    .map((day) => tick(day))

  function tick(day: string) {
    const [year, month, date] = day.split('-')
    const name = new Date(day).toLocaleString('en', { month: 'short', timeZone: 'UTC' })
    const label = days / 7 <= most ? `${Number(date)} ${name}` : month === '01' ? year : `${name} ${year}`
    return { x: xOf(day), label }
  }
}

const range = (length: number): number[] => Array.from({ length: Math.max(0, length) }, (_, index) => index)
