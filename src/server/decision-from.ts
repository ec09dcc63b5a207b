// What a person sent, and the reading it is about -> the decision, in the text's own words; or the reason why nothing is decided.

import { isDeepStrictEqual } from 'node:util'
import { countWords } from '../review/counts.ts'
import type { OnDocument } from '../review/decision.ts'
import { eventWords } from '../review/events.ts'
import { placeWords } from '../review/places.ts'
import { statementWithChain } from '../review/statements.ts'
import { timeWords } from '../review/times.ts'
import type { EventMention, Reading, Span } from '../types.ts'
import { CHANGED, isRefusal, type Refusal, refuse } from './refusal.ts'
import type { DecisionBody } from './review-answers.ts'
import { countWith, eventWith, placeWith, statementWith, timeWith, unknownIn } from './wanted-words.ts'

export type OnArticle = Extract<DecisionBody, { article: number; verdict: string }>

export function decisionFrom(reading: Reading, body: OnArticle): OnDocument | Refusal {
  const article = reading.articles[body.article - 1]
  if (!article) return refuse(`the document has no article ${body.article}`)
  const wrong = spansIn(body.to).find(
    ([start, end]) => start >= end || start < article.span[0] || end > article.span[1],
  )
  if (wrong) return refuse(`the article has no words from ${wrong[0]} to ${wrong[1]}`)
  const { text, sha256: document } = reading.document
  switch (body.kind) {
    case 'statement': {
      const words = settle(
        body,
        article.statements,
        (one) => statementWithChain(text, article, one),
        (was, to: NonNullable<typeof body.to>) => statementWith(text, article, was, to),
      )
      return isRefusal(words) ? words : { kind: 'statement', document, ...words }
    }
    case 'event': {
      const wordsOf = (event: EventMention) => eventWords(text, article, event)
      const words = settle(
        body,
        article.events,
        wordsOf,
        (was, to: NonNullable<typeof body.to>) => unknownIn(article, was, to) ?? wordsOf(eventWith(was, to)),
      )
      return isRefusal(words) ? words : { kind: 'event', document, ...words }
    }
    case 'place': {
      const words = settle(
        body,
        article.entities,
        (one) => placeWords(text, one),
        (was, to: NonNullable<typeof body.to>) => placeWith(text, was && placeWords(text, was), to),
      )
      return isRefusal(words) ? words : { kind: 'place', document, ...words }
    }
    case 'time': {
      const words = settle(
        body,
        article.times,
        (one) => timeWords(text, one),
        (was, to: NonNullable<typeof body.to>) => timeWith(text, was && timeWords(text, was), to),
      )
      return isRefusal(words) ? words : { kind: 'time', document, ...words }
    }
    case 'count': {
      const words = settle(
        body,
        article.counts,
        (one) => countWords(text, article, one),
        (was, to: NonNullable<typeof body.to>) => countWith(text, article, was, to),
      )
      return isRefusal(words) ? words : { kind: 'count', document, ...words }
    }
  }
}

/** Spans that were sent, wherever they stand in it. */
function spansIn(to: unknown): Span[] {
  if (Array.isArray(to) && to.length === 2 && to.every((part) => typeof part === 'number')) return [[to[0], to[1]]]
  return typeof to === 'object' && to !== null ? Object.values(to).flatMap(spansIn) : []
}

/** What was there, and what is to be there: only where it still is as the person saw it. */
function settle<Thing extends { id: string }, To, Words extends object>(
  { verdict, seen, to }: { verdict: OnArticle['verdict']; seen?: { id: string } | undefined; to?: To | undefined },
  things: readonly Thing[],
  wordsOf: (thing: Thing) => Words,
  wordsFor: (was: Thing | null, to: NonNullable<To>) => Words | Refusal,
): { before: Words | null; after: Words | null } | Refusal {
  if ((verdict === 'add') === (seen !== undefined))
    return refuse('a decision needs "seen", what it is about; an addition must not have it')
  const now = seen ? things.find(({ id }) => id === seen.id) : undefined
  if (seen && !(now && isDeepStrictEqual(plain(now), seen))) return CHANGED
  const before = now ? wordsOf(now) : null
  if (verdict === 'confirm') return { before, after: before }
  if (verdict === 'reject') return { before, after: null }
  if (to === undefined || to === null) return refuse('a correction or addition needs "to", its new values')
  const after = wordsFor(now ?? null, to)
  return isRefusal(after) ? after : { before, after }
}

/** As it goes over the network. */
const plain = (thing: object): unknown => JSON.parse(JSON.stringify(thing))
