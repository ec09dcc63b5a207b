// An article's text and the day it was published -> the stamp that its body begins with, on pages whose lines have been run together:
// "Published April 26 2017 Six people were killed on Tuesday". The date of a stamp is when the report came out, and dates no event.

import { parseDay } from '../../calendar.ts'
import type { Article, ArticleText, Span, Time } from '../../types.ts'

/** "Published", "Date of publication", "Posted on": it needs no other sign. */
const LABEL = /^(?:date of publication|(?:first |last )?(?:published|posted|updated))(?: on| at)?:?\s+/i
/** "AFP ", "REUTERS ", "Friday, ": what may stand before the date; none of it is a preposition. */
const BEFORE_DATE = /^(?:\p{Lu}{2,8} )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?$/u
/** "5 May, gunmen", "5 May: gunmen", "5 May - gunmen" is said of what happened on that day. */
const GOES_ON = /^\s*[,:;–—-]/
/** "(updated 14:57 19.07.2016)" */
const UPDATED = /^\s*\((?:last )?(?:updated|modified)[^)]{0,40}\)/i
const MAX_LABEL_CHARACTERS = 24

type Told = Pick<Time, 'span' | 'type' | 'precision' | 'start'>

/** Null where there is none. */
export function findStamp(
  { text, sentences, blocks }: Pick<ArticleText, 'text' | 'sentences' | 'blocks'>,
  times: readonly Told[],
  published: Article['published'],
): Span | null {
  const body = sentences.find(({ block }) => blocks[block]?.kind !== 'title' && blocks[block]?.kind !== 'heading')
  if (!body) return null
  const [from, to] = body.span
  const label = LABEL.exec(text.slice(from, from + MAX_LABEL_CHARACTERS))?.[0] ?? ''
  const date = times.find(({ span }) => span[0] >= from && span[1] <= to)
  if (date?.type !== 'date' || date.precision !== 'day') return null
  const isAtStart = BEFORE_DATE.test(text.slice(from + label.length, date.span[0]))
  const hasYear = /\d{4}/.test(text.slice(...date.span))
  if (!isAtStart || !hasYear || GOES_ON.test(text.slice(date.span[1], to))) return null
  if (label === '' && !isSameDay(date, published)) return null
  return [from, date.span[1] + (UPDATED.exec(text.slice(date.span[1], to))?.[0].length ?? 0)]
}

const isSameDay = ({ start }: Told, published: Article['published']): boolean =>
  start !== undefined && published !== undefined && parseDay(start) === parseDay(published.value)
