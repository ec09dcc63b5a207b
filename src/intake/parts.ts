// Parts of a document, each with what its markup says it is -> one text, and the passages in it.

import type { Passage } from '../types.ts'
import type { Parsed } from './format.ts'

export interface Part {
  text: string
  kind: Passage['kind']
}

const GAP = '\n\n'

export function joinParts(parts: readonly Part[]): Pick<Parsed, 'text' | 'passages'> {
  const passages: Passage[] = []
  let start = 0
  for (const { text, kind } of parts) {
    passages.push({ span: [start, start + text.length], kind })
    start += text.length + GAP.length
  }
  return { text: parts.map(({ text }) => text).join(GAP), passages }
}
