// Counts, and spans that none of them can run into -> the same, cut off before those: "killing four civilians residents said", where a text has
// lost its commas, and "nine others wounded Wednesday".

import type { Count, Side, Span } from '../../types.ts'
import { indexSpans } from '../spans.ts'
import { STATES } from './counted.ts'

/** @param others of sources and times */
export function cutAt(
  others: readonly Span[],
  counts: readonly Count[],
  text: string,
  sideOf: (words: string) => Side | undefined,
): Count[] {
  const index = indexSpans(others.map((span) => [span, span] as const))
  return counts.map((count) => {
    const [from, to] = count.span
    const [other] = index.touching(count.span).filter(([start, end]) => from < start && start < to && to <= end)
    if (!other) return count
    const words = text.slice(from, other[0]).trimEnd().split(' ')
    // "five civilians killed SANA": what became of them is no part of the phrase.
    while (words.length > 1 && STATES.test(words.at(-1) ?? '')) words.pop()
    const phrase = words.join(' ')
    const { of: _, side: __, ...rest } = count
    const of = words.includes(count.of) ? count.of : counted(words)
    const side = sideOf(of)
    return { ...rest, span: [from, from + phrase.length], of, ...(side ? { side } : {}) }
  })
}

/** The last word, if it is one that can be counted: "dozens more" are people. */
function counted(words: readonly string[]): string {
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return /^\p{L}{2,}s$|^(?:people|children|women|men|police)$/u.test(last) && !/^(?:others|dozens|scores)$/.test(last)
    ? last
    : 'people'
}
