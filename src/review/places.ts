// An entity that is a place -> the words that a decision keeps of it; an article and a decision on a place -> the decided article.

import type { Article, Decided, Entity, Span, Statement } from '../types.ts'
import type { OnPlace, PlaceWords } from './decision.ts'
import { closest, findQuote, likeness, type Quote, quoteOf } from './quote.ts'

/** So many of its mentions find it again. */
const MOST = 12

export const placeWords = (text: string, { name, mentions, place }: Entity): PlaceWords => ({
  name,
  mentions: mentions
    .filter(({ kind }) => kind !== 'pronoun')
    .slice(0, MOST)
    .map(({ span }) => quoteOf(text, span)),
  place: place ?? null,
})

/** Null where none of its words are found any more. */
export function decidePlace(
  text: string,
  article: Article,
  { before, after }: OnPlace,
  { id, decided }: { id: string; decided: Decided | null },
): Article | null {
  const spans = locate(text, (before ?? after)?.mentions ?? [])
  if (spans.length === 0) return null
  const target = closest(article.entities, (entity) => sharedMentions(entity, spans), 0.9)
  if (after === null) return target ? withoutPlace(article, target) : article
  const { place: _, ...entity } = target ?? newPlace(after, locate(text, after.mentions), id)
  const made: Entity = {
    ...entity,
    ...(after.place ? { place: { ...after.place, confidence: 1 } } : {}),
    ...(decided === null ? {} : { decided }),
  }
  return {
    ...article,
    entities: target ? article.entities.map((one) => (one === target ? made : one)) : [...article.entities, made],
  }
}

const locate = (text: string, quotes: readonly Quote[]): Span[] =>
  quotes.flatMap((quote) => {
    const span = findQuote(text, quote)
    return span ? [span] : []
  })

/** How many of its mentions are these words, each as far as it is. */
const sharedMentions = ({ mentions }: Entity, spans: readonly Span[]): number =>
  mentions.reduce(
    (sum, { span }) =>
      sum +
      likeness(
        [span],
        spans.filter((other) => touches(span, other)),
      ),
    0,
  )

const touches = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1]

const newPlace = ({ name }: PlaceWords, spans: readonly Span[], id: string): Entity => ({
  id,
  type: 'place',
  name,
  mentions: spans.map((span) => ({ span, kind: 'name' as const })),
})

/** A body that lies somewhere stays a body; what was taken for a place and for nothing else is no entity at all. */
function withoutPlace(article: Article, gone: Entity): Article {
  const { place: _, ...body } = gone
  const events = article.events.map(({ place, ...event }) =>
    place === undefined || place === gone.id ? event : { ...event, place },
  )
  if (gone.type !== 'place')
    return { ...article, events, entities: article.entities.map((entity) => (entity === gone ? body : entity)) }
  return {
    ...article,
    entities: article.entities.filter((entity) => entity !== gone),
    events: events.map((event) => ({
      ...event,
      participants: event.participants.map(({ entity, ...party }) =>
        entity === undefined || entity === gone.id ? party : { ...party, entity },
      ),
    })),
    statements: article.statements.map(({ source, relay, addressee, ...statement }) => ({
      ...statement,
      source: source && sourceWithout(source, gone.id),
      ...(relay === undefined ? {} : { relay: relay.filter((id) => id !== gone.id) }),
      ...(addressee === undefined ? {} : { addressee: addresseeWithout(addressee, gone.id) }),
    })),
  }
}

const addresseeWithout = ({ entity, spans }: NonNullable<Statement['addressee']>, gone: string) =>
  entity === undefined || entity === gone ? { spans } : { spans, entity }

function sourceWithout({ entity, ...source }: NonNullable<Article['statements'][number]['source']>, gone: string) {
  return entity === undefined || entity === gone ? source : { ...source, entity }
}
