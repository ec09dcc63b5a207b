// Adjacent expressions and times -> the same, each completed by what its neighbour says for both.

import type { Time } from '../../types.ts'
import type { Found } from './expression.ts'

const UNTIL = /^(?:,?\s+(?:to|and|or|through|until|till)\s+(?:in\s+)?(?:the\s+)?(?:early\s+|late\s+)?|\s*[-–—]\s*)$/

/** "from April to June 2012": the year stated at the end is the beginning's too. */
export function shareYears(phrases: readonly Found[], text: string): Found[] {
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
export function dateClocks(times: readonly Omit<Time, 'id'>[], text: string): Omit<Time, 'id'>[] {
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
