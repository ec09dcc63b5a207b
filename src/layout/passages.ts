// Plain text -> its passages: split at empty lines, hard-wrapped lines joined, single lines kept apart.

import type { Passage, Span } from '../types.ts'

/** A wrapped column is no narrower and no wider than this, in characters. */
const COLUMN = [50, 100] as const
/** Share of the line breaks that must look like wrapping for a text to count as wrapped. */
const WRAPPED_SHARE = 0.7
/** A title and a line below it are no wrapped paragraph. */
const FEWEST_BREAKS = 2

/** @returns passages in order, trimmed, without kinds */
export function splitPassages(text: string): Passage[] {
  const groups = groupLines(text)
  const spans = isWrapped(text, groups) ? groups.map(joined) : groups.flat()
  return spans.map((span) => ({ span, kind: null }))
}

const LINE = /[^\n\r\u2028\u2029\f]*(?:\r\n|[\n\r\u2028\u2029\f]|$)/g

/** The lines of each paragraph; a line of blanks alone parts paragraphs. */
function groupLines(text: string): Span[][] {
  const groups: Span[][] = [[]]
  for (const { 0: line, index } of text.matchAll(LINE)) {
    const trimmed = line.trim()
    const start = index + line.indexOf(trimmed)
    if (trimmed !== '') groups[groups.length - 1].push([start, start + trimmed.length])
    else if (groups[groups.length - 1].length > 0) groups.push([])
  }
  return groups.filter((lines) => lines.length > 0)
}

const joined = (lines: Span[]): Span => [lines[0][0], lines[lines.length - 1][1]]

/** Wrapped: most lines stop where the next line's first word would no longer have fitted. */
function isWrapped(text: string, groups: readonly Span[][]): boolean {
  let breaks = 0
  let full = 0
  for (const lines of groups) {
    const widest = Math.max(...lines.slice(0, 50).map(([start, end]) => end - start))
    for (let i = 0; i + 1 < lines.length; i++) {
      const [start, end] = lines[i]
      const [nextStart, nextEnd] = lines[i + 1]
      const firstWord = /^\S*/.exec(text.slice(nextStart, Math.min(nextEnd, nextStart + 40)))?.[0].length ?? 0
      breaks++
      if (widest >= COLUMN[0] && widest <= COLUMN[1] && end - start + 1 + firstWord > widest - 4) full++
    }
  }
  return breaks >= FEWEST_BREAKS && full / breaks >= WRAPPED_SHARE
}
