// Where on the page an element stands, by its tag and the words of its class and id: in furniture, a caption, a quotation ...

import * as cues from './main-text-cues.ts'
import type { Box, Run } from './pieces.ts'

export type Place = 'furniture' | 'caption' | 'credit' | 'byline' | 'quote' | null

export interface Places {
  of(box: Box): Place
  /** Characters in it: of the article, and of all. */
  lengths(box: Box): { article: number; all: number }
  /** Of the article, how much stands in it: 0 to 1. */
  share(box: Box): number
}

/** The box, what holds it, and so on outwards. */
export function upward(box: Box): Box[] {
  const boxes: Box[] = []
  for (let at: Box | null = box; at; at = at.parent) boxes.push(at)
  return boxes
}

/** What holds more of the article than this is no part of it, whatever it is called. */
const LARGE = 0.3
/** An embedding that is this much quotation is the quotation. */
const MOSTLY = 0.6

export function findPlaces(runs: readonly Run[], kept: readonly boolean[]): Places {
  const articleBefore = sums(runs, (index) => kept[index])
  const allBefore = sums(runs, () => true)
  const lengths = ({ first, end }: Box) => ({
    article: articleBefore[end] - articleBefore[first],
    all: allBefore[end] - allBefore[first],
  })
  const whole = Math.max(1, articleBefore[runs.length])
  const share = (box: Box) => lengths(box).article / whole
  const known = new Map<Box, Place>()
  const main = mainArticle(runs, share)

  const of = (box: Box): Place => {
    const found = known.get(box)
    if (found !== undefined) return found
    const outer = box.parent ? of(box.parent) : null
    const own = outer === 'furniture' || share(box) > LARGE ? null : placeByName(box)
    const place = outer === 'furniture' ? outer : own === undefined ? null : (own ?? outer)
    known.set(box, place)
    return place
  }
  const quotes = new Map<Box, number>()
  for (const run of runs) {
    const quote = upward(run.box).find(({ tag }) => tag === 'blockquote')
    if (!quote) continue
    for (const box of upward(quote)) quotes.set(box, (quotes.get(box) ?? 0) + run.text.length)
  }
  /** An article element beside the one that holds the article: a teaser. */
  const isOther = (box: Box) => main !== null && box.tag === 'article' && !upward(box).includes(main)
  /** Undefined: text again, whatever it stands in. */
  const placeByName = (box: Box): Place | undefined => {
    const { tag, hints } = box
    if (tag === 'blockquote' || cues.PULLED_PLACE.test(hints)) return 'quote'
    if (tag === 'table' || tag === 'pre') return undefined
    if (tag === 'figcaption' || tag === 'figure' || cues.CAPTION_PLACE.test(hints)) return 'caption'
    if (cues.CREDIT_PLACE.test(hints)) return 'credit'
    if (cues.FURNITURE_TAG.test(tag) || cues.FURNITURE_PLACE.test(hints) || isOther(box)) {
      return (quotes.get(box) ?? 0) > MOSTLY * lengths(box).all ? null : 'furniture'
    }
    return cues.BYLINE_PLACE.test(hints) || tag === 'address' ? 'byline' : null
  }
  return { of, lengths, share }
}

/** The article element with most of the article, if there is one. */
function mainArticle(runs: readonly Run[], share: (box: Box) => number): Box | null {
  const boxes = new Set(runs.flatMap(({ box }) => upward(box).filter(({ tag }) => tag === 'article')))
  return [...boxes].find((box) => share(box) > 0.5) ?? null
}

/** Characters before each run, over the runs that count. */
function sums(runs: readonly Run[], counts: (index: number) => boolean): number[] {
  const before = [0]
  for (const [index, { text }] of runs.entries()) before.push(before[index] + (counts(index) ? text.length : 0))
  return before
}
