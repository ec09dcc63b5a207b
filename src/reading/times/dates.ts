// Phrases with a month, a weekday or a year -> expressions: "Friday, 3 May 2016", "early June", "1998-99".

import { monthOf } from '../../calendar.ts'
import { parseNumber } from '../numbers.ts'
import { type Around, type Groups, type Rule, rule, type Which } from './expression.ts'
import { isBareMonth, isBareYear, isEarlyYear, isWeekday } from './look-alikes.ts'
import {
  DATE,
  GAP,
  HOLIDAYS,
  MONTH,
  ORDINAL,
  ordinalNumber,
  PART,
  PHASE,
  partOf,
  phaseOf,
  SPOKEN_YEAR,
  TO,
  WEEKDAY_NAME,
  WEEKDAY_SHORT,
  weekdayNumber,
  YEAR,
} from './vocabulary.ts'

const ON_WEEKDAY = `(?:(?<weekday>${WEEKDAY_NAME}|${WEEKDAY_SHORT}),?${GAP}(?:the${GAP})?)?`
/** "December of 384": before the year 1000 only where nothing is counted. */
const ANY_YEAR = `(?:${YEAR}|[3-9]\\d\\d(?=[).,;:]?(?:$|[\\s)])(?! \\p{Ll})))`
/** "August last year", "on 3 May of that year" */
const OF_THAT_YEAR = `,?${GAP}(?:of${GAP})?(?<ofYear>last|this|next|(?:that|the)${GAP}same|that|the${GAP}following|the${GAP}previous)${GAP}year(?!['’])`
const OF_YEAR = `(?:,?${GAP}(?:of${GAP}|in${GAP})?(?<year>${ANY_YEAR})|${OF_THAT_YEAR})?`
const PHASED = `(?:(?<phase>${PHASE})(?:${GAP}(?:in${GAP})?|-))?`
const WHICH = `(?:(?<which>last|this|this past|this coming|next|that|the following|the previous)${GAP})?`
const DAY_PART = `(?:,?${GAP}(?:in the )?(?<part>${PART}))?`

const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number.parseInt(text, 10))
const month = (text: string | undefined) => (text === undefined ? undefined : (monthOf(text) ?? undefined))
const isCapital = (text: string | undefined) => text === undefined || /^\p{Lu}/u.test(text)

export function whichOf(word: string | undefined): Which | undefined {
  if (word === undefined) return undefined
  if (/last|past|previous/i.test(word)) return -1
  return /next|coming|following/i.test(word) ? 1 : 0
}

/** "that Friday" and "the following Monday" go by what was told before. */
const fromOf = (which: string | undefined) => (/^th(?:at|e)/i.test(which ?? '') ? 'narrative' : undefined)

const ofYearOf = (words: string | undefined) => {
  const by = whichOf(words)
  return by === undefined ? {} : { ofYear: { by, from: fromOf(words) ?? 'publication' } as const }
}

function calendarDate(groups: Groups) {
  const { weekday, date, year, part } = groups
  if (!isCapital(groups.month) || !isCapital(weekday)) return null
  return {
    kind: 'date',
    year: numberOf(year),
    ...ofYearOf(groups.ofYear),
    month: month(groups.month),
    date: date === undefined ? undefined : ordinalNumber(date.replace(/^\d+$/, '$&th')),
    weekday: weekday === undefined ? undefined : weekdayNumber(weekday),
    part: partOf(part),
  } as const
}

/** "20, 21 and 23 April" are three days, "20 and 22 April" two; "20 to 22 April" is a stretch. */
const isListed = (date: number, last: number, { before, matched }: Around): boolean =>
  /\d\s+(?:and|or)\s/i.test(matched) && (last > date + 1 || /\d(?:st|nd|rd|th)?, ?$/.test(before))

function dateRange(groups: Groups, around: Around) {
  const found = calendarDate(groups)
  const last = numberOf(groups.last)
  if (found?.date !== undefined && last !== undefined && isListed(found.date, last, around)) return null
  return found?.date !== undefined && last !== undefined && last > found.date
    ? { ...found, until: { date: last } }
    : null
}

const AFTER_DAY = new RegExp(`(?<month>${MONTH}) (?:${DATE}(?:, and |, or |, | and | or ))+$`, 'iu')

