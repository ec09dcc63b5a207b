// The record -> its sources, who cites whom, and all that one source said.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type NumberedStatement, statementsByNumber } from '../record/browse.ts'
import { type Decided, PARTIES, SOURCES } from '../record/decided.ts'
import { decisionsAbout, proposalsAbout } from '../record/decisions.ts'
import { statementsOf } from '../record/incidents/figures.ts'
import { judgementOfNames } from '../record/reliability.ts'
import { setReliability } from '../record/write-decision.ts'
import { partiesOf } from '../review/decision.ts'
import type { Account } from '../types.ts'
import { signerOf } from './accounts/gate.ts'
import {
  type DecisionAnswer,
  failure,
  reliability,
  type SourceAnswer,
  type SourceListAnswer,
  type SourcePageAnswer,
  sourceList,
  sourcePage,
} from './answers.ts'
import { decisionAnswers, proposalAnswers } from './decision-answers.ts'
import type { Desk } from './desk.ts'
import { paged, statementAnswer, tally } from './heads.ts'
import { incidentHeads } from './incident-head.ts'
import { collectionQuery, pageNumber, who } from './query.ts'
import { madeAnswer } from './review.ts'
import { made } from './review-answers.ts'
import { sourceCalled } from './source-called.ts'
import { clip } from './statement-index.ts'

const PAGE = 50
const SAID = 30
/** So many of the most cited are drawn with those who cite them. */
const DRAWN = 14

const listRoute = createRoute({
  method: 'get',
  path: '/api/sources',
  summary: 'All sources, the most cited first, and who cites whom',
  request: {
    query: z.object({
      page: pageNumber,
      name: z.string().max(200).default('').openapi({ description: 'Part of the name' }),
      named: z.enum(['yes', 'no']).optional().openapi({ description: 'Only named sources, or only unnamed ones' }),
      ...collectionQuery,
    }),
  },
  responses: { 200: { description: 'A page of sources', content: { 'application/json': { schema: sourceList } } } },
})

const pageRoute = createRoute({
  method: 'get',
  path: '/api/source',
  summary: 'One source: everything it said, who cites it, who else reports the same',
  request: { query: z.object({ name: z.string().min(1).max(5000), page: pageNumber, ...collectionQuery }) },
  responses: {
    200: { description: 'The source', content: { 'application/json': { schema: sourcePage } } },
    404: { description: 'No source of that name is cited', content: { 'application/json': { schema: failure } } },
  },
})

const gradeRoute = createRoute({
  method: 'post',
  path: '/api/reliability',
  summary: 'Grades how reliable a source or outlet is',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            name: z.string().min(1).max(5000),
            reliability,
            why: z.string().max(2000).optional().openapi({ description: 'The reason, kept with the grade' }),
            who: who.optional(),
          }),
        },
      },
    },
  },
  responses: {
    200: { description: 'It is in the log', content: { 'application/json': { schema: made } } },
    204: { description: 'It already had this grade' },
  },
})

export function addSources(app: OpenAPIHono, desk: Desk): void {
  app.openapi(listRoute, (context) => {
    const { page, name, named, collection } = context.req.valid('query')
    const part = desk.within(collection)
    const words = name.toLowerCase()
    const left = part
      .sources()
      .filter(
        (source) =>
          source.name.toLowerCase().includes(words) && (named === undefined || source.named === (named === 'yes')),
      )
    const { items, ...at } = paged(left, page, PAGE)
    return context.json(
      { total: left.length, ...at, sources: items, citations: citationsOf(part, left.slice(0, DRAWN)) },
      200,
    )
  })
  app.openapi(gradeRoute, (context) => {
    const { name, reliability, why, who } = context.req.valid('json')
    const number = setReliability(
      desk.record,
      name,
      { grade: reliability, why: why?.trim() || null },
      { who: signerOf(context, who, desk.user), at: desk.now() },
    )
    return number === null ? context.body(null, 204) : context.json(madeAnswer(desk, number), 200)
  })
  app.openapi(pageRoute, (context) => {
    const { name, page, collection } = context.req.valid('query')
    const answer = sourceAnswer(desk.within(collection), name, page)
    return answer
      ? context.json(answer, 200)
      : context.json(
          {
            error: `no source ${collection === undefined ? 'in the record' : 'cited in this collection'} is called "${name.slice(0, 200)}"`,
          },
          404,
        )
  })
}

