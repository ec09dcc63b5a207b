// A date as metadata writes it -> an ISO date, or an instant where the offset is stated; null for all that is not certain.

import { isoDate, monthOf } from '../calendar.ts'

const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\s*(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i
/** "Tue, 19 Nov 2019 14:37:00 GMT" */
const RFC2822 =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})(?:\s+(\d\d):(\d\d)(?::(\d\d))?\s*(Z|UT|UTC|GMT|[ECMP][SD]T|[+-]\d{4})?)?$/i
/** "November 19, 2019" */
const AMERICAN = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i

/** Days first or months first ("11/12/2019") cannot be told apart and give null. */
export function parseDate(text: string): string | null {
  const trimmed = text.trim()
  const iso = ISO.exec(trimmed)
  if (iso) return build(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso.slice(4))
  const rfc = RFC2822.exec(trimmed)
  if (rfc) return build(Number(rfc[3]), monthOf(rfc[2]), Number(rfc[1]), rfc.slice(4))
  const american = AMERICAN.exec(trimmed)
  return american ? build(Number(american[3]), monthOf(american[1]), Number(american[2]), []) : null
}

function build(year: number, month: number | null, day: number, clock: readonly (string | undefined)[]): string | null {
  const date = month === null ? null : isoDate(year, month, day)
  if (date === null || year < 1900 || year > 2200) return null
  const [hour, minute, second = '00', zone] = clock
  if (hour === undefined || minute === undefined || zone === undefined) return date
  const instant = `${date}T${hour}:${minute}:${second}${offsetOf(zone)}`
  return Number.isNaN(Date.parse(instant)) ? date : instant
}

function offsetOf(zone: string): string {
  const american = 'ecmp'.indexOf(zone[0].toLowerCase())
  if (american >= 0 && /^.[sd]t$/i.test(zone)) return `-0${5 + american - (/d/i.test(zone[1]) ? 1 : 0)}:00`
  if (/^[a-z]/i.test(zone)) return 'Z'
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}
