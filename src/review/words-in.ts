// Words that a person typed -> where an article has them; white space may differ. Null where it does not have them.

import type { Span } from '../types.ts'

/** @param near of several places with these words the nearest to this position is meant */
export function wordsIn(text: string, [start, end]: Span, typed: string, near: number): Span | null {
  const words = typed.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  const pattern = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s+'), 'gu')
  let best: Span | null = null
  for (const { index, 0: whole } of text.slice(start, end).matchAll(pattern)) {
    const at = start + index
    if (!best || Math.abs(at - near) < Math.abs(best[0] - near)) best = [at, at + whole.length]
  }
  return best
}
