// What one person proposed -> approved by another, declined or taken back; and the setting by which that is needed.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { needsApproval, setApproval } from '../record/approval.ts'
import { approveProposal, declineProposal, type NotDone } from '../record/approve.ts'
import { APPROVAL, signerOf } from './accounts/gate.ts'
import { failure } from './answers.ts'
import type { Desk } from './desk.ts'
import { who } from './query.ts'
import { madeAnswer } from './review.ts'
import { made } from './review-answers.ts'
import { upTo } from './up-to.ts'

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

const number = z.number().int().min(1).openapi({ description: "Number of the proposal's entry in the log" })
const setting = z.object({ needed: z.boolean() }).openapi('Approval')

const approveRoute = createRoute({
  method: 'post',
  path: '/api/review/approve',
  summary: 'Approves what somebody else proposed, which then takes effect',
  request: { body: body(z.object({ number, who: who.optional() })) },
  responses: {
    200: json(made, 'It is in the log, and shown'),
    409: json(failure, 'It is your own, was closed already, or what it is about has changed since; nothing is decided'),
    413: json(failure, 'It is too long'),
  },
})

const declineRoute = createRoute({
  method: 'post',
  path: '/api/review/decline',
  summary: 'Declines a proposal, or takes back one of your own',
  request: {
    body: body(
      z.object({
        number,
        why: z.string().trim().max(2000).optional().openapi({ description: 'The reason, kept in the log' }),
        who: who.optional(),
      }),
    ),
  },
  responses: {
    200: json(made, 'It is in the log'),
    409: json(failure, 'It was closed already'),
    413: json(failure, 'It is too long'),
  },
})

const askRoute = createRoute({
  method: 'get',
  path: APPROVAL,
  summary: 'Whether a decision takes effect only once somebody else approves it',
  responses: { 200: json(setting, 'The setting') },
})

const setRoute = createRoute({
  method: 'post',
  path: APPROVAL,
  summary: 'Says whether decisions need approval; for owners',
  request: { body: body(setting.extend({ who: who.optional() })) },
  responses: { 200: json(setting, 'It is in the log'), 413: json(failure, 'It is too long') },
})

export function addApprove(app: OpenAPIHono, desk: Desk): void {
  const { record } = desk
  const answer = (outcome: { number: number } | NotDone) =>
    'refused' in outcome
      ? ([{ error: outcome.because }, 409] as const)
      : ([madeAnswer(desk, outcome.number), 200] as const)
  app.openapi(approveRoute, (context) => {
    const { number, who } = context.req.valid('json')
    const by = { who: signerOf(context, who, desk.user), at: desk.now() }
    const [said, status] = answer(approveProposal(record, number, by))
    return status === 200 ? context.json(said, 200) : context.json(said, 409)
  })
  app.openapi(declineRoute, (context) => {
    const { number, why, who } = context.req.valid('json')
    const by = { who: signerOf(context, who, desk.user), at: desk.now() }
    const [said, status] = answer(declineProposal(record, number, why || null, by))
    return status === 200 ? context.json(said, 200) : context.json(said, 409)
  })
  app.openapi(askRoute, (context) => context.json({ needed: needsApproval(record) }, 200))
  app.use(APPROVAL, upTo(5000))
  app.openapi(setRoute, (context) => {
    const { needed, who } = context.req.valid('json')
    setApproval(record, needed, { who: signerOf(context, who, desk.user), at: desk.now() })
    return context.json({ needed: needsApproval(record) }, 200)
  })
}
