// A reading and a decision on its document -> the present place of what was decided; null if its words are not found.

import type { Article, Reading } from '../types.ts'
import { articleAt } from './decide.ts'
import type { Decision } from './decision.ts'
import { entityAt } from './entity-at.ts'
import { eventAt } from './events.ts'
import { closest, findQuote, likeness, type Quote } from './quote.ts'

export interface Where {
  /** From 1. */
  article: number
  /** Id of the statement, event, entity, time or count; null where there is none, as of what was rejected. */
  id: string | null
}

export function whereIs({ document: { text }, articles }: Reading, decision: Decision): Where | null {
  for (const quote of quotesOf(decision)) {
    const at = articleAt(text, articles, [quote])
    if (at !== null) return { article: at + 1, id: idAt(text, articles[at], decision, quote) }
  }
  return null
}

function quotesOf(decision: Decision): readonly Quote[] {
  switch (decision.kind) {
    case 'note':
      return decision.at.map(({ quote }) => quote)
    case 'statement':
      return (decision.after ?? decision.before)?.content ?? []
    case 'place':
      return (decision.after ?? decision.before)?.mentions ?? []
    case 'event': {
      const words = decision.after ?? decision.before
      return words ? [words.trigger] : []
    }
    case 'time':
    case 'count': {
      const words = decision.after ?? decision.before
      return words ? [words.words] : []
    }
    case 'account':
      return (decision.after ?? decision.before)?.statement.content ?? []
    case 'incident':
    case 'party':
    case 'title':
    case 'tag':
      return []
  }
}

function idAt(text: string, article: Article, decision: Decision, quote: Quote): string | null {
  const span = findQuote(text, quote)
  if (!span) return null
  switch (decision.kind === 'note' ? decision.on : decision.kind) {
    case 'statement': {
      const cue = decision.kind === 'statement' ? (decision.after ?? decision.before)?.cue.map(({ span }) => span) : []
      const alike = (one: Article['statements'][number]) =>
        likeness(one.content, [span]) + (likeness(one.content, [span]) > 0 ? likeness(one.cue, cue ?? []) : 0)
      return closest(article.statements, alike, 0.3)?.id ?? null
    }
    case 'account':
      return closest(article.statements, (one) => likeness(one.content, [span]))?.id ?? null
    case 'event':
      return eventAt(article, span)?.id ?? null
    case 'place':
      return entityAt(article, [span], undefined, 0.9)?.id ?? null
    case 'time':
      return closest(article.times, (time) => likeness([time.span], [span]))?.id ?? null
    case 'count':
      return closest(article.counts, (count) => likeness([count.span], [span]))?.id ?? null
    default:
      return null
  }
}
