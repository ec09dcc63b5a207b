// Phrases for durations and recurring times -> expressions: "25 years", "a three-day visit", "every Friday", "annually".

import { type Rule, rule } from './expression.ts'
import {
  AMOUNT,
  amountOf,
  GAP,
  PART,
  partOf,
  SEASON,
  seasonOf,
  UNIT,
  type Unit,
  unitOf,
  WEEKDAY_NAME,
  weekdayNumber,
} from './vocabulary.ts'

const LETTERS: Readonly<Record<Unit, readonly [letters: string, times: number]>> = {
  second: ['TS', 1],
  minute: ['TM', 1],
  hour: ['TH', 1],
  day: ['D', 1],
  weekend: ['WE', 1],
  week: ['W', 1],
  fortnight: ['W', 2],
  month: ['M', 1],
  quarter: ['Q', 1],
  year: ['Y', 1],
  decade: ['Y', 10],
  century: ['Y', 100],
}

/** A TIMEX3 duration: P25Y, PT2H, PXM for several months. */
export function durationOf(amount: number | null, unit: Unit): string {
  const [letters, times] = LETTERS[unit]
  const clock = letters.startsWith('T') ? 'T' : ''
  const letter = letters.replace('T', '')
  if (amount === null)
    return `P${clock}X${times === 1 ? letter : unit === 'fortnight' ? 'W' : unit === 'decade' ? 'DE' : 'CE'}`
  if (!Number.isInteger(amount) && unit === 'hour') return `PT${amount * 60}M`
  if (!Number.isInteger(amount) && unit === 'year') return `P${amount * 12}M`
  return `P${clock}${amount * times}${letter}`
}

const isAge = (before: string, after: string) =>
  /^(?:[- ]old\b|[- ]olds\b| of age\b)/i.test(after) || /\b(?:aged|ages?) $/i.test(before)

export const LENGTHS: readonly Rule[] = [
  // "25 years", "two-week", "several months"; not "25 years old", "ten times a day"
  rule(
    `(?<amount>${AMOUNT})(?:${GAP}|-)(?:long${GAP}|full${GAP}|consecutive${GAP}|straight${GAP}|more${GAP})?(?<unit>${UNIT})`,
    ({ amount = '', unit = '' }, { before, matched, after }) => {
      if (isAge(before, after)) return null
      const one = /^an?$/i.test(amount)
      // "$10 a year", "a second attack", "a day of rage"
      if (
        one &&
        (!/\b(?:for|in|after|within|about|nearly|almost|over|than|took|lasted|least|only|just|every|half) $/i.test(
          before,
        ) ||
          /^second$/i.test(unit))
      )
        return null
      // "2018 day five", "12 day" are no lengths; "12-day" is.
      if (amountOf(amount) !== 1 && !/^half/i.test(amount) && /[^s]$/i.test(unit) && !/-\w+$/.test(matched)) return null
      if (/^(?:many|some|few)$/i.test(amount) && /[^s]$/i.test(unit)) return null
      if (/^second$/i.test(unit) && !/-/.test(before)) return null
      return { kind: 'duration', value: durationOf(amountOf(amount), unitOf(unit)) }
    },
  ),
  // "for years", "decades of war"
  rule(`(?<unit>hours|days|weeks|months|years|decades|centuries)`, ({ unit = '' }, { before, after }) =>
    /\b(?:for|after|over|in|last|lasted|took|take|within|recent) $/i.test(before) || /^ of \p{Ll}/u.test(after)
      ? { kind: 'duration', value: durationOf(null, unitOf(unit)) }
      : null,
  ),
  rule(`(?<unit>day|week|month|year|decade|century)[ -]long`, ({ unit = '' }) => ({
    kind: 'duration',
    value: durationOf(1, unitOf(unit)),
  })),
  // "every Friday", "each year", "every two weeks"
  rule(
    `(?:every|each)(?:${GAP}single)?${GAP}(?:(?<weekday>${WEEKDAY_NAME})(?:${GAP}(?:${PART}))?|(?<season>${SEASON})|(?<part>${PART})|(?:(?<other>other|second)${GAP})?(?:(?<amount>${AMOUNT})${GAP})?(?<unit>${UNIT}|weekday))`,
    ({ weekday, season, part, other, amount, unit = '' }) => {
      if (weekday !== undefined) return { kind: 'set', value: `XXXX-WXX-${weekdayNumber(weekday)}` }
      if (season !== undefined) return { kind: 'set', value: `XXXX-${seasonOf(season)}` }
      if (part !== undefined) return { kind: 'set', value: `XXXX-XX-XXT${partOf(part)}` }
      if (/^weekday$/i.test(unit)) return { kind: 'set', value: 'P1D' }
      const often = amount === undefined ? (other === undefined ? 1 : 2) : amountOf(amount)
      return { kind: 'set', value: durationOf(often, unitOf(unit)) }
    },
  ),
  // "twice a week", "three times per day"
  rule(`(?:once|twice|${AMOUNT}${GAP}times)${GAP}(?:an?|per|each|every)${GAP}(?<unit>${UNIT})`, ({ unit = '' }) => ({
    kind: 'set',
    value: durationOf(1, unitOf(unit)),
  })),
  // "annually", "a daily"; not "Daily Mail"
  rule('(?<word>annually|yearly|monthly|fortnightly|weekly|daily|nightly|hourly)', ({ word = '' }) => {
    if (/^\p{Lu}/u.test(word)) return null
    const unit =
      word === 'annually' ? 'year' : word === 'daily' || word === 'nightly' ? 'day' : unitOf(word.replace(/ly$/, ''))
    return { kind: 'set', value: durationOf(1, unit) }
  }),
  // "on Fridays", "at weekends"
  rule(`(?<weekday>${WEEKDAY_NAME})s`, ({ weekday = '' }) =>
    /^\p{Lu}/u.test(weekday) ? { kind: 'set', value: `XXXX-WXX-${weekdayNumber(weekday)}` } : null,
  ),
  // "on Saturday mornings"
  rule(`(?<weekday>${WEEKDAY_NAME})${GAP}(?:mornings|afternoons|evenings|nights)`, ({ weekday = '' }) => ({
    kind: 'set',
    value: `XXXX-WXX-${weekdayNumber(weekday)}`,
  })),
  // "long, hot summers"
  rule('(?:the )?(?<season>summer|winter|autumn)s', ({ season = '' }) => ({
    kind: 'set',
    value: `XXXX-${seasonOf(season)}`,
  })),
  rule('weekends', () => ({ kind: 'set', value: 'XXXX-WXX-WE' })),
]
