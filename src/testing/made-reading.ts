// A few words -> a reading of them made by hand, and the bytes behind it: for tests that need no model.

import { createHash } from 'node:crypto'
import type { Reading, Received, Span, Statement } from '../types.ts'

export interface Made {
  received: Received
  reading: Reading
}

/** @param said `[source, cue, content]` as they stand in the text; the source is an entity where `named` */
export function makeReading(
  text: string,
  { origin = 'made.txt', outlet, said = [], named = true, version = '1' }: MadeOptions = {},
): Made {
  const bytes = new TextEncoder().encode(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length]
  const statements = said.map(
    ([source, cue, content], index): Statement => ({
      id: `s${index + 1}`,
      source: source === null ? null : { spans: [spanOf(source)], entity: 'e1', kind: 'person', named },
      cue: [spanOf(cue)],
      content: [spanOf(content)],
      manner: 'indirect',
      stance: 'asserts',
    }),
  )
  const source = said.find(([name]) => name !== null)?.[0]
  const reading: Reading = {
    schema: 'hearsay/reading/1',
    document: { id: sha256, sha256, origin, mediaType: 'text/plain', text },
    articles: [
      {
        span: [0, text.length],
        ...(outlet === undefined ? {} : { outlet }),
        language: 'en',
        blocks: text
          .split('\n')
          .map((line) => ({ kind: line.startsWith('©') ? 'furniture' : 'paragraph', span: spanOf(line) })),
        statements,
        events: [],
        entities: source
          ? [{ id: 'e1', type: 'person', name: source, mentions: [{ span: spanOf(source), kind: 'name' }] }]
          : [],
        times: [],
        counts: [],
      },
    ],
    warnings: [],
    reader: { version, model: 'made', settings: 'by hand' },
  }
  return { received: { bytes, origin }, reading }
}

interface MadeOptions {
  origin?: string
  outlet?: string
  said?: [source: string | null, cue: string, content: string][]
  named?: boolean
  version?: string
}
