// What has been done to the record since a person last looked: decisions and by whom, new documents, incidents that changed with them.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { headOf } from '../record/custody/log.ts'
import { listDecisions, listProposals } from '../record/decisions.ts'
import { lastEntry } from '../record/happened.ts'
import { markSeen, seenBy } from '../record/since/seen.ts'
import { changesSince, type Deed } from '../record/since/since.ts'
import { SESSION, signerOf } from './accounts/gate.ts'
import { decisionAnswer, failure } from './answers.ts'
import { decisionAnswers, proposalAnswers } from './decision-answers.ts'
import type { Desk } from './desk.ts'
import type { Keep } from './keep.ts'
import { who } from './query.ts'
import { clip } from './statement-index.ts'

/** So many deeds and documents are shown. */
const SHOWN = 100

const listOf = <Item extends z.ZodType>(item: Item) => z.object({ total: z.number().int(), items: z.array(item) })

const sincePage = z
  .object({
    /** Number of the last entry of the log that the person has seen, and when they said so. */
    from: z.number().int(),
    at: z.string().nullable(),
    /** Number of the last entry. */
    to: z.number().int(),
    deeds: listOf(
      z.object({
        number: z.number().int(),
        at: z.string(),
        who: z.string(),
        /** decide, grade, withdraw, restore, propose, approve, decline, describe, approval */
        what: z.string(),
        /** The decision or proposal that it is about; null if it is about none. */
        decision: decisionAnswer.nullable(),
        /** What it is about: a document's SHA-256, ... */
        about: z.string(),
        /** Of a change of the setting: whether decisions need approval from then on. */
        approval: z.boolean().nullable(),
      }),
    ),
    documents: listOf(
      z.object({
        sha256: z.string(),
        title: z.string().nullable(),
        outlet: z.string().nullable(),
        origin: z.string(),
      }),
    ),
    reread: z.number().int(),
    incidents: listOf(
      z.object({
        id: z.string(),
        title: z.string(),
        isNew: z.boolean(),
        accounts: z.number().int(),
        changes: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
      }),
    ),
  })
  .openapi('Since')
export type SinceAnswer = z.infer<typeof sincePage>

const pageRoute = createRoute({
  method: 'get',
  path: '/api/since',
  summary: 'What has been done to the record since a person last looked, or since an entry of the log',
  request: {
    query: z.object({
      from: z.coerce.number().int().min(0).optional().openapi({ description: 'Number of an entry of the log' }),
      who: who.optional(),
    }),
  },
  responses: { 200: { description: 'What is new', content: { 'application/json': { schema: sincePage } } } },
})

const newRoute = createRoute({
  method: 'get',
  path: '/api/since/count',
  summary: 'How many entries of the log a person has not seen',
  request: { query: z.object({ who: who.optional() }) },
  responses: {
    200: {
      description: 'The number; null if they have never said that they have seen any',
      content: { 'application/json': { schema: z.object({ unseen: z.number().int().nullable() }) } },
    },
  },
})

const seenRoute = createRoute({
  method: 'post',
  path: `${SESSION}/seen`,
  summary: 'Says that a person has seen what was done up to an entry of the log',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ to: z.number().int().min(0), who: who.optional() }) } },
    },
  },
  responses: {
    200: {
      description: 'It is kept',
      content: { 'application/json': { schema: z.object({ log: z.number().int(), at: z.string().nullable() }) } },
    },
    413: { description: 'It is too long', content: { 'application/json': { schema: failure } } },
  },
})

export function addSince(app: OpenAPIHono, desk: Desk): void {
  const { record } = desk
  app.openapi(pageRoute, (context) => {
    desk.incidentsFresh()
    const { from, who } = context.req.valid('query')
    const seen = seenBy(record, signerOf(context, who, desk.user))
    return context.json(sinceAnswer(desk, from ?? seen.log, from === undefined ? seen.at : null), 200)
  })
  app.openapi(newRoute, (context) => {
    const { log, at } = seenBy(record, signerOf(context, context.req.valid('query').who, desk.user))
    const last = headOf(record).number
    return context.json({ unseen: at === null ? null : last - log }, 200)
  })
  app.openapi(seenRoute, (context) => {
    const { to, who } = context.req.valid('json')
    return context.json(markSeen(record, to, { who: signerOf(context, who, desk.user), at: desk.now() }), 200)
  })
}

/** The same for all who saw as much; what nobody has seen up to is not kept. */
const sinceAnswer = (desk: Desk, from: number, at: string | null): SinceAnswer => {
  const keep: Keep = at === null ? (_, _from, make) => make() : desk.keep
  const answer = keep(`since ${from}`, [lastEntry(desk.record), desk.incidentsAt()], (): Omit<SinceAnswer, 'at'> => {
    const { deeds, documents, incidents, ...rest } = changesSince(desk.record, from, SHOWN)
    const decisionOf = finder(desk, deeds.items)
    return {
      ...rest,
      deeds: {
        total: deeds.total,
        items: deeds.items.map(({ of: _, ...deed }) => ({ ...deed, decision: decisionOf(deed.number) })),
      },
      documents: {
        total: documents.total,
        items: documents.items.map(({ sha256, title, outlet, origin }) => ({
          sha256,
          title: title && clip(title),
          outlet: outlet && clip(outlet),
          origin: clip(origin),
        })),
      },
      incidents,
    }
  })
  return { ...answer, at }
}

/** Only what is shown is put into words. */
function finder(
  desk: Desk,
  deeds: readonly Deed[],
): (number: number) => SinceAnswer['deeds']['items'][number]['decision'] {
  const wanted = new Set(deeds.flatMap(({ number, of }) => [number, of ?? number]))
  const decided = decisionAnswers(
    desk,
    listDecisions(desk.record).filter(({ number }) => wanted.has(number)),
  )
  const proposed = proposalAnswers(
    desk,
    listProposals(desk.record).filter(({ number }) => wanted.has(number)),
  )
  const all = new Map([...proposed, ...decided].map((answer) => [answer.number, answer]))
  const meant = new Map(deeds.map(({ number, of }) => [number, of]))
  return (number) => all.get(number) ?? all.get(meant.get(number) ?? 0) ?? null
}
