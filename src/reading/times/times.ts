// An article and its day of publication -> the times that its words put, each with its value.

import { type Day, dayOf, parseDay } from '../../calendar.ts'
import type { Article, ArticleText, Block, Sentence, Time } from '../../types.ts'
import { indexBySpan } from '../spans.ts'
import type { Expression, Found } from './expression.ts'
import { findTimePhrases } from './find.ts'
import { type Resolved, resolve, type Told } from './resolve.ts'
import { tenseAt } from './tense.ts'

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

function resolveAll(
  { text, sentences }: ArticleText,
  phrases: readonly Phrase[],
  publication: Day | null,
): Omit<Time, 'id'>[] {
  const deictic = phrases.some(({ found }) => countsFromToday(found.expression))
  const index = indexBySpan(sentences)
  const times: (Omit<Time, 'id'> & Resolved)[] = []
  let told: Told | null = null
  let today = publication
  let year: StatedYear | null = null
  for (const { found, block } of phrases) {
    const { span, expression } = found
    const [sentence] = index.touching(span) as (Sentence | undefined)[]
    const binds: boolean =
      year !== null && (!deictic || (year.leads && year.block === block && span[0] - year.at < NEAR))
    const resolved: Resolved = resolve(expression, {
      publication: today,
      told,
      toldYear: binds && year !== null ? yearAfter(year.year, told, expression, today) : null,
      tense: sentence ? tenseAt(sentence.tokens, span[0]) : null,
      deictic,
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

const countsFromToday = (expression: Expression): boolean =>
  (expression.kind === 'shift' &&
    expression.from === 'publication' &&
    expression.by <= 0 &&
    expression.unit !== 'year') ||
  (expression.kind === 'date' && expression.weekday !== undefined && expression.month === undefined)

function toldBy({ type, value }: Resolved): Told | null {
  const match = type === 'date' || type === 'time' ? /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?=$|T)/.exec(value) : null
  const season = /^(\d{4})-(?:SP|SU|FA|WI|Q\d)$/.exec(value)
  if (season) return { year: Number(season[1]) }
  if (!match) return null
  return {
    year: Number(match[1]),
    month: match[2] === undefined ? undefined : Number(match[2]),
    day: parseDay(value) ?? undefined,
  }
}

const UNTIL = /^(?:,?\s+(?:to|and|or|through|until|till)\s+(?:in\s+)?(?:the\s+)?(?:early\s+|late\s+)?|\s*[-–—]\s*)$/

/** "from March to August 2011": the year stated at the end is the beginning's too. */
function shareYears(phrases: readonly Found[], text: string): Found[] {
  return phrases.map((phrase, index) => {
    const next = phrases[index + 1]
    const [here, there] = [phrase.expression, next?.expression]
    if (here.kind !== 'date' || there?.kind !== 'date' || here.month === undefined || here.year !== undefined)
      return phrase
    if (there.year === undefined || there.month === undefined || here.which !== undefined) return phrase
    if (next.span[0] - phrase.span[1] > 20 || !UNTIL.test(text.slice(phrase.span[1], next.span[0]))) return phrase
    const year = here.month <= there.month ? there.year : there.year - 1
    return { ...phrase, expression: { ...here, year } }
  })
}

const BESIDE = 24

/** "at 10 a.m. on Friday", "on Friday at 10", "from 5 to 8 p.m. on Friday": a time of day goes with the day beside it. */
function dateClocks(times: readonly Omit<Time, 'id'>[], text: string): Omit<Time, 'id'>[] {
  const dated = [...times]
  for (let i = dated.length - 1; i >= 0; i--) {
    const time = dated[i]
    if (!time.value.startsWith('XXXX-XX-XXT') || time.precision !== 'minute') continue
    const day = [dated[i + 1], dated[i - 1]].find(
      (other) => other && /^\d{4}-\d\d-\d\d(?:$|T)/.test(other.value) && !/[.!?\n]/.test(between(time, other, text)),
    )
    if (!day) continue
    const date = day.value.slice(0, 10)
    dated[i] = { ...time, value: `${date}${time.value.slice(10)}`, start: date, end: date, basis: day.basis }
  }
  return dated
}

function between(a: Omit<Time, 'id'>, b: Omit<Time, 'id'>, text: string): string {
  const [from, to] = a.span[0] < b.span[0] ? [a.span[1], b.span[0]] : [b.span[1], a.span[0]]
  return to - from > BESIDE ? '.' : text.slice(from, to)
}
