// An expression and what is known where it stands -> its value, and what that was resolved against.

import { type Day, dayOf, fieldsOf, isoDate, isoOf, mondayOf, padded, weekdayOf } from '../../calendar.ts'
import type { Time } from '../../types.ts'
import { chooseYear } from './choose-year.ts'
import type { Expression, From, Which } from './expression.ts'
import { durationOf } from './lengths.ts'
import type { Tense } from './tense.ts'
import {
  dayValue,
  monthValue,
  openUnit,
  openValue,
  quarterValue,
  seasonValue,
  stretchValue,
  unitValue,
  type Value,
  yearsValue,
  yearValue,
} from './value.ts'
import type { Phase, Season } from './vocabulary.ts'

/** The date told last, as far as it was told. */
export interface Told {
  year: number
  month?: number | undefined
  /** The day itself. */
  day?: Day | undefined
}

export interface Setting {
  publication: Day | null
  /** What "the next day" counts from. */
  told: Told | null
  /** The year that months and days without one fall in, where the dates told before bind them. */
  toldYear: number | null
  tense: Tense | null
  /** Whether the text speaks from a day of its own: "today", "on Friday". */
  deictic: boolean
}

export type Resolved = Value & { basis: Time['basis'] }

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>

export function resolve(expression: Expression, setting: Setting): Resolved {
  const { start, end, ...resolved } = anyYear(expression, setting)
  return { ...resolved, ...(isIsoDay(start) && { start }), ...(isIsoDay(end) && { end }) }
}

/** Only the years 1 to 9999 have ISO dates that programs agree on. */
const isIsoDay = (bound: string | undefined): boolean => bound !== undefined && /^(?!0000)\d{4}-\d\d-\d\d$/.test(bound)

function anyYear(expression: Expression, setting: Setting): Resolved {
  switch (expression.kind) {
    case 'date':
      return resolveDate(expression, setting)
    case 'years':
      return { ...yearsValue(expression.unit, expression.first, expression.phase), basis: 'absolute' }
    case 'season':
      return resolveSeason(expression, setting)
    case 'shift':
      return resolveShift(expression, setting)
    case 'offset':
      return resolveOffset(expression, setting)
    case 'window':
      return resolveWindow(expression, setting)
    case 'quarter':
      return { ...quarterValue(expression.year, expression.quarter), basis: 'absolute' }
    case 'overnight': {
      const { publication } = setting
      return publication === null
        ? { ...openUnit('day', 'NI'), basis: 'absolute' }
        : { ...dayValue(publication - 1, 'NI'), end: isoOf(publication), basis: 'publication' }
    }
    case 'war': {
      const { first, last } = expression
      return { type: 'date', value: `${first}/${last}`, start: first, end: last, precision: 'day', basis: 'absolute' }
    }
    case 'clock': {
      const time = `T${padded(expression.hour, 2)}:${padded(expression.minute, 2)}`
      return { ...openValue(`XXXX-XX-XX${time}`, 'minute', 'time'), basis: 'absolute' }
    }
    case 'duration':
      return {
        ...openValue(expression.value, 'vague', 'duration'),
        precision: lengthOf(expression.value),
        basis: 'absolute',
      }
    case 'set':
      return {
        ...openValue(expression.value, 'vague', 'set'),
        precision: lengthOf(expression.value),
        basis: 'absolute',
      }
    case 'vague':
      return vague(expression.value === 'PAST_REF' ? -1 : 1, 'publication', setting)
  }
}

/** How fine a duration or a set is. */
function lengthOf(value: string): Time['precision'] {
  if (/X[A-Z]/.test(value.slice(1)) && value.startsWith('P')) return 'vague'
  if (/^PT|T\d/.test(value)) return 'minute'
  if (/Y$/.test(value)) return 'year'
  if (/(?:M|Q)$/.test(value)) return 'month'
  if (/\dW$/.test(value)) return 'week'
  return /-(?:SP|SU|FA|WI)$/.test(value) ? 'season' : 'day'
}

