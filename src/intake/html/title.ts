// A page's runs and what the page says its title is -> which run is the title, and what of the stated one is the outlet.

import type { BlockKind } from '../../types.ts'
import type { Run } from './pieces.ts'
import { upward } from './places.ts'

const TITLE_LENGTH = 300
const MIN_LIKENESS = 0.4
/** From here on it is the text that has begun. */
const PROSE_LENGTH = 120

/** The index of the title, or -1. */
export function findTitle(runs: readonly Run[], kinds: readonly BlockKind[], titles: readonly string[]): number {
  const wanted = titles.map(plain).filter((title) => title !== '')
  const prose = kinds.findIndex((kind, index) => kind === 'paragraph' && runs[index].text.length > PROSE_LENGTH)
  let best = -1
  let bestScore = 0
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]
    if (run.text.length > TITLE_LENGTH) continue
    const heading = upward(run.box).find(({ tag }) => /^h[1-6]$/.test(tag))?.tag
    const likeness = Math.max(0, ...wanted.map((title) => alike(run.text, title)))
    if (likeness < MIN_LIKENESS && heading !== 'h1') continue
    const score =
      2 * likeness +
      (heading === 'h1' ? 1.2 : heading === 'h2' ? 0.5 : heading ? 0.3 : 0) +
      (kinds[index] === 'furniture' ? 0 : 0.2) -
      (prose >= 0 && index > prose ? 1 : 0) -
      (run.linked > 0.8 * run.text.length ? 0.6 : 0)
    if (score > bestScore) [best, bestScore] = [index, score]
  }
  return best
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** 1 for the same words; less where one holds the other, as "Title | Site" holds "Title". */
function alike(text: string, other: string): number {
  if (text.length < MIN_LIKENESS * other.length) return 0
  const one = plain(text)
  if (one === '') return 0
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return ` ${long} `.includes(` ${short} `) ? short.length / long.length : 0
}

/**
 * "Outlet - Title" or "Title | Outlet", where the page prints "Title" and names the outlet in its imprint, its head or
 * its address; a section ("Opinion | Title") is none. Null where the stated title is not the printed one.
 */
export function splitTitle(
  stated: string,
  printed: string,
  runs: readonly Run[],
  url: string | undefined,
): { title: string; outlet?: string } | null {
  if (plain(stated) === plain(printed)) return { title: printed }
  const parts = stated.split(/(?<!\s)\s+[|–—·»-]\s+|:\s+/)
  const [first, last] = [parts[0], parts[parts.length - 1]]
  const rest = [first, last].find(
    (part) => plain(`${part} ${printed}`) === plain(stated) || plain(`${printed} ${part}`) === plain(stated),
  )
  if (rest === undefined) return null
  return isOutlet(rest, runs, url) ? { title: printed, outlet: rest } : { title: printed }
}

function isOutlet(name: string, runs: readonly Run[], url: string | undefined): boolean {
  const host = url === undefined ? '' : new URL(url).hostname
  const letters = plain(name).replaceAll(' ', '')
  if (letters.length > 3 && host.replace(/[^\p{L}\p{N}]/gu, '').includes(letters)) return true
  return runs.some(({ text }, index) =>
    index === 0 ? text.startsWith(name) : IMPRINT.test(text) && text.includes(name),
  )
}

const IMPRINT = /©|\(c\)|copyright/i
