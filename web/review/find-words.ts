// Words that a person typed -> where they stand in the article, the nearest to a place; null where they do not stand there so.

import type { Span } from '../article/marks.ts'

/** Between parts that stand apart. */
export const GAP = ' … '

/** White space may differ. Empty where nothing was typed. */
export function findWords(text: string, typed: string, near: number): Span[] | null {
  const parts = typed
    .split(/\s*…\s*/)
    .map((part) => part.trim())
    .filter(Boolean)
  const found: Span[] = []
  for (const part of parts) {
    const span = nearest(text, part, found.at(-1)?.[1] ?? near)
    if (!span) return null
    found.push(span)
  }
  return found
}

function nearest(text: string, words: string, near: number): Span | null {
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('\\s+')
  let best: Span | null = null
  for (const { index, 0: whole } of text.matchAll(new RegExp(pattern, 'gu')))
    if (!best || Math.abs(index - near) < Math.abs(best[0] - near)) best = [index, index + whole.length]
  return best
}
