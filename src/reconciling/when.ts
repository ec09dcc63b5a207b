// Two times -> how far they speak for or against one event.

import type { Day } from '../calendar.ts'
import type { When } from './mentions.ts'

/** Days between two stretches; 0 where they touch or overlap. */
export const gap = (one: Pick<When, 'first' | 'last'>, other: Pick<When, 'first' | 'last'>): number =>
  Math.max(0, one.first - other.last, other.first - one.last)

const isClose = ({ first, last }: Pick<When, 'first' | 'last'>): boolean => last - first <= 1

export function weighTimes(one: When, other: When): number {
  const days = gap(one, other)
  if (days === 0) return isClose(one) && isClose(other) ? 1.5 : 0.4
  // A day more or less is what time zones and "last night" make of one.
  if (days === 1) return -0.4
  return days <= 3 ? -1.8 : days <= 10 ? -3 : -6
}

/** News tells of what happened in the days before. */
const NEWS = 10

/** A time against the day on which the other was published. */
export function weighAgainstNews({ first, last }: When, published: Day): number {
  if (last >= published - NEWS && first <= published) return 0.3
  return first > published + 1 || last < published - 60 ? -3 : -1.2
}

export function weighNews(one: Day, other: Day): number {
  const days = Math.abs(one - other)
  return days <= 3 ? 0.3 : days <= NEWS ? 0 : days <= 60 ? -1 : -3
}
