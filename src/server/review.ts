// What waits for a person's judgement, and decisions: listed, made, withdrawn.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { needsApproval } from '../record/approval.ts'
import { statementsByNumber } from '../record/browse.ts'
import type { Decided } from '../record/decided.ts'
import { decisionNumbered, listDecisions, openProposals, proposalNumbered } from '../record/decisions.ts'
import { readingOf } from '../record/documents.ts'
import { lastEntry } from '../record/happened.ts'
import { mentionsGrouped } from '../record/incidents/groupings.ts'
import { numberOf } from '../record/write.ts'
import { writeAccount } from '../record/write-account.ts'
import { restoreDecision, withdrawDecision, writeDecision } from '../record/write-decision.ts'
import { signerOf } from './accounts/gate.ts'
import { failure } from './answers.ts'
import { decisionAnswers, proposalAnswers } from './decision-answers.ts'
import type { Desk } from './desk.ts'
import { paged, statementAnswer } from './heads.ts'
import { headsOf, incidentHeads } from './incident-head.ts'
import { incidentNamed } from './incidents.ts'
import { likenessOf } from './likely.ts'
import { makeDecision } from './make-decision.ts'
import { ownPlaces } from './own-places.ts'
import { collectionQuery, pageNumber } from './query.ts'
import {
  accountBody,
  decisionBody,
  foundPlaces,
  likelyIncidents,
  type MadeAnswer,
  made,
  type ReviewAnswer,
  reviewPage,
  turnBody,
  whereabouts,
} from './review-answers.ts'
import { citedUngraded } from './ungraded.ts'
import { upTo } from './up-to.ts'
import { waitingThings } from './waiting.ts'

const PAGE = 30
/** So much of what waits is shown. */
const WAITING = 8
const CITED = 5
const LIKELY = 12
const LARGEST = 200_000

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

const pageRoute = createRoute({
  method: 'get',
  path: '/api/review',
  summary: 'What waits for review, and all decisions, the most recent first',
  request: { query: z.object({ page: pageNumber, only: z.enum(['notes']).optional(), ...collectionQuery }) },
  responses: { 200: json(reviewPage, 'What waits, and a page of decisions') },
})

const decideRoute = createRoute({
  method: 'post',
  path: '/api/review/decisions',
  summary: 'Confirms, corrects, rejects, adds, merges, splits or notes',
  request: { body: body(decisionBody) },
  responses: {
    200: json(made, 'It is in the log, and shown'),
    404: json(failure, 'There is no such document or incident'),
    409: json(failure, 'What it is about has changed since'),
    413: json(failure, 'It is too long'),
    422: json(failure, 'It makes no sense'),
  },
})

const accountRoute = createRoute({
  method: 'post',
  path: '/api/review/account',
  summary: 'Adds an account to an incident by hand: its words become a document of the record',
  request: { body: body(accountBody) },
  responses: {
    200: json(made, 'It is in the record and in the log'),
    404: json(failure, 'There is no such incident'),
    413: json(failure, 'It is too long'),
    422: json(failure, 'It cannot be read'),
  },
})

const turnRoute = (what: 'withdraw' | 'restore') =>
  createRoute({
    method: 'post',
    path: `/api/review/${what}`,
    summary: what === 'withdraw' ? 'Withdraws a decision' : 'Restores a decision that was withdrawn',
    request: { body: body(turnBody) },
    responses: {
      200: json(made, 'It is in the log, and shown'),
      409: json(failure, 'There is nothing to do'),
      413: json(failure, 'It is too long'),
    },
  })

const placesRoute = createRoute({
  method: 'get',
  path: '/api/review/places',
  summary: 'Places of a name: those that people put on the map, then those of the gazetteer, the likeliest first',
  request: { query: z.object({ name: z.string().min(1).max(200) }) },
  responses: { 200: json(foundPlaces, 'The places') },
})

const incidentsRoute = createRoute({
  method: 'get',
  path: '/api/review/incidents',
  summary:
    'Incidents in which all words occur, those most like another incident first; without words, only those like it',
  request: { query: z.object({ q: z.string().max(200).default(''), near: z.string().max(200).optional() }) },
  responses: { 200: json(likelyIncidents, 'The first of them') },
})

