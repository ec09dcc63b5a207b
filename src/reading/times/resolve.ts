// An expression and its context -> its value, and what it was resolved against.

import { type Day, dayOf, fieldsOf, isoDate, isoOf, mondayOf, padded, weekdayOf } from '../../calendar.ts'
import type { Time } from '../../types.ts'
import { chooseYear } from './choose-year.ts'
import type { Expression, From, VagueTime } from './expression.ts'
import { durationOf } from './lengths.ts'
import { resolveSeason } from './season.ts'
import type { Of, Resolved, Setting, Told } from './setting.ts'
import type { Tense } from './tense.ts'
import {
  dayValue,
  monthValue,
  openUnit,
  openValue,
  quarterValue,
  stretchValue,
  unitValue,
  type Value,
  yearsValue,
  yearValue,
} from './value.ts'
import type { Phase } from './vocabulary.ts'
import { resolveWeekday } from './weekday.ts'

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
    case 'today':
      return resolveToday(setting)
    case 'offset':
      return resolveOffset(expression, setting)
    case 'window':
      return resolveWindow(expression, setting)
    case 'quarter':
      return { ...quarterValue(expression.year, expression.quarter), basis: 'absolute' }
    case 'overnight':
      return resolveOvernight(setting)
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
      return vague(expression.value, 'publication', setting)
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
  const { year, ofYear, month, date, until, weekday } = expression
  if (month === undefined) {
    if (date !== undefined) return resolveDayOfMonth(date, weekday, setting)
    if (year === undefined)
      return weekday === undefined
        ? vague('PAST_REF', 'publication', setting)
        : resolveWeekday(weekday, expression, setting)
    const value = yearValue(year, expression.phase)
    return until?.year === undefined
      ? { ...value, basis: 'absolute' }
      : { ...stretchValue(value, yearValue(until.year)), basis: 'absolute' }
  }
  if (year !== undefined) return { ...calendarValue(year, month, expression), basis: 'absolute' }
  const base = ofYear && baseOf(ofYear.from, setting)
  if (base) return { ...calendarValue(base.year + ofYear.by, month, expression), basis: ofYear.from }
  const { publication, tense, toldYear } = setting
  const { which } = expression
  // "the island is at its best in May", "the monsoon lasts from July": each year, but not in the news.
  const everyYear =
    date === undefined && which === undefined && tense === 'present' && toldYear === null && !setting.current
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

const baseOf = (from: From, { publication, told }: Setting): Told | null =>
  from === 'narrative' ? told : publication === null ? null : { ...fieldsOf(publication), day: publication }

/** "killed overnight", "expected overnight"; "the port is closed overnight" is any night. */
function resolveOvernight({ publication, tense, timeless }: Setting): Resolved {
  if (tense === 'present' && timeless) return { ...openValue('XXXX-XX-XXTNI', 'day', 'set'), basis: 'absolute' }
  if (publication === null) return { ...openUnit('day', 'NI'), basis: 'absolute' }
  const evening = tense === 'future' ? publication : publication - 1
  return { ...dayValue(evening, 'NI'), end: isoOf(evening + 1), basis: 'publication' }
}

/** "Today, the mill houses a school" in a guide or a life: nowadays. */
function resolveToday(setting: Setting): Resolved {
  const { timeless, tense, publication } = setting
  if (timeless && (tense === 'present' || tense === null)) return vague('PRESENT_REF', 'publication', setting)
  return publication === null
    ? { ...openUnit('day'), basis: 'absolute' }
    : { ...dayValue(publication), basis: 'publication' }
}

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
  const inWeek = day ?? base?.inWeek
  if (inWeek !== undefined && unit === 'week') {
    // What happened "this week" did so up to now.
    const upToNow = by === 0 && setting.tense === 'past' ? 'early' : phase
    return { ...narrowed(unitValue('week', inWeek + 7 * by), by, upToNow, setting), basis }
  }
  if (inWeek !== undefined && unit === 'weekend')
    return { ...unitValue('weekend', weekendOf(inWeek, by, setting.tense)), basis }
  if (day === undefined) return { ...openUnit(unit, part), basis }
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
  const far = sign < 0 ? 'PAST_REF' : 'FUTURE_REF'
  if (amount === null) return vague(far, from, setting)
  if (!base) return { ...openUnit(unit === 'week' ? 'day' : unit, part), basis }
  const by = sign * amount
  const years = unit === 'year' ? 1 : unit === 'decade' ? 10 : unit === 'century' ? 100 : null
  if (years !== null) {
    const whole = by * years
    // "ten thousand years ago" is no year that anybody could name.
    if (Math.abs(whole) >= 1000) return vague(far, from, setting)
    if (base.year + whole < -9999 || base.year + whole > 9999) return vague(far, from, setting)
    if (Number.isInteger(whole))
      return { ...yearValue(fromAstronomical(Math.trunc(base.year + whole), base.year)), basis }
    return base.month === undefined
      ? vague(far, from, setting)
      : { ...unitValue('month', dayOf(base.year, base.month + Math.round(whole * 12), 1)), basis }
  }
  if (Math.abs(by) > 100_000) return vague(far, from, setting)
  if (unit === 'month' || unit === 'quarter') {
    const months = Math.round(by * (unit === 'month' ? 1 : 3))
    return base.month === undefined
      ? { ...openUnit('month'), basis }
      : { ...unitValue('month', dayOf(base.year, base.month + months, 1)), basis }
  }
  if (unit === 'week' && base.day === undefined && base.inWeek !== undefined)
    return { ...unitValue('week', base.inWeek + Math.round(7 * by)), basis }
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

function resolveWindow({ unit, amount, sign }: Of<'window'>, setting: Setting): Resolved {
  const { publication, told, tense } = setting
  const value = openValue(
    durationOf(amount, unit),
    amount === null ? 'vague' : lengthOf(durationOf(amount, unit)),
    'duration',
  )
  // "He came in 1990. In the next six years, he wrote": on from there; in the news, from today.
  if (sign > 0 && tense === 'past' && told !== null && !setting.current) {
    const first = told.day ?? dayOf(told.year, told.month ?? 1, 1)
    const last = amount === null ? null : farEnd(told.day ?? dayOf(told.year, told.month ?? 12, 31), amount, unit)
    return { ...value, start: isoOf(first), ...(last === null ? {} : { end: isoOf(last) }), basis: 'narrative' }
  }
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

function vague(time: VagueTime, from: From, { publication }: Setting): Resolved {
  const value = openValue(time, 'vague')
  if (from === 'narrative' || publication === null)
    return { ...value, basis: from === 'narrative' ? 'narrative' : 'absolute' }
  const today = isoOf(publication)
  const bounds = { PAST_REF: { end: today }, PRESENT_REF: {}, FUTURE_REF: { start: today } }
  return { ...value, ...bounds[time], basis: 'publication' }
}
