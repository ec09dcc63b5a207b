// A file's name -> its media type, where the bytes alone leave open what it is.

import { MARKDOWN } from './markdown.ts'
import { MESSAGE } from './message-sniff.ts'

const BY_ENDING: readonly [ending: RegExp, mediaType: string][] = [
  [/\.(?:md|markdown)$/i, MARKDOWN],
  [/\.eml$/i, MESSAGE],
]

export const mediaTypeOf = (name: string): string | undefined => BY_ENDING.find(([ending]) => ending.test(name))?.[1]