function resolveDate(expression: Of<'date'>, setting: Setting): Resolved {
  const { year, month, date, until, weekday } = expression
  if (month === undefined) {
    if (date !== undefined) return resolveDayOfMonth(date, weekday, setting)
    if (year === undefined)
      return weekday === undefined ? vague(-1, 'publication', setting) : resolveWeekday(weekday, expression, setting)
    const value = yearValue(year, expression.phase)
    return until?.year === undefined
      ? { ...value, basis: 'absolute' }
      : { ...stretchValue(value, yearValue(until.year)), basis: 'absolute' }
  }
  if (year !== undefined) return { ...calendarValue(year, month, expression), basis: 'absolute' }
  const { publication, tense, toldYear } = setting
  const { which } = expression
  // "the island is at its best in May", "the monsoon lasts from July": each year.
  const everyYear = date === undefined && which === undefined && tense === 'present' && toldYear === null
  const chosen = everyYear
    ? null
    : chooseYear({
        month,
        date,
        weekday,
        which,
        tense,
        publication,
        told: expression.from === 'narrative' ? (setting.told?.year ?? null) : toldYear,
      })
  if (chosen) return { ...calendarValue(chosen.year, month, expression), basis: chosen.basis }
  const open = `XXXX-${padded(month, 2)}`
  if (date === undefined) return { ...openValue(open, 'month'), basis: 'absolute' }
  const day = `${open}-${padded(date, 2)}`
  const value = until?.date === undefined ? day : `${day}/${open}-${padded(until.date, 2)}`
  return { ...openValue(value, 'day'), basis: 'absolute' }
}

/** "on the 5th": of the month told before, else the nearest one that is over, or is to come. */
function resolveDayOfMonth(date: number, weekday: number | undefined, { publication, told, tense }: Setting): Resolved {
  const anchor = told?.month === undefined ? publication : dayOf(told.year, told.month, 1)
  const basis = told?.month === undefined ? 'publication' : 'narrative'
  if (anchor === null) return { ...openValue(`XXXX-XX-${padded(date, 2)}`, 'day'), basis: 'absolute' }
  const { year, month } = fieldsOf(anchor)
  const fits = (day: Day) => fieldsOf(day).date === date && (weekday === undefined || weekdayOf(day) === weekday)
  const days = [-2, -1, 0, 1, 2].map((by) => dayOf(year, month + by, date)).filter(fits)
  const from = basis === 'narrative' ? anchor : tense === 'future' ? anchor : anchor - 30
  const day = days.find((candidate) => candidate >= from) ?? days.at(-1)
  return day === undefined
    ? { ...openValue(`XXXX-XX-${padded(date, 2)}`, 'day'), basis: 'absolute' }
    : { ...dayValue(day), basis }
}

function calendarValue(year: number, month: number, { date, until, part, phase }: Of<'date'>): Value {
  if (date === undefined) {
    const value = monthValue(year, month, phase)
    return until?.month === undefined ? value : stretchValue(value, monthValue(year, until.month))
  }
  // The 31st of June is no day: what is sure is the month.
  if (year > 0 && isoDate(year, month, date) === null) return monthValue(year, month)
  if (year < 1) return openValue(`BC${padded(-year, 4)}-${padded(month, 2)}-${padded(date, 2)}`, 'day')
  const value = dayValue(dayOf(year, month, date), part)
  return until?.date === undefined || isoDate(year, month, until.date) === null
    ? value
    : stretchValue(value, dayValue(dayOf(year, month, until.date)))
}

/** In news a weekday is the last one up to publication, unless the sentence looks ahead. */
function resolveWeekday(
  weekday: number,
  { which, from, part }: Of<'date'>,
  { publication, told, tense }: Setting,
): Resolved {
  const narrative = from === 'narrative'
  const base = narrative ? (told?.day ?? null) : publication
  if (base === null) {
    const open = `XXXX-WXX-${weekday}`
    const value = part === undefined ? openValue(open, 'day') : openValue(`${open}T${part}`, 'day', 'time')
    return { ...value, basis: 'absolute' }
  }
  const ahead = (weekday - weekdayOf(base) + 7) % 7
  const back = ahead === 0 ? 0 : ahead - 7
  const basis = narrative ? 'narrative' : 'publication'
  return { ...dayValue(base + step(which, narrative, tense, { ahead, back }), part), basis }
}

function step(
  which: Which | undefined,
  narrative: boolean,
  tense: Tense | null,
  { ahead, back }: { ahead: number; back: number },
): number {
  if (which === 1) return ahead === 0 ? 7 : ahead
  if (which === -1) return back === 0 ? -7 : back
  // "that Tuesday", after a Thursday was told of, is the nearest one.
  if (narrative) return -back <= ahead ? back : ahead
  if (which === 0) return tense === 'past' ? back : ahead
  return tense === 'future' ? ahead : back
}

