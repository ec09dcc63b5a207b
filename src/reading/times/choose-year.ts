// A month or day without a year -> its year, from weekday, publication and earlier dates in the text.

import { type Day, dayOf, daysIn, fieldsOf, weekdayOf } from '../../calendar.ts'
import type { Which } from './expression.ts'
import type { Tense } from './tense.ts'

export interface YearClues {
  month: number
  date?: number | undefined
  weekday?: number | undefined
  which?: Which | undefined
  tense: Tense | null
  publication: Day | null
  /** The year of the dates told before, where they bind this one. */
  told: number | null
}

/** How far a weekday is believed to reach: it fits again after 5, 6 or 11 years. */
const WEEKDAY_REACH = 4

const CLOSE = 3

/** "is ahead in the polls in May": how far, in days, a month may be off for the present tense. */
const SEASON = 75

/** Null where it stays open. */
export function chooseYear(clues: YearClues): { year: number; basis: 'publication' | 'narrative' } | null {
  const { month, date, weekday, which, tense, publication, told } = clues
  const fits = (year: number) =>
    date === undefined ||
    (date <= daysIn(year, month) && (weekday === undefined || weekdayOf(dayOf(year, month, date)) === weekday))
  if (told !== null && which === undefined && fits(told)) return { year: told, basis: 'narrative' }
  if (publication === null) return null
  const { year: here } = fieldsOf(publication)
  const reach = weekday === undefined ? 1 : WEEKDAY_REACH
  const years = Array.from({ length: 2 * reach + 1 }, (_, i) => here - reach + i).filter(fits)
  // Where no year fits, one of the clues is a slip: the year goes by the others.
  const close = years.length === 0 || weekday === undefined || date === undefined ? null : dayOf(here, month, date)
  // Within days of publication the date is believed before the weekday.
  if (close !== null && Math.abs(close - publication) <= CLOSE && which === undefined)
    return { year: here, basis: 'publication' }
  const candidates = years.length > 0 ? years : [here - 1, here, here + 1]
  const away = (year: number) => {
    const first = dayOf(year, month, date ?? 1)
    const last = date === undefined ? dayOf(year, month + 1, 0) : first
    const ahead = first > publication ? first - publication : 0
    const back = last < publication ? publication - last : 0
    if (which === -1) return ahead > 0 || back === 0 ? Number.POSITIVE_INFINITY : back
    if (which === 1) return back > 0 || ahead === 0 ? Number.POSITIVE_INFINITY : ahead
    if (tense === 'present' && date === undefined)
      return Math.max(ahead, back) > SEASON ? Number.POSITIVE_INFINITY : ahead + back
    // Nine months ahead is nearer than three months back where the sentence looks ahead, and the other way round.
    return ahead * (tense === 'future' ? 1 : 3) + back * (tense === 'future' ? 20 : 1) * (tense === 'past' ? 1 : 1.5)
  }
  const year = candidates.reduce((best, candidate) => (away(candidate) < away(best) ? candidate : best))
  return Number.isFinite(away(year)) ? { year, basis: 'publication' } : null
}
