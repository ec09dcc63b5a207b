// Two event chains -> how far their times speak for one event or against it.

import type { Day } from '../../calendar.ts'
import type { ComparedChain, ComparedWhen } from '../compared-chain.ts'
import { daysBetween, isDay } from '../when.ts'
import { bestOf } from './best-of.ts'

/** An event without a time is mostly the news of its day: it was in the days before its publication. */
const NEWS_DAYS = 3
/** It may be followed up for so long. */
const FOLLOWED_DAYS = 10
/** What is further away than this is almost surely another event. */
const FAR_DAYS = 60

/** Days decide. Only where one of the two has none, periods and dates of publication count. */
export function weighTime(one: ComparedChain, other: ComparedChain): number {
  const [days, otherDays] = [one.whens.filter(isDay), other.whens.filter(isDay)]
  if (days.length > 0 && otherDays.length > 0) return bestOf(days, otherDays, weighDays)
  if (one.whens.length > 0 && other.whens.length > 0) return bestOf(one.whens, other.whens, weighPeriods)
  if (one.article === other.article) return 0
  const [published, otherPublished] = [one.publishedOn, other.publishedOn]
  if (one.whens.length > 0 && otherPublished !== null) return bestOf(one.whens, [otherPublished], weighAgainstNews)
  if (other.whens.length > 0 && published !== null) return bestOf(other.whens, [published], weighAgainstNews)
  return published !== null && otherPublished !== null ? weighNews(published, otherPublished) : 0
}

const lengthOf = ({ first, last }: ComparedWhen): number => last - first + 1

function weighDays(one: ComparedWhen, other: ComparedWhen): number {
  const days = daysBetween(one, other)
  // Time zones and "last night" easily make a day of difference.
  return days === 0 ? 1.5 : days === 1 ? -0.4 : days === 2 ? -2.5 : -8
}

/** Longer than this, a period is no date. */
const WEEK_DAYS = 7
const MONTH_DAYS = 31

/** What a common period says: a month of war has a hundred events like this one. */
const weighPeriod = (days: number): number => (days <= WEEK_DAYS ? -0.3 : days <= MONTH_DAYS ? -1 : -2.5)

/** "The war began in March 2011" and "since 2011": what two articles look back on. */
const TWO_LONG_PERIODS_SCORE = -2

/** If one of them has no day. */
function weighPeriods(one: ComparedWhen, other: ComparedWhen): number {
  const days = daysBetween(one, other)
  if (days > 0) return days <= 3 ? -1.8 : days <= 10 ? -3 : -6
  const [short, long] = [lengthOf(one), lengthOf(other)].sort((a, b) => a - b)
  return weighPeriod(long) + (short > WEEK_DAYS ? TWO_LONG_PERIODS_SCORE : 0)
}

/** The time of one event, and the day on which the other was news. */
function weighAgainstNews(when: ComparedWhen, published: Day): number {
  const { first, last } = when
  const isFollowed = last >= published - FOLLOWED_DAYS && first <= published
  if (!isDay(when)) return isFollowed ? weighPeriod(lengthOf(when)) : -3
  if (last >= published - NEWS_DAYS && first <= published + 1) return 0.3
  return isFollowed ? -2 : first > published + 1 || last < published - FAR_DAYS ? -8 : -5
}

/** The days on which two events were news. */
function weighNews(one: Day, other: Day): number {
  const days = Math.abs(one - other)
  return days <= NEWS_DAYS ? 0.3 : days <= FOLLOWED_DAYS ? -3 : days <= FAR_DAYS ? -5 : -8
}
