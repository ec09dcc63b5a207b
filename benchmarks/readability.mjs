// Another program to compare with: @mozilla/readability on linkedom. NDJSON lines `{id, html}` in, readings with one block of body
// text out, for the same scorer.
//
//   node benchmarks/readability.mjs < documents.ndjson > readings.ndjson

import { createInterface } from 'node:readline'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

for await (const line of createInterface({ input: process.stdin })) {
  const { id, html } = JSON.parse(line)
  const text = new Readability(parseHTML(html).document).parse()?.textContent ?? ''
  const empty = { statements: [], events: [], entities: [], times: [], counts: [] }
  const blocks = text ? [{ kind: 'paragraph', span: [0, text.length] }] : []
  process.stdout.write(
    `${JSON.stringify({ document: { id, text }, articles: [{ span: [0, text.length], blocks, ...empty }] })}\n`,
  )
}
