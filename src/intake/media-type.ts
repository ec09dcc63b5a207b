// A file's name -> its media type, where the bytes alone leave open what it is.

import { MESSAGE } from './mail/message-sniff.ts'
import { MARKDOWN } from './text/markdown.ts'

export const NDJSON = 'application/x-ndjson'

const BY_ENDING: readonly [ending: RegExp, mediaType: string][] = [
  [/\.(?:md|markdown)$/i, MARKDOWN],
  [/\.emlx?$/i, MESSAGE],
  [/\.(?:ndjson|jsonl)$/i, NDJSON],
  [/\.(?:csv|tsv|tab)$/i, 'text/csv'],
]

/** What is packed has the name of what it holds, and one more ending. */
export const mediaTypeOf = (name: string): string | undefined =>
  BY_ENDING.find(([ending]) => ending.test(name.replace(/\.gz$/i, '')))?.[1]
