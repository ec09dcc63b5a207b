// An article and its day of publication -> its times, each with its value.

import { type Day, dayOf, fieldsOf, parseDay } from '../../calendar.ts'
import type { Article, ArticleText, Block, Sentence, Time } from '../../types.ts'
import { indexBySpan } from '../spans.ts'
import { dateClocks, shareYears } from './beside.ts'
import type { Expression, Found } from './expression.ts'
import { findTimePhrases } from './find.ts'
import { resolve } from './resolve.ts'
import type { Resolved, Told } from './setting.ts'
import { tenseAt } from './tense.ts'
import { isRepeated, vantageOf } from './vantage.ts'

type Published = NonNullable<Article['published']>

/** @param id of the article: times are called `a1.t1`, `a1.t2`, ... in the order of the text */
export function findTimes(article: ArticleText, published: Published | undefined, id: string): Time[] {
  const publication = published === undefined ? null : parseDay(published.value)
  const phrases = article.blocks
    .filter(({ kind }) => kind !== 'furniture')
    .flatMap((block) =>
      shareYears(findTimePhrases(article.text, block.span), article.text).map((found) => ({ found, block })),
    )
  return resolveAll(article, phrases, publication).map((time, index) => ({ id: `${id}.t${index + 1}`, ...time }))
}

interface Phrase {
  found: Found
  block: Block
}

function resolveAll(article: ArticleText, phrases: readonly Phrase[], publication: Day | null): Omit<Time, 'id'>[] {
  const { text, sentences } = article
  const index = indexBySpan(sentences)
  const sentenceOf = phrases.map(({ found }): Sentence | undefined => index.touching(found.span)[0])
  const tenses = phrases.map(({ found }, at) => tenseAt(sentenceOf[at]?.tokens ?? [], found.span[0]))
  const expressions = phrases.map(({ found }) => found.expression)
  const vantage = vantageOf(article, expressions, tenses, publication)
  const times: (Omit<Time, 'id'> & Resolved)[] = []
  let told: Told | null = null
  let today = publication
  let year: StatedYear | null = null
  for (const [at, { found, block }] of phrases.entries()) {
    const { span, expression } = found
    const sentence = sentenceOf[at]
    const tense = tenses[at]
    // "It is hot in May" is told of no year, whatever year the paragraph before was about.
    const binds: boolean =
      year !== null &&
      (tense !== 'present' || year.block === block || (expression.kind === 'date' && expression.date !== undefined)) &&
      (!vantage.deictic || (year.leads && year.block === block && span[0] - year.at < NEAR))
    const resolved: Resolved = resolve(expression, {
      publication: today,
      told,
      toldYear: binds && year !== null ? yearAfter(year.year, told, expression, today) : null,
      tense,
      ...vantage,
      repeated: isRepeated(text, span, sentence),
    })
    today = newToday(found, resolved, block, today, text) ?? today
    told = toldBy(resolved) ?? told
    if (expression.kind === 'date' && expression.year !== undefined && expression.year > 0)
      year = { year: expression.year, block, at: span[1], leads: leadsOn(found, sentence) }
    times.push({ span, ...resolved })
  }
  return dateClocks(times, text)
}

/** A dateline may be some days off the date of publication. */
const DATELINE_REACH = 14

/**
 * "It is Monday, May 3rd", and a date with a paragraph to itself or at the head of one, weekday and all, say which day
 * "today" is from there on: date lines, diaries, live pages.
 */
function newToday(
  { span, expression }: Found,
  { value }: Resolved,
  block: Block,
  today: Day | null,
  text: string,
): Day | null {
  const day = /^\d{4}-\d\d-\d\d$/.test(value) ? parseDay(value) : null
  if (day === null || expression.kind !== 'date' || expression.date === undefined) return null
  const said = /\b(?:it is|it['’]s|today is|today['’]s|tonight is) (?:now )?$/i.test(
    text.slice(Math.max(0, span[0] - 16), span[0]),
  )
  if (said) return day
  if (span[0] !== block.span[0] || expression.year === undefined) return null
  const alone = text.slice(span[1], block.span[1]).length <= 1
  if (!alone && expression.weekday === undefined) return null
  return today === null || Math.abs(day - today) <= DATELINE_REACH ? day : null
}

interface StatedYear {
  year: number
  block: Block
  at: number
  /** Whether what follows goes on from it. */
  leads: boolean
}

/** "In 2013, ...", "in May 2013"; not "the rebels, who took the town in 2013, left on 2 February". */
const leadsOn = ({ span, expression }: Found, sentence: Sentence | undefined): boolean =>
  (expression.kind === 'date' && expression.month !== undefined) ||
  (sentence !== undefined && span[0] - sentence.span[0] <= 'In '.length)

/** In news a year stated binds the months and days close behind it; in a life or a history it does until the next. */
const NEAR = 200

/** "in December 2015, and in January": told on, not back. */
function yearAfter(year: number, told: Told | null, expression: Expression, today: Day | null): number {
  if (expression.kind !== 'date' || expression.month === undefined || told?.month === undefined || told.year !== year)
    return year
  const turned = told.month - expression.month >= TURN
  return turned && (today === null || dayOf(year + 1, expression.month, 1) <= today) ? year + 1 : year
}

/** Months back that are taken for the year's turn. */
const TURN = 6

function toldBy({ type, value, end }: Resolved): Told | null {
  const match = type === 'date' || type === 'time' ? /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?=$|T)/.exec(value) : null
  const season = /^(\d{4})-(?:SP|SU|FA|WI|Q\d)$/.exec(value)
  if (season) return { year: Number(season[1]) }
  const week = /^\d{4}-W\d\d(?:-WE)?$/.test(value) ? parseDay(end ?? '') : null
  if (week !== null) {
    const { year, month } = fieldsOf(week)
    return { year, month, inWeek: week }
  }
  if (!match) return null
  return {
    year: Number(match[1]),
    month: match[2] === undefined ? undefined : Number(match[2]),
    day: parseDay(value) ?? undefined,
  }
}
