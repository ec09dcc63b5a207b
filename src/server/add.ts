// Bytes that a person dropped on the page -> read and stored, with what was read in them; or one sentence that says why not.

import { createHash } from 'node:crypto'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { readingOf } from '../record/documents.ts'
import { untilFree } from '../record/patience.ts'
import { numberOf, writeDocument, writeSighting } from '../record/write.ts'
import type { Reading, Received } from '../types.ts'
import { UserError } from '../user-error.ts'
import { type AddedAnswer, added, failure } from './answers.ts'
import type { Desk } from './desk.ts'
import { factsQuery, givenIn } from './facts.ts'
import { countedHead } from './heads.ts'
import { oneAfterAnother, openWaitingRoom } from './waiting-room.ts'

const route = createRoute({
  method: 'post',
  path: '/api/documents',
  summary: 'Reads the document in the body and keeps it in the record',
  request: {
    query: z.object({
      name: z.string().min(1).max(500).openapi({ description: 'A name for the document: its origin' }),
      as: z.enum(['text', 'html']).optional().openapi({ description: 'Its format; overrides detection' }),
      columns: z
        .string()
        .max(1000)
        .optional()
        .openapi({ description: 'Of a table: which column is what, as "text=body,date=posted"' }),
      ...factsQuery,
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
  app.use(route.path, oneAfterAnother(openWaitingRoom(desk.maxSize), desk.maxSize))
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
    const { name, as, columns, ...facts } = context.req.valid('query')
    const bytes = new Uint8Array(await context.req.arrayBuffer())
    const whole: Received = { bytes, origin: name, ...(as ? { as } : {}), ...givenIn(facts) }
    const kept: Kept[] = []
    const failures: Told[] = []
    const notes: string[] = []
    const how = { columns, tell: (_: string, note: string) => notes.push(note) }
    try {
      for await (const item of desk.unpack?.(whole, how) ?? [{ place: name, received: whole }]) {
        const outcome = 'failure' in item ? item : await readAndKeep(desk, item.received)
        if ('failure' in outcome) failures.push({ place: item.place, message: outcome.failure.message })
        else kept.push(outcome)
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return context.json({ error: error.message }, 422)
    }
    if (kept.length === 0) return context.json({ error: failures[0]?.message ?? 'there is no document in it' }, 422)
    return context.json({ ...answerFor(desk, name, kept, failures), notes }, 200)
  })
}

interface Kept {
  reading: Reading
  known: boolean
}

async function readAndKeep({ record, reader, now }: Desk, received: Received): Promise<Kept | { failure: Error }> {
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
  await untilFree(record)
  writeDocument(record, received, outcome.reading, now())
  return { reading: outcome.reading, known: false }
}

interface Told {
  place: string
  message: string
}

/** Of a file with several documents, all that was read in them, and the first of what was not. */
const MAX_WARNINGS = 20

function answerFor(
  { index }: Desk,
  name: string,
  kept: readonly Kept[],
  failures: readonly Told[],
): Omit<AddedAnswer, 'notes'> {
  const digests = new Set(kept.map(({ reading }) => reading.document.sha256))
  const warnings = [
    ...failures.map(({ place, message }) => `${place}: ${message}`),
    ...new Set(kept.flatMap(({ reading }) => reading.warnings.map(({ message }) => message))),
  ]
  return {
    name,
    sha256: kept[0].reading.document.sha256,
    known: kept.every(({ known }) => known),
    articles: index()
      .articles.filter(({ sha256 }) => digests.has(sha256))
      .map(countedHead),
    warnings: warnings.slice(0, MAX_WARNINGS),
  }
}