const LIST_OF_DAYS = new RegExp(`${MONTH} ${DATE}, (?:${DATE}, )*${DATE},? (?:and|or) $`, 'iu')
const PLURAL = /^ (?:\p{Ll}+ )?(?!(?:was|is|has|does|as|us)\b)(?:\p{Ll}{2,}s|people|men|women|children|others?)\b/u

/** "20, 21 and 23" of April: not "April 20, 21 people". */
function listedDay({ date = '' }: Groups, { before, after }: Around) {
  const led = AFTER_DAY.exec(before)?.groups
  const goesOn =
    /^(?:,? (?:and|or) \d{1,2}|, \d{1,2},? (?:and|or) \d{1,2}|(?:, \d{4})?(?:$|[.;)]|,? (?:in|at|on|by|with|as|the|when|and|but)\b|,))/i.test(
      after,
    )
  // "on May 3, 5 and 8 killed eleven": with two days before it, the third is no number of anything.
  const closes = LIST_OF_DAYS.test(before) && !PLURAL.test(after)
  return led && (closes || goesOn) && !/^,? (?:and|or) \d{1,2} \p{Ll}+s\b/u.test(after)
    ? calendarDate({ date, month: led.month })
    : null
}

/** "late on Saturday into Sunday", "the night from Saturday to Sunday", "overnight Saturday" */
function night({ weekday, last }: Groups, { matched }: Around) {
  const number = weekday === undefined ? undefined : weekdayNumber(weekday)
  if (number === undefined || !isCapital(weekday)) return null
  if (last === undefined)
    return {
      kind: 'date',
      weekday: number,
      part: 'NI',
      night: /\b(?:into|to)\b/i.test(matched) ? 'into' : 'from',
    } as const
  const nightly = /\b(?:overnight|night|late|into)\b/i.test(matched)
  return nightly && weekdayNumber(last) === (number % 7) + 1
    ? ({ kind: 'date', weekday: number, part: 'NI', night: 'from' } as const)
    : null
}

function monthAlone(groups: Groups, around: Around) {
  const { which, phase, year = groups.early } = groups
  const found = calendarDate({ ...groups, year })
  const stated = [which, phase, year, groups.ofYear].some((one) => one !== undefined)
  if (!found || !(stated || isBareMonth(groups.month ?? '', around))) return null
  return { ...found, which: whichOf(which), from: fromOf(which), phase: phaseOf(phase) } as const
}

function weekdayAlone(groups: Groups, around: Around) {
  const { which, phase } = groups
  const found = calendarDate(groups)
  if (!found || !isWeekday(around)) return null
  return { ...found, which: whichOf(which), from: fromOf(which), phase: phaseOf(phase) } as const
}

function yearAlone({ year = '', era, phase, known, adBefore }: Groups, around: Around) {
  const number = Number(year)
  if (era !== undefined || adBefore !== undefined || known !== undefined)
    return adBefore !== undefined && /^ \p{Ll}+s\b/u.test(around.after)
      ? null
      : ({ kind: 'date', year: /^b/i.test(era ?? '') ? -number : number } as const)
  return isBareYear(number, phase !== undefined, around)
    ? ({ kind: 'date', year: number, phase: phaseOf(phase) } as const)
    : null
}

const spoken = (words: string | undefined) => (words === undefined ? 0 : (parseNumber(words) ?? 0))

const numeric = ({ first, second, year, mark }: Groups) => {
  const [a, b] = [Number(first), Number(second)]
  // "03/04/2016" could be either; dots are written with the day first.
  const [date, inMonth] = a > 12 || mark === '.' ? [a, b] : b > 12 ? [b, a] : [null, null]
  if (a > 31 || b > 31) return null
  return { kind: 'date', year: Number(year), ...(date === null ? {} : { month: inMonth, date }) } as const
}

const HOLIDAY_PATTERNS = HOLIDAYS.map(([name, inMonth, date]) => ({
  pattern: new RegExp(`^(?:${name})$`, 'i'),
  day: { month: inMonth, date },
}))
const holidayOf = (name: string) => HOLIDAY_PATTERNS.find(({ pattern }) => pattern.test(name))?.day

