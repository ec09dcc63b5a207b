// Bytes that a person dropped on the page -> read and stored, with what was read in them; or one sentence that says why not.

import { createHash } from 'node:crypto'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { readingOf } from '../record/documents.ts'
import { numberOf, writeDocument, writeSighting } from '../record/write.ts'
import type { Reading, Received } from '../types.ts'
import { type AddedAnswer, added, failure } from './answers.ts'
import type { Desk } from './desk.ts'
import { countedHead } from './heads.ts'

const route = createRoute({
  method: 'post',
  path: '/api/documents',
  summary: 'Reads the document in the body and keeps it in the record',
  request: {
    query: z.object({
      name: z.string().min(1).max(500).openapi({ description: 'A name for the document: its origin' }),
      as: z.enum(['text', 'html']).optional().openapi({ description: 'Its format; overrides detection' }),
    }),
    body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: {
    200: { description: 'It is in the record', content: { 'application/json': { schema: added } } },
    413: { description: 'It is too large', content: { 'application/json': { schema: failure } } },
    415: { description: 'The body is not sent as bytes', content: { 'application/json': { schema: failure } } },
    422: { description: 'It cannot be read', content: { 'application/json': { schema: failure } } },
  },
})

export function addAdd(app: OpenAPIHono, desk: Desk): void {
  const megabytes = Math.floor(desk.maxSize / 1_000_000)
  app.use(
    route.path,
    bodyLimit({
      maxSize: desk.maxSize,
      onError: (context) => context.json({ error: `the file is over the limit of ${megabytes} MB` }, 413),
    }),
  )
  app.openapi(route, async (context) => {
    // A form on a stranger's page cannot send this type, even where a browser tells no Origin.
    if (context.req.header('content-type') !== 'application/octet-stream')
      return context.json({ error: 'send the bytes as application/octet-stream' }, 415)
    const { name, as } = context.req.valid('query')
    const bytes = new Uint8Array(await context.req.arrayBuffer())
    const outcome = await readAndKeep(desk, { bytes, origin: name, ...(as ? { as } : {}) })
    if ('failure' in outcome) return context.json({ error: outcome.failure.message }, 422)
    return context.json(answerFor(desk, name, outcome.reading, outcome.known), 200)
  })
}

async function readAndKeep(
  { record, reader, now }: Desk,
  received: Received,
): Promise<{ reading: Reading; known: boolean } | { failure: Error }> {
  const sha256 = createHash('sha256').update(received.bytes).digest('hex')
  const kept = () => {
    const number = numberOf(record, sha256)
    if (number === null) return null
    const reading = readingOf(record, number)
    writeSighting(record, number, received.origin, reading.document.id, now())
    return { reading, known: true }
  }
  const before = kept()
  if (before) return before
  const outcome = await reader.read(received)
  if ('failure' in outcome) return outcome
  // Meanwhile the same bytes may have come by another way.
  const meanwhile = kept()
  if (meanwhile) return meanwhile
  writeDocument(record, received, outcome.reading, now())
  return { reading: outcome.reading, known: false }
}

function answerFor({ index }: Desk, name: string, { document, warnings }: Reading, known: boolean): AddedAnswer {
  return {
    name,
    sha256: document.sha256,
    known,
    articles: index()
      .articles.filter(({ sha256 }) => sha256 === document.sha256)
      .map(countedHead),
    warnings: warnings.map(({ message }) => message),
  }
}
