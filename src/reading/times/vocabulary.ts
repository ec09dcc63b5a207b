// The words of time expressions, as pieces of patterns, with their meanings.

import { NUMBER, parseNumber } from '../numbers.ts'

/** Bounded, so that a page of blanks costs nothing. */
export const GAP = '(?:[ \\t\\r\\n\\u00a0]{1,3})'

/** Between the ends of a stretch. */
export const TO = `(?:${GAP}?[-–—]${GAP}?|${GAP}(?:to|and|or|through|thru|until|till)${GAP}(?:the${GAP})?)`

export const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)'

const WEEKDAYS: Readonly<Record<string, number>> = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 }
export const WEEKDAY_NAME = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)'
/** Where a date follows: "Tue, 19 Nov"; by itself only with its full stop: "Sun" is a star and a paper. */
export const WEEKDAY_SHORT = '(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\\b\\.?'
export const weekdayNumber = (name: string): number => WEEKDAYS[name.slice(0, 3).toLowerCase()]

export const DATE = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th|d)?(?![\\d:]|[.,]\\d|%)'
const ORDINALS = [
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth',
  'sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth',
  'twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first',
].flatMap((line) => line.split(' '))
const ORDINAL_WORD = `(?:${ORDINALS.toReversed().join('|')})`
export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|${ORDINAL_WORD})`
export function ordinalNumber(text: string): number {
  const word = text.toLowerCase().replace(/\s/g, '-')
  return /^\d/.test(word) ? Number.parseInt(word, 10) : ORDINALS.indexOf(word) + 1
}

/** "nineteen eighty-four", "two thousand and six", as people say it. */
export const SPOKEN_YEAR = `(?:(?<hundreds>fifteen|sixteen|seventeen|eighteen|nineteen|twenty)[ -](?<rest>(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))|two thousand(?: and)? (?<teens>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))`

export const YEAR = '(?:1[0-9]|20)\\d\\d(?![\\d%]|[.,:]\\d)'

export const PART = '(?:morning|afternoon|evening|night|nite|lunchtime|dawn|dusk)'
export type Part = 'MO' | 'AF' | 'EV' | 'NI' | 'MI' | 'DT'
const PARTS: Readonly<Record<string, Part>> = {
  dawn: 'MO',
  morning: 'MO',
  lunchtime: 'MI',
  afternoon: 'AF',
  evening: 'EV',
  dusk: 'EV',
  night: 'NI',
  nite: 'NI',
}
export const partOf = (word: string | undefined): Part | undefined =>
  word === undefined ? undefined : PARTS[word.toLowerCase()]

export const PHASE = '(?:early|earlier|mid|middle|late|later)'
export type Phase = 'early' | 'mid' | 'late'
export function phaseOf(word: string | undefined): Phase | undefined {
  const lower = word?.toLowerCase()
  if (lower === undefined) return undefined
  if (/early|earlier|start|beginning/.test(lower)) return 'early'
  return /mid/.test(lower) ? 'mid' : 'late'
}

export type Season = 'SP' | 'SU' | 'FA' | 'WI'
export const SEASON = '(?:spring|summer|autumn|fall|winter)'
const SEASONS: Readonly<Record<string, Season>> = { spring: 'SP', summer: 'SU', autumn: 'FA', fall: 'FA', winter: 'WI' }
export const seasonOf = (word: string): Season => SEASONS[word.toLowerCase()]

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
export const UNIT =
  '(?:seconds?|minutes?|hours?|days?|weekends?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies))'
export function unitOf(word: string): Unit {
  const lower = word.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '')
  switch (lower) {
    case 'second':
    case 'minute':
    case 'hour':
    case 'weekend':
    case 'week':
    case 'fortnight':
    case 'month':
    case 'quarter':
    case 'year':
    case 'decade':
    case 'century':
      return lower
    default:
      return 'day'
  }
}

/** How many units: "two", "12", "a", "several", "two and a half". */
export const AMOUNT = `(?:${NUMBER}(?:${GAP}(?:and${GAP}a${GAP}half|1/2))?|an?${GAP}(?:couple(?:${GAP}of)?|few)|half${GAP}an?|an?|several|a?${GAP}?few|many|some)`
/** Null for "several" and the like; "a couple" is not exactly two. */
export function amountOf(text: string): number | null {
  const lower = text.toLowerCase().replace(/\s+/g, ' ')
  if (/few|several|couple|many|some/.test(lower)) return null
  if (lower.startsWith('half')) return 0.5
  const half = / (?:and a half|1\/2)$/.test(lower)
  const plain = lower.replace(/ (?:and a half|1\/2)$/, '')
  const whole = /^an?$/.test(plain) ? 1 : parseNumber(plain)
  return whole === null ? null : whole + (half ? 0.5 : 0)
}

/** Months and days that have a name of their own. */
export const HOLIDAYS: readonly (readonly [pattern: string, month: number, date: number])[] = [
  ["New Year['’]?s Eve", 12, 31],
  ["New Year['’]?s Day", 1, 1],
  ["Valentine['’]?s Day", 2, 14],
  ["St\\.? Patrick['’]?s Day", 3, 17],
  ['May Day', 5, 1],
  ['Bastille Day', 7, 14],
  ['(?:the )?(?:Fourth|4th) of July', 7, 4],
  ['Halloween', 10, 31],
  ["All Saints['’]? Day", 11, 1],
  ['Armistice Day', 11, 11],
  ['Christmas Eve', 12, 24],
  ['Christmas(?: Day)?', 12, 25],
  ['Boxing Day', 12, 26],
]
