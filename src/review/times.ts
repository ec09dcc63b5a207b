// A time -> the words that a decision keeps of it; an article and a decision on a time -> the decided article. A date that a person
// typed -> its value.

import { dayOf, daysIn, isoDate } from '../calendar.ts'
import type { Article, Decided, Time } from '../types.ts'
import type { OnTime, TimeWords } from './decision.ts'
import { closest, findQuote, likeness, quoteOf } from './quote.ts'

export const timeWords = (text: string, { span, type, value, start, end, precision, basis }: Time): TimeWords => ({
  words: quoteOf(text, span),
  type,
  value,
  ...(start === undefined ? {} : { start }),
  ...(end === undefined ? {} : { end }),
  precision,
  basis,
})

/** Null where its words are not found any more. */
export function decideTime(
  text: string,
  article: Article,
  { before, after }: OnTime,
  { id, decided }: { id: string; decided: Decided | null },
): Article | null {
  const was = before && findQuote(text, before.words)
  const target = was && closest(article.times, ({ span }) => likeness([span], [was]))
  if (after === null) return was && (target ? withoutTime(article, target) : article)
  const span = findQuote(text, after.words)
  if (!span) return null
  const { words: _, ...value } = after
  const time: Time = { id: target?.id ?? id, span, ...value, ...(decided === null ? {} : { decided }) }
  return {
    ...article,
    times: target ? article.times.map((one) => (one === target ? time : one)) : [...article.times, time],
  }
}

const withoutTime = (article: Article, gone: Time): Article => ({
  ...article,
  times: article.times.filter((time) => time !== gone),
  events: article.events.map(({ time, ...event }) =>
    time === undefined || time === gone.id ? event : { ...event, time },
  ),
})

/** "2016-06-26", "2016-06", "2016", or two days with a stroke between; null for anything else. */
export function parseDate(typed: string): Pick<Time, 'value' | 'start' | 'end' | 'precision'> | null {
  const [first, last, ...more] = typed.trim().split('/').map(daysOf)
  if (!first || more.length > 0) return null
  if (last === undefined) return { value: typed.trim(), ...first }
  if (!last || first.precision !== 'day' || last.precision !== 'day' || last.start < first.start) return null
  return {
    value: `${first.start}/${last.end}`,
    start: first.start,
    end: last.end,
    precision: spanning(first.start, last.end),
  }
}

const daysOf = (typed: string): { start: string; end: string; precision: 'day' | 'month' | 'year' } | null => {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(typed)
  if (!match) return null
  const [year, month, date] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)))
  if (year === undefined) return null
  const start = isoDate(year, month ?? 1, date ?? 1)
  const end = isoDate(year, month ?? 12, date ?? daysIn(year, month ?? 12))
  const precision = month === undefined ? 'year' : date === undefined ? 'month' : 'day'
  return start !== null && end !== null ? { start, end, precision } : null
}

const spanning = (start: string, end: string): Time['precision'] => {
  const [from, to] = [start, end].map((iso) => {
    const [year, month, date] = iso.split('-').map(Number)
    return dayOf(year, month, date)
  })
  return to - from < 7 ? 'week' : to - from < 31 ? 'month' : 'year'
}
