// A page's runs and what the page says its title is -> which run is the title on the page.

import type { BlockKind } from '../types.ts'
import { upward } from './html-places.ts'
import type { Run } from './html-runs.ts'

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
