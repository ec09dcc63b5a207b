// A text -> selectors of the W3C Web Annotation Data Model for its spans; these count code points, spans UTF-16 units.

import type { Span } from '../types.ts'

export interface TextQuoteSelector {
  type: 'TextQuoteSelector'
  exact: string
  prefix: string
  suffix: string
}

export interface TextPositionSelector {
  type: 'TextPositionSelector'
  start: number
  end: number
}

/** So many UTF-16 units to either side tell one place from another where the same words stand twice. */
const AROUND = 32

export function selectorsFor(text: string): (span: Span) => [TextQuoteSelector, TextPositionSelector] {
  const pointAt = codePointCounter(text)
  return ([start, end]) => [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(between(text, Math.max(0, start - AROUND)), start),
      suffix: text.slice(end, between(text, Math.min(text.length, end + AROUND))),
    },
    { type: 'TextPositionSelector', start: pointAt(start), end: pointAt(end) },
  ]
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g

/** How many code points stand before an index. */
function codePointCounter(text: string): (index: number) => number {
  const pairs = Uint32Array.from(text.matchAll(PAIR), ({ index }) => index)
  return (index) => {
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle] < index) low = middle + 1
      else high = middle
    }
    return index - low
  }
}

/** The index itself, or the next where it would cut a surrogate pair in two. */
const between = (text: string, index: number): number => {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff && index > 0 ? index + 1 : index
}
