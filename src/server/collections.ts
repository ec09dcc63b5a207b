// The record's collections -> their names and what each holds; and a new name for one.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { listCollections, renameCollection } from '../record/collections.ts'
import { UserError } from '../user-error.ts'
import { signerOf } from './accounts/gate.ts'
import { failure } from './answers.ts'
import type { Desk } from './desk.ts'
import { line, who } from './query.ts'
import { upTo } from './up-to.ts'

const collectionList = z
  .object({
    collections: z.array(
      z.object({
        name: z.string(),
        documents: z.number().int(),
        articles: z.number().int(),
        statements: z.number().int(),
        incidents: z.number().int(),
      }),
    ),
  })
  .openapi('Collections')
export type CollectionListAnswer = z.infer<typeof collectionList>

const listRoute = createRoute({
  method: 'get',
  path: '/api/collections',
  summary: 'What documents are filed under, with how much each holds',
  responses: { 200: { description: 'By name', content: { 'application/json': { schema: collectionList } } } },
})

const LARGEST = 20_000

const renameRoute = createRoute({
  method: 'post',
  path: '/api/collections/rename',
  summary: 'Gives a collection another name',
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: z.object({ from: z.string().max(1000), to: line(300), who: who.optional() }) },
      },
    },
  },
  responses: {
    200: {
      description: 'It is in the log',
      content: { 'application/json': { schema: z.object({ documents: z.number().int() }) } },
    },
    409: {
      description: 'There is no such collection, or one of that name',
      content: { 'application/json': { schema: failure } },
    },
    413: { description: 'It is too long', content: { 'application/json': { schema: failure } } },
  },
})

export function addCollections(app: OpenAPIHono, desk: Desk): void {
  app.openapi(listRoute, (context) =>
    context.json(
      {
        collections: desk.keep('collections', [desk.changes().documents, desk.index().spoken, desk.incidentsAt()], () =>
          listCollections(desk.record),
        ),
      },
      200,
    ),
  )
  app.use('/api/collections/*', upTo(LARGEST))
  app.openapi(renameRoute, (context) => {
    const { from, to, who } = context.req.valid('json')
    try {
      return context.json(
        {
          documents: renameCollection(desk.record, from, to, {
            who: signerOf(context, who, desk.user),
            at: desk.now(),
          }),
        },
        200,
      )
    } catch (error) {
      if (error instanceof UserError) return context.json({ error: error.message }, 409)
      throw error
    }
  })
}
