// A date as tables and chats write it -> ISO; null for all that is not certain.

import { isoDate, monthOf } from '../../calendar.ts'
import type { Columns } from '../../types.ts'
import { parseDate } from '../date.ts'

type DayOrder = NonNullable<Columns['dates']>

/** "10/03/2026 08:15", "10.03.26": two numbers whose order the table must show. */
const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[,\sT].*)?$/
/** "Tue Mar 10 08:15:00 +0000 2026", as Twitter writes it. */
const TWITTER = /^[a-z]{3} ([a-z]{3}) (\d{1,2}) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d) (\d{4})$/i
/** Seconds or milliseconds since 1970, of the years 2001 to 2100. */
const EPOCH = /^(?:1\d{9}|[234]\d{9}|1\d{12}|[234]\d{12})(?:\.\d+)?$/
/** "20260310", and "20260310081500" as GDELT writes it. */
const RUN_TOGETHER = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{6})?$/

export function parseCellDate(cell: string, order: DayOrder | undefined): string | null {
  const text = cell.trim()
  const twitter = TWITTER.exec(text)
  if (twitter) {
    const [, month, day, clock, hours, minutes, year] = twitter
    const date = isoDate(Number(year), monthOf(month) ?? 0, Number(day))
    return date === null ? null : `${date}T${clock}${hours === '+00' && minutes === '00' ? 'Z' : `${hours}:${minutes}`}`
  }
  if (EPOCH.test(text)) {
    const number = Number(text)
    return new Date(Math.floor(number > 1e11 ? number / 1000 : number) * 1000).toISOString().replace('.000Z', 'Z')
  }
  const run = RUN_TOGETHER.exec(text)
  if (run) return isoDate(Number(run[1]), Number(run[2]), Number(run[3]))
  const numeric = NUMERIC.exec(text)
  if (numeric) return ofNumbers(numeric, order)
  return parseDate(text) ?? parseDate(text.replace(/(?<![,\sT])[,\sT]+\d{1,2}:\d\d.*$/s, ''))
}

/** Points are a habit of those who write the day first. */
function ofNumbers([, first, mark, second, year]: RegExpExecArray, order: DayOrder | undefined): string | null {
  const [one, other] = [Number(first), Number(second)]
  const settled = order ?? (mark === '.' || one > 12 ? 'dmy' : other > 12 ? 'mdy' : one === other ? 'dmy' : null)
  if (settled === null) return null
  const full = year.length === 2 ? 2000 + Number(year) : Number(year)
  return settled === 'dmy' ? isoDate(full, other, one) : isoDate(full, one, other)
}

/** By the days that can be no month; null where none can, or where the dates contradict each other. */
export function dayOrderOf(cells: readonly string[]): DayOrder | null {
  const found = new Set<DayOrder>()
  for (const cell of cells) {
    const numeric = NUMERIC.exec(cell.trim())
    if (!numeric) continue
    if (Number(numeric[1]) > 12) found.add('dmy')
    else if (Number(numeric[3]) > 12) found.add('mdy')
    else if (numeric[2] === '.') found.add('dmy')
  }
  const [first] = found
  return found.size === 1 ? first : null
}
