// A page's runs -> which of them ask for consent to cookies and the like: such boxes are written as prose, and can be longer than the article.

import { isAskedElsewhere } from './foreign-consent.ts'
import { HEADING_TAG, LINE_TAG } from './main-text-cues.ts'
import type { Box, Run } from './pieces.ts'
import { upward } from './places.ts'

/** What such a text is about. An article about the law names one or the other; a box names several in each paragraph. */
const NOTIONS = [
  /\bcookies?\b/i,
  /\b(?:partners|vendors|third parties|advertisers)\b/i,
  /\bconsent\b/i,
  /\b(?:personal data|(?:your|process(?:ing)?|collect(?:ing)?|store) (?:\w+ ){0,3}(?:data|information))\b/i,
  /\bdevices?\b/i,
  /\blegitimate (?:business )?interests?\b/i,
  /\byour (?:preferences|choices?|settings|permission|right to)\b|\bmanage (?:\w+ ){0,2}(?:preferences|choices|settings|cookies)\b/i,
  /\bidentifiers?\b/i,
  /\bgeo-?location\b/i,
  /\bperson?ali[sz]ed? (?:ads?|advertis\w+|content)\b/i,
  /\b(?:privacy|cookie) (?:policy|notice|settings|statement)\b/i,
  /\b(?:accept|reject|agree|refuse|withdraw|opt[ -]out)\b/i,
  /\b(?:this|our) (?:web ?)?site\b/i,
  /\btrack(?:ing|ers?)\b/i,
  /\b(?:measure|improve|analy[sz]e) (?:\w+ ){0,3}(?:experience|traffic|performance|audience)\b/i,
]
const FEWEST = 2

/** The reader is spoken to, in nobody's quotation marks. */
const isAsked = (text: string): boolean =>
  /\b(?:we|our|you|your)\b/i.test(text) &&
  !/["“”«»]/.test(text) &&
  NOTIONS.filter((notion) => notion.test(text)).length >= FEWEST

/** Share of a box's characters. */
const MOSTLY = 0.5

/** All runs of a box that mostly asks, its buttons too; never a box with a heading of the first level, or a paragraph by itself. */
export function findConsent(runs: readonly Run[]): boolean[] {
  const asking = runs.map(({ text }) => isAsked(text) || isAskedElsewhere(text))
  const marked = runs.map(() => false)
  if (!asking.includes(true)) return marked
  const all = sums(runs.map(({ text }) => text.length))
  const asked = sums(runs.map(({ text }, index) => (asking[index] ? text.length : 0)))
  const titles = sums(runs.map(({ box }) => (upward(box).some(({ tag }) => tag === 'h1') ? 1 : 0)))
  const within = (counts: readonly number[], { first, end }: Box): number => counts[end] - counts[first]
  const isConsent = (box: Box): boolean =>
    !LINE_TAG.test(box.tag) &&
    !HEADING_TAG.test(box.tag) &&
    within(titles, box) === 0 &&
    within(asked, box) > MOSTLY * within(all, box)
  for (const [index, { box }] of runs.entries()) {
    if (!asking[index]) continue
    const widest = upward(box).findLast(isConsent)
    if (widest) marked.fill(true, widest.first, widest.end)
  }
  return marked
}

function sums(counts: readonly number[]): number[] {
  const before = [0]
  for (const [index, count] of counts.entries()) before.push(before[index] + count)
  return before
}