const whereaboutsRoute = createRoute({
  method: 'get',
  path: '/api/review/whereabouts',
  summary: 'The incident that now has the mentions of a decision',
  request: { query: z.object({ decision: z.coerce.number().int().min(1) }) },
  responses: { 200: json(whereabouts, 'Its id, once incidents are worked out') },
})

export function addReview(app: OpenAPIHono, desk: Desk): void {
  const { record } = desk
  app.use('/api/review/*', upTo(LARGEST))
  app.openapi(pageRoute, (context) => {
    desk.incidentsFresh()
    const { page, only, collection } = context.req.valid('query')
    const user = signerOf(context, undefined, desk.user)
    return context.json(reviewAnswer(desk.within(collection), page, { user, only }), 200)
  })
  app.openapi(decideRoute, (context) => {
    const sent = context.req.valid('json')
    const decision = makeDecision(desk, sent)
    if ('error' in decision) return context.json({ error: decision.error }, decision.status)
    const number = writeDecision(record, decision, { who: signerOf(context, sent.who, desk.user), at: desk.now() })
    return context.json(madeAnswer(desk, number), 200)
  })
  app.openapi(accountRoute, async (context) => {
    const { who, incident: id, ...account } = context.req.valid('json')
    const incident = incidentNamed(desk, id)
    if (!incident) return context.json({ error: `the record has no incident ${id}` }, 404)
    const by = { who: signerOf(context, who, desk.user), at: desk.now() }
    const outcome = await writeAccount(record, incident, account, { ...by, read: desk.reader.read })
    if ('failure' in outcome) return context.json({ error: outcome.failure.message }, 422)
    return context.json(madeAnswer(desk, outcome.number), 200)
  })
  for (const [what, turn] of [
    ['withdraw', withdrawDecision],
    ['restore', restoreDecision],
  ] as const)
    app.openapi(turnRoute(what), (context) => {
      const { number, who } = context.req.valid('json')
      const made = turn(record, number, { who: signerOf(context, who, desk.user), at: desk.now() })
      if (made !== null) return context.json(madeAnswer(desk, made), 200)
      return context.json({ error: 'somebody has already done so, or there is no such decision' }, 409)
    })
  app.openapi(placesRoute, (context) => {
    const { name } = context.req.valid('query')
    return context.json({ places: [...ownPlaces(desk, name), ...desk.findPlaces(name)] }, 200)
  })
  app.openapi(incidentsRoute, (context) => {
    const { q, near } = context.req.valid('query')
    return context.json({ incidents: likely(desk, q, near) }, 200)
  })
  app.openapi(whereaboutsRoute, (context) => {
    const decided = decisionNumbered(record, context.req.valid('query').decision)
    const fresh = desk.incidentsFresh()
    const [answer] = fresh && decided ? decisionAnswers(desk, [decided]) : []
    return context.json({ fresh, incident: answer?.incident ?? null }, 200)
  })
}

export function madeAnswer(desk: Desk, number: number): MadeAnswer {
  const decided = decisionNumbered(desk.record, number)
  const proposed = decided ? null : proposalNumbered(desk.record, number)
  desk.incidentsFresh()
  const [decision] = decided ? decisionAnswers(desk, [decided]) : proposalAnswers(desk, proposed ? [proposed] : [])
  if (!decision) throw new Error(`entry ${number} is no decision`)
  return { number, decision }
}

function reviewAnswer(
  desk: Desk,
  page: number,
  { user, only }: { user: string; only: 'notes' | undefined },
): ReviewAnswer {
  const decided = desk.keep('decisions', [desk.changes().decisions], () =>
    listDecisions(desk.record, desk.scope).reverse(),
  )
  const wanted = only === 'notes' ? decided.filter(({ decision }) => decision.kind === 'note') : decided
  const { items, ...at } = paged(wanted, page, PAGE)
  return {
    user,
    approval: needsApproval(desk.record),
    proposals: waitingProposals(desk),
    deciding: waitingThings(desk),
    cited: citedUngraded(desk, CITED),
    unnamed: unnamed(desk, decided),
    disputed: disputed(desk),
    total: wanted.length,
    ...at,
    decisions: decisionAnswers(desk, items),
  }
}