function resolveSeason({ season, year, which, definite }: Of<'season'>, setting: Setting): Resolved {
  const { publication, tense } = setting
  if (year !== undefined) return { ...seasonValue(year, season), basis: 'absolute' }
  // "in the summer", where something happened or will, is one summer; where something is so, each.
  const one = which !== undefined || (definite && (tense === 'past' || tense === 'future'))
  if (which === undefined && one && setting.toldYear !== null)
    return { ...seasonValue(setting.toldYear, season), basis: 'narrative' }
  if (!one || publication === null || (which === undefined && !setting.deictic))
    return { ...openValue(`XXXX-${season}`, 'season'), basis: 'absolute' }
  return { ...seasonValue(seasonYear(season, which ?? 0, publication, tense), season), basis: 'publication' }
}

function seasonYear(season: Season, which: Which, publication: Day, tense: Tense | null): number {
  const { year: here } = fieldsOf(publication)
  const today = isoOf(publication)
  const years = [here - 2, here - 1, here, here + 1]
  const of = (year: number) => seasonValue(year, season)
  const ended = years.findLast((year) => (of(year).end ?? '') < today) ?? here - 1
  const coming = years.find((year) => (of(year).start ?? '') > today) ?? here + 1
  if (which === -1) return ended
  if (which === 1) return coming
  if (coming - ended === 2) return ended + 1
  const since = dayOf(here, 1, 1) - dayOf(ended, 1, 1) + publication - dayOf(here, 1, 1)
  return tense === 'past' || (tense !== 'future' && since < 365 && (of(ended).end ?? '').startsWith(String(here)))
    ? ended
    : coming
}

const baseOf = (from: From, { publication, told }: Setting): Told | null =>
  from === 'narrative' ? told : publication === null ? null : { ...fieldsOf(publication), day: publication }

function resolveShift({ unit, by, from, part, phase }: Of<'shift'>, setting: Setting): Resolved {
  // Where nothing was told before, "later in the year" is of the year of writing.
  const anchor = from === 'narrative' && setting.told === null && phase !== undefined ? 'publication' : from
  const base = baseOf(anchor, setting)
  const basis = base === null ? 'absolute' : anchor
  const { year, month, day } = base ?? {}
  if (year === undefined) return { ...openUnit(unit, part), basis }
  if (unit === 'year' || unit === 'decade' || unit === 'century') {
    const years = unit === 'year' ? 1 : unit === 'decade' ? 10 : 100
    return { ...narrowed(unitValue(unit, dayOf(year + by * years, 1, 1), part, phase), by, phase, setting), basis }
  }
  if (month === undefined) return { ...openUnit(unit, part), basis }
  if (unit === 'month' || unit === 'quarter') {
    const months = unit === 'month' ? 1 : 3
    return { ...narrowed(unitValue(unit, dayOf(year, month + by * months, 1), part, phase), by, phase, setting), basis }
  }
  if (day === undefined) return { ...openUnit(unit, part), basis }
  if (unit === 'weekend') return { ...unitValue('weekend', weekendOf(day, by, setting.tense)), basis }
  if (unit === 'week') {
    // What happened "this week" did so up to now.
    const upToNow = by === 0 && setting.tense === 'past' ? 'early' : phase
    return { ...narrowed(unitValue('week', day + 7 * by), by, upToNow, setting), basis }
  }
  return { ...unitValue(unit, day + by, part), basis }
}

/** "earlier this year" ends today, "later this week" begins today. */
function narrowed(value: Value, by: number, phase: Phase | undefined, { publication }: Setting): Value {
  if (by !== 0 || phase === undefined || publication === null || value.start === undefined || value.end === undefined)
    return value
  const today = isoOf(publication)
  const whole = value.precision === 'year' ? yearValue(Number(value.value)) : value
  if ((whole.start ?? '') > today || (whole.end ?? '') < today) return value
  return phase === 'early'
    ? { ...value, start: whole.start, end: today }
    : phase === 'late'
      ? { ...value, start: today, end: whole.end }
      : value
}

