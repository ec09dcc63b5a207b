// Two versions of an article -> what was taken out and what was put in, each with the words around it. Pure.

import { diffArrays } from 'diff'
import type { Reading } from '../types.ts'

export interface Difference {
  /** The words before it, as in the older version. */
  before: string
  removed: string
  added: string
  after: string
}

/** The words of the articles in a document, paragraph after paragraph, without furniture; white space does not count. */
export const articleTextOf = ({ document: { text }, articles }: Reading): string =>
  articles
    .flatMap(({ blocks }) => blocks.filter(({ kind }) => kind !== 'furniture'))
    .map(({ span: [start, end] }) => withoutUpdateTime(text.slice(start, end).replace(/\s+/g, ' ').trim()))
    .filter((block) => block !== '')
    .join('\n')

/** A day, a clock, a zone, a distance in time, and what stands between them. */
const OF_TIME =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|today|yesterday|at|on|an?|one|two|three|few|several|just|now|moments?|ago|(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|month|year)s?|[ap]\.?m|utc|gmt|[a-z]{1,3}s?t|[\d:.+-]+(?:st|nd|rd|th|[hmd]|[ap]m)?)\.?$/i
const UPDATED = /^\(?(?:last )?(?:updated|modified|edited)\b:?\s*/i

/** "Updated 5 minutes ago", "Last modified: 3 May 2026, 10:40 GMT", "2 hours ago"; not "Updated with a new toll". */
function isUpdateTime(part: string): boolean {
  const rest = part.replace(UPDATED, '')
  const words = rest.split(/[\s,/()–—]+/).filter((word) => word !== '')
  const isSaid = rest !== part || /\bago\W*$/i.test(part)
  return isSaid && words.length > 0 && words.every((word) => OF_TIME.test(word))
}

/** In characters; the line under a headline is not longer. */
const LONGEST_LINE = 200
const BAR = /(?:(?<!\s)\s+)?[|·•]\s*/

/** When a page was changed last is no change of its words; it changes by itself where it counts minutes. */
function withoutUpdateTime(block: string): string {
  if (block.length > LONGEST_LINE) return block
  const parts = block.split(BAR)
  const kept = parts.filter((part) => !isUpdateTime(part))
  return kept.length === parts.length ? block : kept.join(' | ')
}

/** Words on either side, and the most that may stand between two changes that are shown as one. */
const AROUND = 6
const BETWEEN = 2
/** Two texts with less in common are shown whole: comparing them would take too long and say nothing. */
const MOST_EDITS = 3000

/** Empty where nothing but white space was changed. */
export function differencesOf(older: string, newer: string): Difference[] {
  const [from, to] = [wordsOf(older), wordsOf(newer)]
  const parts = diffArrays(from, to, { maxEditLength: MOST_EDITS }) ?? [
    { value: from, removed: true, added: false },
    { value: to, added: true, removed: false },
  ]
  const found: { start: number; end: number; removed: string[]; added: string[] }[] = []
  let at = 0
  for (const { value, removed, added } of parts) {
    const last = found.at(-1)
    if (!removed && !added) at += value.length
    else if (last && at - last.end <= BETWEEN) {
      const between = from.slice(last.end, at)
      for (const word of [...between, ...(removed ? value : [])]) last.removed.push(word)
      for (const word of [...between, ...(added ? value : [])]) last.added.push(word)
      if (removed) at += value.length
      last.end = at
    } else {
      found.push({
        start: at,
        end: at + (removed ? value.length : 0),
        removed: removed ? value : [],
        added: added ? value : [],
      })
      if (removed) at += value.length
    }
  }
  return found.map(({ start, end, removed, added }) => ({
    before: join(from.slice(Math.max(0, start - AROUND), start)),
    removed: join(removed),
    added: join(added),
    after: join(from.slice(end, end + AROUND)),
  }))
}

const wordsOf = (text: string): string[] => text.match(/\S+/g) ?? []
const join = (words: readonly string[]): string => words.join(' ')
