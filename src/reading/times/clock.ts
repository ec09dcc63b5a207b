// Phrases for a time of day -> expressions: "8:30 a.m.", "15:11 GMT", "0900 hours", "two o'clock", "midnight".

import { parseNumber, SMALL_WORDS } from '../numbers.ts'
import { type Groups, type Rule, rule } from './expression.ts'
import { isHour } from './look-alikes.ts'
import { GAP } from './vocabulary.ts'

const ZONE_NAME = `(?:GMT|UTC|local(?:${GAP}time)?|[ECMP][SD]T|BST|CES?T|EES?T|MSK|IST)\\b`
const ZONE = `(?:${GAP}?(?:\\(${ZONE_NAME}\\)|${ZONE_NAME}))`
const MERIDIEM = `(?<meridiem>[ap])(?:\\.${GAP}?m\\.?|m\\b\\.?)`

function clock({ hour = '', minute, meridiem }: Groups) {
  const half = /^p/i.test(meridiem ?? '') ? 12 : 0
  const read = parseNumber(hour)
  if (read === null || read > 24 || (meridiem !== undefined && (read > 12 || read === 0))) return null
  const minutes = minute === undefined ? 0 : Number(minute)
  if (minutes > 59) return null
  return { kind: 'clock', hour: meridiem === undefined ? read : (read % 12) + half, minute: minutes } as const
}

const HOUR = '(?<hour>[01]?\\d|2[0-4])'
const MINUTE = '(?<minute>[0-5]\\d)'

export const CLOCK: readonly Rule[] = [
  rule(`${HOUR}(?:[:.]${MINUTE}(?::[0-5]\\d)?)?${GAP}?${MERIDIEM}${ZONE}?`, clock),
  // "between 11 and 2 pm" is from 11 in the morning, so the first hour is left to the next rule only where it is smaller
  rule(
    `${HOUR}(?:[:.]${MINUTE})?(?=(?:${GAP}?[-–]${GAP}?|${GAP}(?:to|and|until|till)${GAP})(?<later>1?\\d)(?:[:.][0-5]\\d)?${GAP}?${MERIDIEM})`,
    (groups) => {
      const wraps = Number(groups.hour) % 12 > Number(groups.later) % 12
      return clock(wraps ? { ...groups, meridiem: /^p/i.test(groups.meridiem ?? '') ? 'a' : 'p' } : groups)
    },
  ),
  // "22:30", "15:11 GMT"; not "a ratio of 1:10:20", "John 3:16"
  rule(
    `${HOUR}:${MINUTE}(?::[0-5]\\d)?(?![:.,]?\\d)(?<zone>${ZONE})?(?:${GAP}(?:hours|hrs|h))?`,
    (groups, { before }) =>
      /[\d:/.,]$|\b(?!At|By|From|Until|To|Till|Around|About|Before|After|Between|And|Since|On|Daily|Su|Mo|Tu|We|Th|Fr|Sa|Sun|Mon|Tue|Wed|Thu|Fri|Sat|Time)\p{Lu}\p{Ll}+ $/u.test(
        before,
      ) && groups.zone === undefined
        ? null
        : clock(groups),
  ),
  // "16.30 local time", "0900 hours"
  rule(`${HOUR}[.]${MINUTE}${ZONE}`, clock),
  rule(`(?<hour>[01]\\d|2[0-4])${MINUTE}(?:${ZONE}|(?<hours>${GAP}(?:hours|hrs|hour)\\b))`, (groups, { before }) =>
    groups.hours === undefined || /\b(?:at|by|from|until|till|to|since|between|and|before|after) $/i.test(before)
      ? clock(groups)
      : null,
  ),
  // "at 1830 on Thursday", "shortly before 1700"; not "emissions at 2030 levels"
  rule(`(?<hour>[01]\\d|2[0-3])${MINUTE}(?![\\d,.:%/-]*\\d)`, (groups, around) =>
    isHour(around) ? clock(groups) : null,
  ),
  rule(
    `(?<hour>\\d{1,2}|${SMALL_WORDS})${GAP}?o['’]?clock(?:${GAP}in${GAP}the${GAP}(?<part>morning|afternoon|evening))?`,
    ({ hour, part }) => clock(part === undefined ? { hour } : { hour, meridiem: part === 'morning' ? 'a' : 'p' }),
  ),
  rule('noon|midday|mid-day', () => ({ kind: 'clock', hour: 12, minute: 0 })),
  rule('midnight', (_, { before, matched, after }) =>
    /^ (?:\p{Lu}|blue|snack|oil)/u.test(after) || /\bthe $/.test(before) || /^M/.test(matched)
      ? null
      : { kind: 'clock', hour: 0, minute: 0 },
  ),
]
