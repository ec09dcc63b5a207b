// What a person wants to be there, and what was there -> the words that a decision keeps of it; or why they make no sense.

import { countAs, tollOf } from '../review/counts.ts'
import type { CountWords, PlaceWords, StatementWords, TimeWords } from '../review/decision.ts'
import { quoteOf } from '../review/quote.ts'
import { statementWithChain, statementWords } from '../review/statements.ts'
import { parseDate } from '../review/times.ts'
import type { Article, Count, EventMention, Span, Statement } from '../types.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { DecisionBody } from './review-answers.ts'

type Asked<Kind> = Extract<DecisionBody, { kind: Kind; article: number; verdict: string }>

/** Left out is as it was. */
export function statementWith(
  text: string,
  article: Article,
  was: Statement | null,
  to: NonNullable<Asked<'statement'>['to']>,
): StatementWords {
  const quotes = (spans: readonly Span[]) => spans.map((span) => quoteOf(text, span))
  const { relay, addressee } = was ? statementWithChain(text, article, was) : {}
  const now: Pick<StatementWords, 'relay' | 'addressee'> = {
    relay: to.relay?.map(({ spans, kind }) => ({ words: quotes(spans), kind })) ?? relay ?? [],
    addressee: to.addressee === undefined ? (addressee ?? null) : to.addressee && quotes(to.addressee),
  }
  return { ...statementWords(text, to), ...now }
}

/** What an event names and the article does not have. */
export function unknownIn(
  { entities, times, statements, counts }: Article,
  was: EventMention | null,
  to: NonNullable<Asked<'event'>['to']>,
): Refusal | null {
  const has = (things: readonly { id: string }[], id: string | null) =>
    id === null || things.some((thing) => thing.id === id)
  const places = entities.filter(({ id, type, place }) => type === 'place' || place || id === was?.place)
  if (!has(places, to.place)) return refuse(`the article has no place ${to.place}`)
  if (!has(times, to.time)) return refuse(`the article has no time ${to.time}`)
  if (!has(statements, to.statement)) return refuse(`the article has no statement ${to.statement}`)
  const missing = to.counts?.find((id) => !has(counts, id))
  return missing === undefined ? null : refuse(`the article has no count ${missing}`)
}

export function eventWith(was: EventMention | null, to: NonNullable<Asked<'event'>['to']>): EventMention {
  const { confidence, ...before } = was ?? { participants: [], counts: [], confidence: 1 }
  const { trigger, type, mode, status, place, time, statement } = to
  const { participants = before.participants, counts = before.counts } = to
  return {
    id: was?.id ?? '',
    type,
    ...(mode === undefined ? {} : { mode }),
    trigger,
    participants,
    ...(place === null ? {} : { place }),
    ...(time === null ? {} : { time }),
    counts,
    status,
    statement,
    confidence,
  }
}

export function placeWith(
  text: string,
  was: PlaceWords | null,
  { span, place }: NonNullable<Asked<'place'>['to']>,
): PlaceWords | Refusal {
  if (was) return { ...was, place: place && known(place) }
  if (!span) return refuse('choose the words that name the place')
  return {
    name: text.slice(...span).replace(/\s+/g, ' '),
    mentions: [quoteOf(text, span)],
    place: place && known(place),
  }
}

/** Without the fields that were left out. */
const known = (place: object): NonNullable<PlaceWords['place']> => JSON.parse(JSON.stringify(place))

export function countWith(
  text: string,
  article: Article,
  was: Count | null,
  { span: chosen, fate, side, events, ...value }: NonNullable<Asked<'count'>['to']>,
): CountWords | Refusal {
  const span = chosen ?? was?.span
  if (!span) return refuse('choose the words that give the number')
  const missing = events?.find((id) => article.events.every((event) => event.id !== id))
  if (missing !== undefined) return refuse(`the article has no event ${missing}`)
  const own = article.events.filter(({ id, counts }) => events?.includes(id) ?? (was && counts.includes(was.id)))
  return {
    ...countAs(text, { span, ...value, ...(fate === null ? {} : { fate }), ...(side === null ? {} : { side }) }),
    events: own.map((event) => tollOf(text, event)),
  }
}

export function timeWith(
  text: string,
  was: TimeWords | null,
  { span, value: typed }: NonNullable<Asked<'time'>['to']>,
): TimeWords | Refusal {
  const value = parseDate(typed)
  if (!value) return refuse(`"${typed}" is not a date; write 2016-06-26, 2016-06, 2016 or 2016-06-26/2016-06-28`)
  const words = span ? quoteOf(text, span) : was?.words
  return words
    ? { words, type: 'date', ...value, basis: was?.basis ?? 'absolute' }
    : refuse('choose the words that give the time')
}
