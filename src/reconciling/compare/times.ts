// Two event chains -> the signs of their times: their own, else the days on which they were news.

import type { Day } from '../../calendar.ts'
import type { EventChain } from '../event-chain.ts'
import type { When } from '../mention.ts'
import type { Signs } from './signs.ts'

/** News is about the days before its publication, up to this many. */
const NEWS_DAYS = 10
/** Two that name no time are news together within so many days. */
const TOGETHER_DAYS = 3

export function signsOfTime(one: EventChain, other: EventChain): Signs {
  if (one.whens.length > 0 && other.whens.length > 0) return signsOfWhens(one.whens, other.whens)
  const [published, otherPublished] = [one.publishedOn, other.publishedOn]
  if (one.whens.length > 0 && otherPublished !== null) return signsOfNews(one.whens, otherPublished)
  if (other.whens.length > 0 && published !== null) return signsOfNews(other.whens, published)
  if (published === null || otherPublished === null) return { 'time: unknown': 1 }
  const days = Math.abs(published - otherPublished)
  return days <= TOGETHER_DAYS
    ? { 'time: news together': 1 }
    : { 'time: news apart': Math.min(1, days / (3 * NEWS_DAYS)) }
}

/** Days between two periods; 0 if they touch or overlap. */
export const daysBetween = (one: Pick<When, 'first' | 'last'>, other: Pick<When, 'first' | 'last'>): number =>
  Math.max(0, one.first - other.last, other.first - one.last)

const isPrecise = ({ first, last }: When): boolean => last - first <= 1

/** By the two that are closest. */
function signsOfWhens(ones: readonly When[], others: readonly When[]): Signs {
  let best: { one: When; other: When; days: number } | null = null
  for (const one of ones)
    for (const other of others) {
      const days = daysBetween(one, other)
      if (!best || days < best.days || (days === best.days && isDay(one, other) && !isDay(best.one, best.other)))
        best = { one, other, days }
    }
  if (!best) return {}
  const { one, other, days } = best
  if (days > 3) return { 'time: weeks apart': Math.min(1, days / (2 * NEWS_DAYS)), 'time: days apart': 1 }
  // Time zones and "last night" easily make a day of difference.
  if (days > 0) return days === 1 ? { 'time: a day apart': 1 } : { 'time: days apart': 1 }
  if (!isDay(one, other)) return { 'time: within a period': 1 }
  return haveOtherHours(ones, others) ? { 'time: same day': 1, 'time: other hours': 1 } : { 'time: same day': 1 }
}

const isDay = (one: When, other: When): boolean => isPrecise(one) && isPrecise(other)

/** "On Monday morning", and "on Monday evening", if every time is one of that day with its hours. */
const haveOtherHours = (ones: readonly When[], others: readonly When[]): boolean =>
  ones.every((one) =>
    others.every(
      (other) =>
        one.hours !== undefined &&
        other.hours !== undefined &&
        (one.first * 24 + one.hours[1] <= other.first * 24 + other.hours[0] ||
          other.first * 24 + other.hours[1] <= one.first * 24 + one.hours[0]),
    ),
  )

/** The times of one event, and the day on which the other was news. */
const signsOfNews = (whens: readonly When[], published: Day): Signs =>
  whens.some(({ first, last }) => last >= published - NEWS_DAYS && first <= published)
    ? { 'time: news of the time': 1 }
    : { 'time: not news of the time': 1 }
