// A count -> the words that a decision keeps of it; an article and a decision on a count -> the decided article.

import type { Article, Count, Decided, EventMention } from '../types.ts'
import type { CountWords, OnCount } from './decision.ts'
import { eventAt } from './events.ts'
import { closest, findQuote, likeness, quoteOf } from './quote.ts'

export const countWords = (text: string, { events }: Pick<Article, 'events'>, count: Count): CountWords => ({
  ...countAs(text, count),
  events: events.filter(({ counts }) => counts.includes(count.id)).map((event) => tollOf(text, event)),
})

/** Without whose toll it is. */
export const countAs = (
  text: string,
  { span, low, high, approximate, of, fate, side }: Omit<Count, 'id'>,
): Omit<CountWords, 'events'> => ({
  words: quoteOf(text, span),
  low,
  high,
  approximate,
  of,
  ...(fate === undefined ? {} : { fate }),
  ...(side === undefined ? {} : { side }),
})

export const tollOf = (
  text: string,
  { trigger, type }: EventMention,
): { trigger: CountWords['words']; type: string } => ({
  trigger: quoteOf(text, trigger),
  type,
})

/** Null where its words are not found any more. */
export function decideCount(
  text: string,
  article: Article,
  { before, after }: OnCount,
  { id, decided }: { id: string; decided: Decided | null },
): Article | null {
  const was = before && findQuote(text, before.words)
  const target = was && closest(article.counts, ({ span }) => likeness([span], [was]))
  if (after === null) return was && (target ? withoutCount(article, target.id) : article)
  const span = findQuote(text, after.words)
  if (!span) return null
  const { words: _, events, ...value } = after
  const { partOf, was: former } = target ?? {}
  const count: Count = {
    id: target?.id ?? id,
    span,
    ...value,
    ...(former === undefined ? {} : { was: former }),
    ...(partOf === undefined ? {} : { partOf }),
    ...(decided === null ? {} : { decided }),
  }
  const counts = target ? article.counts.map((one) => (one === target ? count : one)) : [...article.counts, count]
  return { ...article, counts, events: events ? tolled(text, article, count.id, events) : article.events }
}

/** The count belongs to these events and to no others. */
function tolled(
  text: string,
  article: Article,
  count: string,
  wanted: NonNullable<CountWords['events']>,
): EventMention[] {
  const own = new Set(
    wanted.flatMap(({ trigger, type }) => {
      const at = findQuote(text, trigger)
      return (at && eventAt(article, at, type)?.id) ?? []
    }),
  )
  return article.events.map((event) => {
    if (own.has(event.id) === event.counts.includes(count)) return event
    const counts = own.has(event.id) ? [...event.counts, count] : event.counts.filter((one) => one !== count)
    return { ...event, counts }
  })
}

const withoutCount = (article: Article, gone: string): Article => ({
  ...article,
  counts: article.counts
    .filter(({ id }) => id !== gone)
    .map(({ was, partOf, ...count }) => ({
      ...count,
      ...(was === undefined || was === gone ? {} : { was }),
      ...(partOf === undefined || partOf === gone ? {} : { partOf }),
    })),
  events: article.events.map((event) =>
    event.counts.includes(gone) ? { ...event, counts: event.counts.filter((id) => id !== gone) } : event,
  ),
})
