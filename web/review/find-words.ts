// Typed words -> their nearest spans in the article; null if the article does not contain them.

import type { Span } from '../article/marks.ts'

/** Between separate parts. */
export const GAP = ' … '

/** White space may differ. Empty if nothing was typed. */
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
