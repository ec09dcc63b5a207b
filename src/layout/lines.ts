// A passage -> its visual features: words, case, ending.

import type { Span } from '../types.ts'

export interface Line {
  span: Span
  surface: string
  plain: string
  words: number
  /** Ends as a sentence does: with a stop, perhaps inside a closing mark. */
  stops: boolean
  /** Most of its longer words begin with a capital. */
  titleCase: boolean
  /** All in quotation marks. */
  quoted: boolean
}

/** Prepositions and the like stay small in a title. */
const LONGER = 4

export function lookAt(text: string, span: Span): Line {
  const surface = text.slice(...span)
  const words = surface.slice(0, 2000).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu) ?? []
  const long = words.filter((word) => word.length >= LONGER && /^\p{L}/u.test(word))
  const capital = long.filter((word) => /^\p{Lu}/u.test(word))
  return {
    span,
    surface,
    plain: plainWords(surface),
    words: words.length,
    stops: /[.!?…]["'”’»)\]]*\s*$/.test(surface),
    titleCase: words.length >= 4 && long.length >= 3 && capital.length / long.length >= 0.75,
    quoted: isQuoted(surface),
  }
}

const CLOSED_BY: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', "'": "'", '‘': '’' }

/** In marks from end to end: '"A," he said. "B"' is not, though it begins and ends with one. */
function isQuoted(surface: string): boolean {
  const close = CLOSED_BY[surface[0]]
  const last = surface.replace(/[.,]$/, '').lastIndexOf(close)
  if (!close || last < surface.length - 2 || last < 2) return false
  const inside = surface.slice(1, last)
  const single = close === "'" || close === '’'
  return single ? !/[.,!?…]['’]\s/.test(inside) : !inside.includes(close)
}

/** Letters and digits alone: how titles and captions that recur are told. */
export const plainWords = (surface: string) =>
  surface
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
