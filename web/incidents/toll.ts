// How many, as accounts tell it -> the toll over time: a series for each source, by the day on which its account was published.

import type { AccountAnswer } from '../../src/server/answers.ts'
import { sourceName } from './links.ts'
import type { Question } from './say.ts'

interface Told {
  /** ISO day. */
  day: string
  low: number
  /** Null for no upper bound. */
  high: number | null
  words: string
  account: AccountAnswer
  event: string
  at: readonly number[]
}

export interface Series {
  name: string
  named: boolean
  told: Told[]
}

/** More lines than these cannot be told apart. */
export const MAX_SERIES = 5

/** Those that speak most often first, also with what they have revised since: that is how a toll moves. A part of a number is no toll. */
export function tollSeries({ stands }: Question, accounts: readonly AccountAnswer[]): Series[] {
  const series = new Map<number, Series>()
  for (const stand of stands) {
    const { bounds } = stand
    if (bounds === null || stand.isPart || stand.denied) continue
    for (const { account: at, event, words, at: span } of stand.says) {
      const account = accounts[at]
      const day = /^\d{4}-\d\d-\d\d/.exec(account?.published ?? '')?.[0]
      if (day === undefined) continue
      const { originNumber, named } = account
      const name = sourceName(account)
      const own = series.get(originNumber) ?? { name, named, told: [] }
      series.set(originNumber, own)
      if (own.told.some((one) => one.day === day && one.low === bounds.low && one.high === bounds.high)) continue
      own.told.push({ day, ...bounds, words, account, event, at: span })
    }
  }
  const all = [...series.values()]
  for (const { told } of all) told.sort((a, b) => a.day.localeCompare(b.day) || a.low - b.low)
  return all.sort((a, b) => b.told.length - a.told.length || a.told[0].day.localeCompare(b.told[0].day))
}

/** A chart tells more than a sentence if there is more than one day and more than one number. */
export function isWorthDrawing(series: readonly Series[]): boolean {
  const told = series.flatMap((one) => one.told)
  return [({ day }: Told) => day, ({ low, high }: Told) => `${low} ${high}`].every(
    (of) => new Set(told.map(of)).size > 1,
  )
}

export interface Chart {
  ticks: { y: number; label: string }[]
  days: { x: number; label: string; isLast: boolean }[]
  lines: { points: { x: number; y: number; isOpen: boolean; told: Told }[]; path: string }[]
}

const DAY_MS = 86_400_000

export function drawToll(series: readonly Series[], width: number, height: number): Chart {
  const told = series.flatMap((one) => one.told)
  const most = Math.max(...told.map(({ low, high }) => high ?? low))
  const step = stepFor(most)
  const top = Math.max(step, Math.ceil(most / step) * step)
  const days = [...new Set(told.map(({ day }) => day))].sort()
  const [first, last] = [Date.parse(days[0]), Date.parse(days.at(-1) ?? days[0])]
  const span = Math.max(DAY_MS, last - first)
  const x = (day: string) => (width * (Date.parse(day) - first)) / span
  const y = (count: number) => height - (height * count) / top
  return {
    ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, at) => ({
      y: y(at * step),
      label: (at * step).toLocaleString('en'),
    })),
    days: labelled(days, x, width),
    lines: series.map((one, at) => {
      const points = one.told.map((each) => ({
        // Sources that say the same on one day stand side by side.
        x: x(each.day) + (at - (series.length - 1) / 2) * APART_PX,
        y: y(each.high ?? each.low),
        isOpen: each.high === null,
        told: each,
      }))
      // A toll holds until the source gives another one.
      const path = points.map(({ x, y }, at) => (at === 0 ? `M${x},${y}` : `H${x}V${y}`)).join('')
      return { points, path }
    }),
  }
}

const APART_PX = 9
const NEAR_PX = 88

function labelled(days: readonly string[], x: (day: string) => number, width: number): Chart['days'] {
  const kept: Chart['days'] = []
  for (const day of days) {
    const at = x(day)
    const before = kept.at(-1)
    if (!before || at - before.x >= NEAR_PX) kept.push({ x: at, label: day, isLast: at > width - NEAR_PX / 2 })
  }
  return kept
}

/** 1, 2 or 5 with noughts, so that there are at most five lines. */
function stepFor(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 5)))
  return [1, 2, 5, 10].map((times) => times * power).find((step) => most / step <= 5) ?? 10 * power
}
