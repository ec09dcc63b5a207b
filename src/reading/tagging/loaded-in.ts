// A passage's scores -> the words in it that take a side.

import type { Span } from '../../types.ts'
import { typedRuns } from './decode.ts'
import { allChances, isKept, type PassageRead, spanOf } from './passage-read.ts'

export function loadedIn(read: PassageRead): Span[] {
  const { tags, thresholds } = read.heads.facts
  return typedRuns(allChances(read, 'loaded'), tags.loaded, thresholds.loaded, read.continues)
    .filter(({ run }) => isKept(read, run[0]))
    .map(({ run }) => spanOf(read, run))
}
