// What the look of a passage tells: its words, its case, how it ends.

import type { Span } from '../types.ts'

export interface Line {
  span: Span
  surface: string
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
    words: words.length,
    stops: /[.!?…]["'”’»)\]]*\s*$/.test(surface),
    titleCase: words.length >= 4 && long.length >= 3 && capital.length / long.length >= 0.75,
    quoted: /^["'“‘«].*["'”’»][.,]?$/s.test(surface),
  }
}
