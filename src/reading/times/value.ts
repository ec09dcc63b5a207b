// Fields of the calendar -> TIMEX3 values, with the first and last day they cover.

import { type Day, dayOf, daysIn, fieldsOf, isoOf, mondayOf, padded, weekOf } from '../../calendar.ts'
import type { Time } from '../../types.ts'
import type { Part, Phase, Season, Unit } from './vocabulary.ts'

export type Value = Pick<Time, 'type' | 'value' | 'start' | 'end' | 'precision'>

const FIRST_MONTH: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/** Before Christ has no ISO day that programs agree on, so no bounds. */
const covering = (first: Day, last: Day): Pick<Value, 'start' | 'end'> => {
  const { year } = fieldsOf(first)
  return year < 1 ? {} : { start: isoOf(first), end: isoOf(last) }
}

const yearText = (year: number): string => (year < 0 ? `BC${padded(-year, 4)}` : padded(year, 4))

export function dayValue(day: Day, part?: Part): Value {
  return part === undefined
    ? { type: 'date', value: isoOf(day), ...covering(day, day), precision: 'day' }
    : { type: 'time', value: `${isoOf(day)}T${part}`, ...covering(day, day), precision: 'day' }
}

const weekValue = (day: Day): Value => ({
  type: 'date',
  value: weekOf(day),
  ...covering(mondayOf(day), mondayOf(day) + 6),
  precision: 'week',
})

const weekendValue = (day: Day): Value => ({
  type: 'date',
  value: `${weekOf(day)}-WE`,
  ...covering(mondayOf(day) + 5, mondayOf(day) + 6),
  precision: 'day',
})

export function monthValue(year: number, month: number, phase?: Phase): Value {
  const last = daysIn(year, month)
  const [from, to] =
    phase === undefined ? [1, last] : phase === 'early' ? [1, 15] : phase === 'mid' ? [11, 20] : [15, last]
  return {
    type: 'date',
    value: `${yearText(year)}-${padded(month, 2)}`,
    ...covering(dayOf(year, month, from), dayOf(year, month, to)),
    precision: 'month',
  }
}

export function yearValue(year: number, phase?: Phase): Value {
  const [from, to] = phase === undefined ? [1, 12] : phase === 'early' ? [1, 4] : phase === 'mid' ? [5, 8] : [9, 12]
  const bounds = year < 1 ? {} : covering(dayOf(year, from, 1), dayOf(year, to + 1, 0))
  return { type: 'date', value: yearText(year), ...bounds, precision: 'year' }
}

/** @param first its first year: 1990, 1900; -400 for the fourth century before Christ */
export function yearsValue(unit: 'decade' | 'century', first: number, phase?: Phase): Value {
  if (first < 0) return { type: 'date', value: `BC${padded(-first / 100 - 1, 2)}`, precision: 'century' }
  const length = unit === 'decade' ? 10 : 100
  const tenth = length / 10
  const [from, to] =
    phase === undefined
      ? [0, length - 1]
      : phase === 'early'
        ? [0, unit === 'decade' ? 4 : 25]
        : phase === 'mid'
          ? [4 * tenth, 6 * tenth]
          : [unit === 'decade' ? 5 : 75, length - 1]
  return {
    type: 'date',
    value: padded(first / length, unit === 'decade' ? 3 : 2),
    ...covering(dayOf(Math.max(first + from, 1), 1, 1), dayOf(first + to, 12, 31)),
    precision: unit,
  }
}

/** Of the north; a winter belongs to the year that it begins in. */
export function seasonValue(year: number, season: Season): Value {
  const month = FIRST_MONTH[season]
  return {
    type: 'date',
    value: `${yearText(year)}-${season}`,
    ...covering(dayOf(year, month, 1), dayOf(year, month + 3, 0)),
    precision: 'season',
  }
}

export const quarterValue = (year: number, quarter: number): Value => ({
  type: 'date',
  value: `${yearText(year)}-Q${quarter}`,
  ...covering(dayOf(year, quarter * 3 - 2, 1), dayOf(year, quarter * 3 + 1, 0)),
  precision: 'season',
})

/** "3 to 5 May": an ISO interval. */
export const stretchValue = (from: Value, to: Value): Value => ({
  type: 'date',
  value: `${from.value}/${to.value}`,
  ...(from.start !== undefined && to.end !== undefined ? { start: from.start, end: to.end } : {}),
  precision: from.precision,
})

/** Something with its place on the calendar left open. */
export const openValue = (value: string, precision: Value['precision'], type: Value['type'] = 'date'): Value => ({
  type,
  value,
  precision,
})

const OPEN: Readonly<Partial<Record<Unit, readonly [string, Value['precision']]>>> = {
  weekend: ['XXXX-WXX-WE', 'day'],
  week: ['XXXX-WXX', 'week'],
  fortnight: ['XXXX-WXX', 'week'],
  month: ['XXXX-XX', 'month'],
  quarter: ['XXXX-QX', 'season'],
  year: ['XXXX', 'year'],
  decade: ['XXX', 'decade'],
  century: ['XX', 'century'],
}

/** "the next day" where nobody knows which day was meant. */
export function openUnit(unit: Unit, part?: Part): Value {
  const [value, precision] = OPEN[unit] ?? ['XXXX-XX-XX', 'day']
  return part === undefined ? openValue(value, precision) : openValue(`XXXX-XX-XXT${part}`, 'day', 'time')
}

/** The calendar's unit that a day lies in. */
export function unitValue(unit: Unit, day: Day, part?: Part, phase?: Phase): Value {
  const { year, month } = fieldsOf(day)
  switch (unit) {
    case 'week':
    case 'fortnight':
      return weekValue(day)
    case 'weekend':
      return weekendValue(day)
    case 'month':
      return monthValue(year, month, phase)
    case 'quarter':
      return quarterValue(year, Math.ceil(month / 3))
    case 'year':
      return yearValue(year, phase)
    case 'decade':
      return yearsValue('decade', Math.floor(year / 10) * 10, phase)
    case 'century':
      return yearsValue('century', Math.floor(year / 100) * 100, phase)
    default:
      return dayValue(day, part)
  }
}
