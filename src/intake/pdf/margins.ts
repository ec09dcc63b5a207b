// The lines of all pages -> which of them are running heads, feet and page numbers.

import type { Line } from './lines.ts'

/** How many lines from the top, and from the bottom, may be running ones. */
const OUTERMOST = 3
/** Share of the pages on which a running line stands, in one of the forms it takes on left and right pages. */
const SHARE = 0.3
const PAGE_NUMBER = /^\W*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/)\s*\d{1,4})?\W*$/i

/** @param pages the lines of each, with the page's height */
export function findMargins<L extends Line>(pages: readonly { lines: readonly L[]; height: number }[]): Set<L> {
  const outer = pages.flatMap(({ lines, height }, page) =>
    outermost(lines).map(({ line, place }) => {
      const edge = place === 'top' ? line.y : height - line.y
      const isNumber = PAGE_NUMBER.test(line.text) && edge < EDGE * height
      return {
        line,
        page,
        isNumber,
        keys: line.text.split('\t').map((cell) => `${place} ${Math.round(edge / 12)} ${bare(cell)}`),
      }
    }),
  )
  const seen = new Map<string, Set<number>>()
  for (const { keys, page } of outer) for (const key of keys) seen.set(key, (seen.get(key) ?? new Set()).add(page))
  const recurs = (key: string): boolean => {
    const on = seen.get(key)?.size ?? 0
    return on >= 2 && on >= SHARE * pages.length
  }
  return new Set(outer.filter(({ isNumber, keys }) => isNumber || keys.every(recurs)).map(({ line }) => line))
}

/** Share of the page, from its edge, in which a number alone is the page's. */
const EDGE = 0.15

/** What recurs, whatever the number in it. */
const bare = (cell: string): string => cell.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()

function outermost<L extends Line>(lines: readonly L[]): { line: L; place: 'top' | 'bottom' }[] {
  const down = lines.toSorted((one, other) => one.y - other.y)
  const top = down.slice(0, OUTERMOST)
  const bottom = down.slice(-OUTERMOST).filter((line) => !top.includes(line))
  return [
    ...top.map((line) => ({ line, place: 'top' as const })),
    ...bottom.map((line) => ({ line, place: 'bottom' as const })),
  ]
}