export const DATES: readonly Rule[] = [
  // "2016-06-26"
  rule('(?<year>\\d{4})-(?<month>0[1-9]|1[0-2])-(?<date>[0-3]\\d)(?=T\\d|[^\\d-]|$)', ({ year, month: m, date }) => ({
    kind: 'date',
    year: Number(year),
    month: Number(m),
    date: Number(date),
  })),
  // "26.06.2016", "6/26/2016"
  rule('(?<first>\\d{1,2})(?<mark>[./])(?<second>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d\\d)', numeric),
  // "9/11"
  rule('9/11', () => ({ kind: 'date', year: 2001, month: 9, date: 11 })),
  // "Friday, 3 May 2016", "the third of May"
  rule(
    `${ON_WEEKDAY}(?:the${GAP})?(?<date>${DATE}|${ORDINAL}(?=${GAP}of))${GAP}?(?:of${GAP})?(?<month>${MONTH})${OF_YEAR}${DAY_PART}`,
    (groups) => calendarDate(groups),
  ),
  // "Friday, May 3rd, 2016", "June 26 evening"
  rule(
    `${ON_WEEKDAY}(?<month>${MONTH})${GAP}?(?:the${GAP})?(?<date>${DATE}|${ORDINAL})(?:,?${GAP}(?<year>${YEAR})|${OF_THAT_YEAR})?${DAY_PART}`,
    (groups) => calendarDate(groups),
  ),
  // "3-May-2016"
  rule(`(?<date>${DATE})-(?<month>${MONTH})-(?<year>${YEAR})`, (groups) => calendarDate(groups)),
  // "1862, May 3"
  rule(`(?<year>${YEAR}),?${GAP}(?<month>${MONTH})${GAP}(?<date>${DATE})`, (groups) => calendarDate(groups)),
  // "from 3 to 5 May", "5–6 September 2019"
  rule(`(?<date>${DATE})${TO}(?<last>${DATE})${GAP}(?:of${GAP})?(?<month>${MONTH})${OF_YEAR}`, dateRange),
  // "May 3-5, 2016"
  rule(`(?<month>${MONTH})${GAP}(?<date>${DATE})${TO}(?<last>${DATE})(?:,?${GAP}(?<year>${YEAR}))?`, dateRange),
  // "January-June 2016"
  rule(`(?<month>${MONTH})[-–/](?<last>${MONTH}),?${GAP}(?<year>${YEAR})`, (groups) => {
    const last = month(groups.last)
    const found = calendarDate(groups)
    return found && last !== undefined ? { ...found, until: { month: last } } : null
  }),
  // "early May", "last March", "June 2015", "in September"
  rule(
    `${WHICH}${PHASED}(?<month>${MONTH})(?:,?${GAP}(?:of${GAP}|in${GAP})?(?<year>${YEAR})|${GAP}of${GAP}(?<early>${ANY_YEAR})|${OF_THAT_YEAR})?`,
    monthAlone,
  ),
  // "early on Saturday", "next Friday", "Thursday night"
  rule(
    `${WHICH}(?:(?<phase>early|late)${GAP}(?:on${GAP})?)?(?<weekday>${WEEKDAY_NAME}|(?<=\\b(?:on|last|next|this) )${WEEKDAY_SHORT}|${WEEKDAY_SHORT}(?<=\\.))${DAY_PART}`,
    weekdayAlone,
  ),
  // "the night from Saturday to Sunday", "late on Saturday into early Sunday"
  rule(
    `(?:(?:overnight|(?:the${GAP})?night|late)${GAP}(?:(?:from|between|of|on|late)${GAP}){0,2})?(?<weekday>${WEEKDAY_NAME})(?:${GAP}(?:night|evening))?${GAP}(?:to|into|and)${GAP}(?:early${GAP}(?:on${GAP})?)?(?<last>${WEEKDAY_NAME})(?:${GAP}morning)?`,
    night,
  ),
  // "overnight into Sunday", "overnight Sunday"
  rule(`(?:overnight|the${GAP}night)${GAP}(?:(?:into|to|on)${GAP})?(?<weekday>${WEEKDAY_NAME})`, night),
  // "20, 21" of "20, 21 and 23 April"
  rule(
    `(?<date>${DATE})(?=(?:,${GAP}${DATE})*,?${GAP}(?:and|or)${GAP}${DATE}${GAP}(?:of${GAP})?(?<month>${MONTH})${OF_YEAR})`,
    (groups) => calendarDate(groups),
  ),
  // "21", "23" of "April 20, 21 and 23"
  rule(`(?<date>${DATE})`, listedDay),
  // "1998-99"
  rule('(?<first>1[5-9]|20)(?<from>\\d\\d)[-–/](?<to>\\d\\d)(?![-–/]\\d)', ({ first, from, to }) =>
    Number(to) > Number(from)
      ? { kind: 'date', year: Number(`${first}${from}`), until: { year: Number(`${first}${to}`) } }
      : null,
  ),
  // "2014", "early 2016", "mid-2015", "the year 71", "AD 842", "400 BC", "c. 347"
  rule(
    `(?<known>(?:in${GAP})?the${GAP}year(?:${GAP}of)?${GAP})?(?<adBefore>(?:AD|c\\.|ca\\.?|circa)${GAP}?)?(?:(?<phase>early|mid|late|the (?:end|beginning|start) of)(?:${GAP}|-))?(?<year>${YEAR}|(?<=(?:AD|c\\.|ca\\.?|circa|year|of)[ \\u00a0]?)\\d{1,3}(?![\\d,.:%]\\d))(?:${GAP}(?<era>AD|CE|BCE?|B\\.C\\.|A\\.D\\.))?`,
    yearAlone,
  ),
  rule(`(?<year>\\d{1,5})${GAP}(?<era>BCE?|B\\.C\\.E?\\.?|AD|A\\.D\\.|CE)`, yearAlone),
  // "nineteen eighty-four"
  rule(SPOKEN_YEAR, ({ hundreds, rest, teens }) => ({
    kind: 'date',
    year: hundreds === undefined ? 2000 + spoken(teens) : spoken(hundreds) * 100 + spoken(rest),
  })),
  // "In 348,", "(837–908)", "around 866": before the year 1000, only where nothing can be counted
  rule('(?<year>[1-9]\\d\\d)', ({ year }, around) =>
    isEarlyYear(around) ? { kind: 'date', year: Number(year) } : null,
  ),
  // "Friday the 5th", "on the 5th"
  rule(
    `(?:(?<weekday>${WEEKDAY_NAME}),?${GAP})?the${GAP}(?<date>${ORDINAL})`,
    ({ weekday, date = '' }, { before, after }) =>
      (weekday !== undefined && /^\p{Lu}/u.test(weekday) && !/^13/.test(date) && !isRank(date, after)) ||
      (/\bon $/i.test(before) && /^(?:[,.;)]|$| and (?:he|she|they|it|we|I|that|the)\b)/.test(after))
        ? {
            kind: 'date',
            date: ordinalNumber(date),
            weekday: weekday === undefined ? undefined : weekdayNumber(weekday),
          }
        : null,
  ),
  // "class of '71"
  rule("['’](?<year>\\d\\d)(?<=\\b(?:of|in|since|from|by|summer|winter|spring|fall) ?['’]\\d\\d)", ({ year }) => ({
    kind: 'date',
    year: 1900 + Number(year),
  })),
  rule(
    `${WHICH}(?<name>${HOLIDAYS.map(([name]) => name).join('|')})(?:,?${GAP}(?<year>${YEAR}))?`,
    ({ which, name = '', year }, { before, after }) =>
      /^(?:the )?\p{Lu}|^\d/u.test(name) &&
      !/^ (?:Eve|Day)\b|^ \p{Lu}\p{Ll}+/u.test(after) &&
      !/\b(?:Merry|Happy|Father|\p{Lu}\p{Ll}{3,}) $/u.test(before) &&
      !/^(?:['’]s)? ?(?:trees?|presents?|cards?|part(?:y|ies)|shopping|carols?|markets?|dinner|gifts?|songs?|lights|island|decorations)\b/i.test(
        after,
      )
        ? { kind: 'date', ...holidayOf(name), which: whichOf(which), from: fromOf(which), year: numberOf(year) }
        : null,
  ),
]

/** "reached the town on Monday, the first since March": spelled out, and something follows that it numbers. */
const isRank = (ordinal: string, after: string): boolean =>
  /^\p{L}/u.test(ordinal) && /^ (?!(?:at|and|from|until|till|for|of|was|is|he|she|they|it|we|I)\b)\p{L}/u.test(after)