/** The first to come is the first to be shown. */
function waitingProposals(desk: Desk): ReviewAnswer['proposals'] {
  return desk.keep('proposals', [lastEntry(desk.record), desk.incidentsAt()], () => {
    const open = openProposals(desk.record, desk.scope)
    return { total: open.length, waiting: proposalAnswers(desk, open.slice(0, PAGE)) }
  })
}

/** Of those nobody decided on yet, the newest first. */
function unnamed(desk: Desk, decided: readonly Decided[]): ReviewAnswer['unnamed'] {
  const index = desk.index()
  const all = desk.keep('unnamed statements', [index], () => {
    const { newest, signals } = index
    const code = signals.numbers.get('unnamed source') ?? -1
    return newest.filter((statement) => statement.signals.includes(code)).map(({ number }) => number)
  })
  const isOpen = openStatements(desk, decided)
  const statements: ReviewAnswer['unnamed']['statements'] = []
  for (let from = 0; from < all.length && statements.length < WAITING; from += WAITING) {
    const rows = statementsByNumber(desk.record, all.slice(from, from + WAITING))
    statements.push(...rows.filter(isOpen).map(statementAnswer))
  }
  return { total: all.length, statements: statements.slice(0, WAITING) }
}

/** Only documents in which people decided something are looked at, each once. */
function openStatements(
  { record }: Desk,
  decided: readonly Decided[],
): (statement: { sha256: string; id: string }) => boolean {
  const touched = new Set(decided.flatMap(({ decision }) => (decision.kind === 'statement' ? [decision.document] : [])))
  const settled = new Map<string, Set<string>>()
  return ({ sha256, id }) => {
    if (!touched.has(sha256)) return true
    const number = numberOf(record, sha256)
    const known =
      settled.get(sha256) ??
      new Set(
        (number === null ? [] : readingOf(record, number).articles).flatMap(({ statements }) =>
          statements.flatMap((one) => (one.decided ? [one.id] : [])),
        ),
      )
    settled.set(sha256, known)
    return !known.has(id)
  }
}

/** Those whose accounts nobody grouped yet. */
function disputed(desk: Desk): ReviewAnswer['disputed'] {
  const grouped = desk.keep(
    'grouped events',
    [desk.changes().labels, desk.incidentsAt()],
    () => new Set(mentionsGrouped(desk.record).map((name) => Object.values(name).join(' '))),
  )
  const open = desk
    .incidents()
    .filter(
      ({ aspects, accounts }) =>
        aspects.some(({ state }) => state === 'disputed') &&
        !accounts.every(({ document, article, event }) => grouped.has([document, article, event].join(' '))),
    )
  const heads = open
    .map(incidentHeads(desk))
    .sort((a, b) => b.disputed.length - a.disputed.length || b.origins - a.origins)
  return { total: open.length, incidents: heads.slice(0, WAITING) }
}

/** With words typed, whatever has them all, listed or not; without, only what is listed and like the other incident. */
function likely(desk: Desk, q: string, near: string | undefined) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const other = near === undefined ? null : incidentNamed(desk, near)
  const which = words.length === 0 ? 'listed' : 'all'
  const incidents = desk.incidents(which)
  const heads = headsOf(desk, which)
  return heads
    .map((head, at) => ({ head, likeness: other ? likenessOf(other, incidents[at]) : 0 }))
    .filter(({ head, likeness }) => {
      if (head.id === other?.id) return false
      const told =
        `${head.title} ${head.tags.join(' ')} ${head.type} ${head.mode ?? ''} ${head.place ?? ''} ${head.told} ${head.start ?? ''} ${head.id}`.toLowerCase()
      return words.length === 0 ? !other || likeness > 0 : words.every((word) => told.includes(word))
    })
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, LIKELY)
    .map(({ head }) => head)
}