function citationsOf(desk: Desk, drawn: readonly SourceAnswer[]): SourceListAnswer['citations'] {
  const { statements, outlets } = desk.index()
  const sourceOf = new Map<number, string>()
  for (const source of drawn) for (const number of numbersOf(desk, source)) sourceOf.set(number, source.name)
  const counts = new Map<string, SourceListAnswer['citations'][number]>()
  for (const { number, article } of statements) {
    const source = sourceOf.get(number)
    if (source === undefined) continue
    const key = `${source} ${article.outletCode}`
    const citation = counts.get(key)
    if (citation) citation.count++
    else counts.set(key, { outlet: outlets.words[article.outletCode], source, count: 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

const numbersOf = ({ record }: Desk, { names, name, party, keys }: SourceAnswer): Set<number> =>
  statementsOf(record, { source: names[0] ?? name, party, keys })

function sourceAnswer(desk: Desk, name: string, page: number): SourcePageAnswer | null {
  const index = desk.index()
  const source = sourceCalled(desk, name)
  if (!source) return null
  const numbers = numbersOf(desk, source)
  const all = index.newest.filter(({ number }) => numbers.has(number))
  const { items, ...at } = paged(all, page, SAID)
  const rows = statementsByNumber(
    desk.record,
    items.map(({ number }) => number),
  )
  const became = desk.incidents().filter(({ accounts }) => accounts.some((account) => restsOn(account, source)))
  const heads = incidentHeads(desk)
  const judgement = judgementOfNames(desk.record, [name, source.name, ...source.names])
  return {
    ...source,
    reliability: reliability.catch('F').parse(judgement?.grade),
    why: judgement?.why ?? null,
    stances: tally(all.map(({ stance }) => index.stances.words[stance])),
    citedBy: tally(all.map(({ article }) => index.outlets.words[article.outletCode])),
    relays: tally(all.flatMap(({ relay }) => relay?.split('; ') ?? [])),
    months: tally(all.flatMap(({ article }) => index.months.words[article.monthCode] || [])),
    ...at,
    said: rows.map((row) => ({
      ...statementAnswer(row),
      became: became.filter(({ accounts }) => accounts.some((account) => isOf(account, row))).map(heads),
    })),
    became: became.map(heads),
    decisions: decisionsOn(desk, source),
  }
}

/** What waits for approval first, then the last that was decided or noted. */
function decisionsOn(desk: Desk, { name, names, keys }: SourceAnswer): DecisionAnswer[] {
  const { record } = desk
  const called = new Set([name, ...names])
  const isOn = (decision: Decided['decision']): boolean => {
    if (decision.kind === 'source') return called.has(decision.name)
    if (decision.kind === 'party') return partiesOf(decision).some((key) => keys.includes(key))
    if (decision.kind !== 'note' || !decision.source) return false
    const { party } = decision.source
    return party === null ? called.has(decision.source.name) : keys.includes(party)
  }
  const decided = [PARTIES, SOURCES].flatMap((about) => decisionsAbout(record, about))
  const proposed = [PARTIES, ...called].flatMap((about) => proposalsAbout(record, about))
  return [
    ...proposalAnswers(
      desk,
      proposed.filter(({ closed, proposal }) => closed === null && isOn(proposal.decision)),
    ),
    ...decisionAnswers(
      desk,
      decided.filter(({ decision }) => isOn(decision)).sort((a, b) => b.number - a.number),
    ),
  ]
}

/** An unnamed source is none that has a name, whatever the words. */
const restsOn = ({ origin, party }: Account, source: SourceAnswer): boolean =>
  party === undefined ? source.party === null && clip(origin) === source.name : source.keys.includes(party)

const isOf = ({ document, statement }: Account, row: NumberedStatement): boolean =>
  statement === row.id && document === row.document
