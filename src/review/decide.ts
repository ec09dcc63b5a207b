// A reader's reading and people's decisions in order -> the reading as people left it. Pure; a later decision wins.

import { findSignals } from '../reading/signals/signals.ts'
import type { Article, Decided, Reading, Span } from '../types.ts'
import { decideAccount } from './accounts.ts'
import { decideCount } from './counts.ts'
import type { OnDocument } from './decision.ts'
import { verdictOf } from './decision.ts'
import { decideEvent } from './events.ts'
import { decidePlace } from './places.ts'
import { findQuote, type Quote } from './quote.ts'
import { decideStatement } from './statements.ts'
import { decideTime } from './times.ts'

export interface Numbered<Kind> {
  /** Of its entry in the log. */
  number: number
  decision: Kind
}

export interface DecidedReading {
  reading: Reading
  /** Numbers of the decisions whose words are not in the text any more: they are kept, and change nothing. */
  lost: number[]
}

export function decide(reading: Reading, decisions: readonly Numbered<OnDocument>[]): DecidedReading {
  const { text } = reading.document
  const lost: number[] = []
  const articles = [...reading.articles]
  const touched = new Set<number>()
  for (const { number, decision } of decisions) {
    const at = articleAt(text, articles, anchorOf(decision))
    const article = at === null ? null : decideOne(text, articles[at], decision, number)
    if (at === null || !article) {
      lost.push(number)
      continue
    }
    articles[at] = article
    touched.add(at)
  }
  if (touched.size === 0) return { reading, lost }
  for (const at of touched)
    if (articles[at].signals) articles[at] = { ...articles[at], signals: findSignals(articles[at]) }
  return { reading: { ...reading, articles, decisions: decisions.length - lost.length }, lost }
}

function decideOne(text: string, article: Article, decision: OnDocument, number: number): Article | null {
  // Never an id of the reader's: those begin with the article's.
  const made = { id: `d${number}`, decided: DECIDED[verdictOf(decision)] ?? null }
  switch (decision.kind) {
    case 'statement':
      return decideStatement(text, article, decision, made)
    case 'event':
      return decideEvent(text, article, decision, made)
    case 'place':
      return decidePlace(text, article, decision, made)
    case 'time':
      return decideTime(text, article, decision, made)
    case 'count':
      return decideCount(text, article, decision, made)
    case 'account':
      return decideAccount(text, article, decision, made)
  }
}

const DECIDED: Record<string, Decided> = { confirm: 'confirmed', correct: 'corrected', add: 'added' }

/** Words by which a decision's article is found. */
function anchorOf(decision: OnDocument): readonly Quote[] {
  switch (decision.kind) {
    case 'statement': {
      const words = decision.before ?? decision.after
      return [...(words?.content ?? []), ...(words?.cue ?? [])]
    }
    case 'event':
      return [(decision.before ?? decision.after)?.trigger].flatMap((quote) => quote ?? [])
    case 'place':
      return (decision.before ?? decision.after)?.mentions ?? []
    case 'time':
    case 'count':
      return [(decision.before ?? decision.after)?.words].flatMap((quote) => quote ?? [])
    case 'account':
      return (decision.before ?? decision.after)?.statement.content ?? []
  }
}

export function articleAt(text: string, articles: readonly { span: Span }[], quotes: readonly Quote[]): number | null {
  for (const quote of quotes) {
    const span = findQuote(text, quote)
    const at = span ? articles.findIndex(({ span: [start, end] }) => start <= span[0] && span[1] <= end) : -1
    if (at >= 0) return at
  }
  return null
}
