// An article's time expressions with their tenses -> its point of view: none, the news of the day, or the past.

import { type Day, fieldsOf } from '../../calendar.ts'
import type { ArticleText, Sentence, Span } from '../../types.ts'
import { indexSpans } from '../spans.ts'
import type { Expression } from './expression.ts'
import type { Setting } from './setting.ts'
import type { Tense } from './tense.ts'

export function vantageOf(
  article: ArticleText,
  expressions: readonly Expression[],
  tenses: readonly (Tense | null)[],
  publication: Day | null,
): Pick<Setting, 'deictic' | 'current' | 'timeless'> {
  return {
    deictic: expressions.some(countsFromToday),
    current: expressions.some((expression, index) => tenses[index] === 'past' && isDay(expression)),
    timeless: publication !== null && isTimeless(article, expressions, fieldsOf(publication).year),
  }
}

const FIRST_PERSON = /^(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)$/

/** A share of sentences in the first person that makes a text somebody's own. */
const VOICE = 0.1

/** A guide, a history, a life: it tells of years gone by, of nothing about its own day, and in nobody's voice. */
function isTimeless({ sentences, quotations }: ArticleText, expressions: readonly Expression[], here: number): boolean {
  const ofItsMonth = expressions.some((told) => told.kind === 'date' && told.year === here && told.month !== undefined)
  const looksBack = expressions.some(
    (told) => told.kind === 'years' || (told.kind === 'date' && (told.year ?? here) < here),
  )
  const ofItsDay = expressions.some((told) => told.kind !== 'today' && countsFromToday(told))
  if (!looksBack || ofItsDay || ofItsMonth) return false
  const quoted = indexSpans(quotations.flatMap(({ spans }) => spans.map((span) => [span, span] as const)))
  const spoken = sentences.filter(({ tokens }) =>
    tokens.some(({ text, span }) => FIRST_PERSON.test(text) && quoted.touching(span).length === 0),
  )
  return spoken.length < sentences.length * VOICE
}

/** "on Friday", "yesterday", "last night" */
const isDay = (expression: Expression): boolean =>
  (expression.kind === 'shift' && expression.from === 'publication' && expression.unit === 'day') ||
  (expression.kind === 'date' && expression.weekday !== undefined && expression.month === undefined)

const countsFromToday = (expression: Expression): boolean =>
  expression.kind === 'today' ||
  (expression.kind === 'shift' &&
    expression.from === 'publication' &&
    expression.by <= 0 &&
    expression.unit !== 'year') ||
  (expression.kind === 'date' && expression.weekday !== undefined && expression.month === undefined)

const REPEATED =
  /\b(?:(?:per|each|every) (?:day|week|month|year)|usually|always|often|normally|typically|generally|regularly)\b/i
const CLOSE_BY = 60

/** Whether words close by say that it happens again and again; "Friday's meeting" is one. */
export const isRepeated = (text: string, span: Span, sentence: Sentence | undefined): boolean =>
  sentence !== undefined &&
  !text.startsWith("'s", span[1]) &&
  !text.startsWith('’s', span[1]) &&
  REPEATED.test(near(text, span, sentence))

const near = (text: string, [start, end]: Span, { span }: Sentence): string =>
  text.slice(Math.max(span[0], start - CLOSE_BY), Math.min(span[1], end + CLOSE_BY))
