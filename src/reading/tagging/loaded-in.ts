// A passage's scores -> the words in it that take a side.

import type { Span } from '../../types.ts'
import { typedRuns } from './decode.ts'
import { allChances, isKept, type PassageRead, spanOf } from './passage-read.ts'

/** How likely a word must be to take a side. */
const LOADED = 0.5

export function loadedIn(read: PassageRead): Span[] {
  return typedRuns(allChances(read, 'loaded'), read.heads.facts.tags.loaded, LOADED, read.continues)
    .filter(({ run }) => isKept(read, run[0]))
    .map(({ run }) => spanOf(read, run))
}
