// Years, months and days -> day numbers and back; the only place with the lengths and names of months.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

/** "Sept." -> 9; null for what no month begins with. */
export function monthOf(name: string): number | null {
  const index = MONTHS.findIndex((month) => name.toLowerCase().startsWith(month))
  return index < 0 ? null : index + 1
}

/** Days since 1 January 1970, by the Gregorian calendar at all times. */
export type Day = number

const MS_A_DAY = 86_400_000

/** Months and days beyond their ends count on: 31 February is in March. */
export function dayOf(year: number, month: number, date: number): Day {
  const time = new Date(0)
  time.setUTCFullYear(year, month - 1, date)
  return Math.round(time.getTime() / MS_A_DAY)
}

export function fieldsOf(day: Day): { year: number; month: number; date: number } {
  const time = new Date(day * MS_A_DAY)
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, date: time.getUTCDate() }
}

export const daysIn = (year: number, month: number): number => fieldsOf(dayOf(year, month + 1, 0)).date

/** An ISO date; null where there is no such day. */
export function isoDate(year: number, month: number, date: number): string | null {
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return null
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`
}

export function isoOf(day: Day): string {
  const { year, month, date } = fieldsOf(day)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`
}

/** The day of an ISO date or instant; null for anything else, a bare year too. */
export function parseDay(iso: string): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso)
  if (!match) return null
  const [year, month, date] = match.slice(1).map(Number)
  return isoDate(year, month, date) === null ? null : dayOf(year, month, date)
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1

export const mondayOf = (day: Day): Day => day - weekdayOf(day) + 1

/** ISO 8601: a week belongs to the year that its Thursday lies in. */
export function weekOf(day: Day): string {
  const thursday = mondayOf(day) + 3
  const { year } = fieldsOf(thursday)
  const week = Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1
  return `${padded(year, 4)}-W${padded(week, 2)}`
}

export const padded = (value: number, length: number): string => String(value).padStart(length, '0')

/** The hours of parts of a day, as TIMEX3 names them; a night ends on the next day. */
const PARTS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  MO: [4, 12],
  MI: [11, 14],
  AF: [12, 18],
  EV: [17, 24],
  NI: [18, 30],
}

/** Of a TIMEX3 value: "2016-06-26TMO" is a morning. Undefined for a whole day. */
export function hoursOf(value: string): readonly [from: number, to: number] | undefined {
  const [, part, hour] = /^\d{4}-\d\d-\d\dT(?:([A-Z]{2})|(\d\d))/.exec(value) ?? []
  if (part !== undefined) return PARTS[part]
  return hour === undefined ? undefined : [Number(hour) - 1, Number(hour) + 2]
}
