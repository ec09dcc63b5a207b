// What people say of a document (outlet, date, address, title, collection): which documents lack it, and what is said, which reads them anew.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { fileDocuments } from '../record/collections.ts'
import { countDocuments, type DocumentFilter, listDocuments, receivedOf } from '../record/documents.ts'
import { isFiling, withFacts } from '../record/facts.ts'
import { untilFree } from '../record/patience.ts'
import { numberOf, writeFacts } from '../record/write.ts'
import type { Metadata } from '../types.ts'
import { signerOf } from './accounts/gate.ts'
import { failure } from './answers.ts'
import type { Desk } from './desk.ts'
import { upTo } from './up-to.ts'

const words = z.string().trim().min(1).max(1000)
const date = z
  .string()
  .regex(/^\d{4}(?:-\d\d){0,2}(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/, 'write a date as 2026-03-10')
  .refine((value) => !Number.isNaN(Date.parse(value)), 'there is no such day')
const address = z
  .string()
  .max(4000)
  .regex(/^https?:\/\/\S+$/i, 'write a web address: https://news.example/report')

/** As parts of an address: what is said of documents when they are added. */
export const factsQuery = {
  outlet: words.optional(),
  published: date.optional(),
  url: address.optional(),
  title: words.optional(),
  collection: words.optional(),
}

const factsBody = z
  .strictObject({
    outlet: words.nullable().optional(),
    published: date.nullable().optional(),
    url: address.nullable().optional(),
    title: words.nullable().optional(),
    collection: words.nullable().optional(),
  })
  .openapi('Facts')

const lacking = z
  .object({
    total: z.number().int(),
    documents: z.array(
      z.object({
        sha256: z.string(),
        origin: z.string(),
        title: z.string().nullable(),
        outlet: z.string().nullable(),
        published: z.string().nullable(),
      }),
    ),
  })
  .openapi('Lacking')
export type LackingAnswer = z.infer<typeof lacking>

const SHOWN = 100
const LARGEST = 20_000

const listRoute = createRoute({
  method: 'get',
  path: '/api/facts',
  summary: 'Documents that lack a date or an outlet, in the order of arrival',
  request: { query: z.object({ without: z.enum(['date', 'outlet']) }) },
  responses: { 200: { description: 'The first of them', content: { 'application/json': { schema: lacking } } } },
})

const sayRoute = createRoute({
  method: 'post',
  path: '/api/facts/{sha256}',
  summary: 'Says what a document is, and reads it again with that; null takes back what was said',
  request: {
    params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    body: { required: true, content: { 'application/json': { schema: factsBody } } },
  },
  responses: {
    200: {
      description: 'It is in the log',
      content: { 'application/json': { schema: z.object({ changed: z.boolean() }) } },
    },
    404: { description: 'There is no such document', content: { 'application/json': { schema: failure } } },
    413: { description: 'It is too long', content: { 'application/json': { schema: failure } } },
    422: { description: 'It cannot be read again', content: { 'application/json': { schema: failure } } },
  },
})

export function addFacts(app: OpenAPIHono, desk: Desk): void {
  const { record } = desk
  app.openapi(listRoute, (context) => {
    const filter: DocumentFilter = context.req.valid('query')
    const documents = Array.from(
      listDocuments(record, SHOWN, filter),
      ({ sha256, origin, title, outlet, published }) => ({
        ...{ sha256, origin, title, outlet, published },
      }),
    )
    return context.json({ total: countDocuments(record, filter), documents }, 200)
  })
  app.use('/api/facts/*', upTo(LARGEST))
  app.openapi(sayRoute, async (context) => {
    const document = numberOf(record, context.req.valid('param').sha256)
    if (document === null) return context.json({ error: 'there is no such document in the record' }, 404)
    const before = receivedOf(record, document)
    const changes = context.req.valid('json')
    const received = withFacts(before, changes)
    if (received === before) return context.json({ changed: false }, 200)
    const by = { who: signerOf(context, undefined, desk.user), at: desk.now() }
    if (isFiling(changes)) {
      fileDocuments(record, [document], received.collection ?? null, by)
      return context.json({ changed: true }, 200)
    }
    const outcome = await desk.reader.read(received)
    if ('failure' in outcome) return context.json({ error: outcome.failure.message }, 422)
    await untilFree(record)
    writeFacts(record, document, received, outcome.reading, by)
    return context.json({ changed: true }, 200)
  })
}

/** What was said in the query, as it goes with the bytes. */
export function givenIn(facts: Readonly<Partial<Record<keyof typeof factsQuery, string>>>): {
  given?: Metadata
  collection?: string
} {
  const { outlet, published, url, title, collection } = facts
  const given: Metadata = {
    ...(outlet === undefined ? {} : { outlet }),
    ...(published === undefined ? {} : { published: { value: published, basis: 'given' } }),
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
  }
  return { ...(Object.keys(given).length > 0 ? { given } : {}), ...(collection === undefined ? {} : { collection }) }
}
