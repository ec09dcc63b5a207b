// Times of mentions: which are dates, and how far apart two of them lie.

import type { When } from './mention.ts'

type Period = Pick<When, 'first' | 'last'>

/** Longer than this, and it is no date. */
const MAX_DATE_DAYS = 3

export const isDate = ({ first, last }: Period): boolean => last - first < MAX_DATE_DAYS

/** Or a night, which is of two days. */
export const isDay = ({ first, last }: Period): boolean => last - first <= 1

/** Days between two periods; 0 if they touch or overlap. */
export const daysBetween = (one: Period, other: Period): number =>
  Math.max(0, one.first - other.last, other.first - one.last)