/** From Monday to Wednesday "the weekend" is over, on Thursday and Friday it lies ahead, unless the verb says otherwise. */
function weekendOf(day: Day, by: number, tense: Tense | null): Day {
  const weekday = weekdayOf(day)
  if (by > 0) return day + 7
  if (weekday >= 6) return by < 0 ? day - 7 : day
  if (by < 0 || tense === 'past') return day - 7
  return tense === 'future' || weekday >= 4 ? day : mondayOf(day) - 7
}

function resolveOffset({ unit, amount, sign, from, part }: Of<'offset'>, setting: Setting): Resolved {
  const base = baseOf(from, setting)
  const basis = base === null ? 'absolute' : from
  if (amount === null) return vague(sign, from, setting)
  if (!base) return { ...openUnit(unit === 'week' ? 'day' : unit, part), basis }
  const by = sign * amount
  const years = unit === 'year' ? 1 : unit === 'decade' ? 10 : unit === 'century' ? 100 : null
  if (years !== null) {
    const whole = by * years
    // "ten thousand years ago" is no year that anybody could name.
    if (Math.abs(whole) >= 1000) return vague(sign, from, setting)
    if (base.year + whole < -9999 || base.year + whole > 9999) return vague(sign, from, setting)
    if (Number.isInteger(whole))
      return { ...yearValue(fromAstronomical(Math.trunc(base.year + whole), base.year)), basis }
    return base.month === undefined
      ? vague(sign, from, setting)
      : { ...unitValue('month', dayOf(base.year, base.month + Math.round(whole * 12), 1)), basis }
  }
  if (Math.abs(by) > 100_000) return vague(sign, from, setting)
  if (unit === 'month' || unit === 'quarter') {
    const months = Math.round(by * (unit === 'month' ? 1 : 3))
    return base.month === undefined
      ? { ...openUnit('month'), basis }
      : { ...unitValue('month', dayOf(base.year, base.month + months, 1)), basis }
  }
  if (base.day === undefined) return { ...openUnit('day', part), basis }
  const days = daysOf(unit)
  const day = base.day + Math.round(by * days)
  const value = dayValue(day, part)
  // "three weeks ago" names a day, but nobody means it to the day.
  if (days >= 7) return { ...value, start: isoOf(day - 3), end: isoOf(day + 3), precision: 'week', basis }
  return { ...value, basis }
}

/** There is no year 0: two thousand years before 1950 is 51 BC. */
const fromAstronomical = (year: number, base: number): number => (year < 1 && base > 0 ? year - 1 : year)

function daysOf(unit: Of<'offset'>['unit']): number {
  switch (unit) {
    case 'second':
      return 1 / 86_400
    case 'minute':
      return 1 / 1440
    case 'hour':
      return 1 / 24
    case 'week':
    case 'weekend':
      return 7
    case 'fortnight':
      return 14
    default:
      return 1
  }
}

function resolveWindow({ unit, amount, sign }: Of<'window'>, { publication }: Setting): Resolved {
  const value = openValue(
    durationOf(amount, unit),
    amount === null ? 'vague' : lengthOf(durationOf(amount, unit)),
    'duration',
  )
  if (publication === null) return { ...value, basis: 'absolute' }
  const today = isoOf(publication)
  const far = amount === null ? null : farEnd(publication, sign * amount, unit)
  const bounds =
    sign < 0
      ? { ...(far === null ? {} : { start: isoOf(far + 1) }), end: today }
      : { start: today, ...(far === null ? {} : { end: isoOf(far) }) }
  return { ...value, ...bounds, basis: 'publication' }
}

function farEnd(day: Day, by: number, unit: Of<'window'>['unit']): Day | null {
  const { year, month, date } = fieldsOf(day)
  const months =
    unit === 'month'
      ? 1
      : unit === 'quarter'
        ? 3
        : unit === 'year'
          ? 12
          : unit === 'decade'
            ? 120
            : unit === 'century'
              ? 1200
              : null
  if (Math.abs(by * (months ?? 1)) > 12_000) return null
  return months === null ? day + Math.round(by * daysOf(unit)) : dayOf(year, month + Math.round(by * months), date)
}

function vague(sign: -1 | 1, from: From, { publication }: Setting): Resolved {
  const value = openValue(sign < 0 ? 'PAST_REF' : 'FUTURE_REF', 'vague')
  if (from === 'narrative' || publication === null)
    return { ...value, basis: from === 'narrative' ? 'narrative' : 'absolute' }
  return { ...value, ...(sign < 0 ? { end: isoOf(publication) } : { start: isoOf(publication) }), basis: 'publication' }
}
