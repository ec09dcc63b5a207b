// The record's incidents -> their list, and one incident with its accounts side by side, each with its place in the text.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { articleNamed } from '../record/browse.ts'
import { INCIDENTS, type Proposed } from '../record/decided.ts'
import { accountsByHand, decisionsAbout, listProposals } from '../record/decisions.ts'
import { namer, readingsIn } from '../record/incidents/groupings.ts'
import { countIncidents, findIncident } from '../record/incidents/list.ts'
import { openRegistry, speakerFinder } from '../record/incidents/parties.ts'
import type { OpenRecord } from '../record/open.ts'
import { reliabilityOf } from '../record/reliability.ts'
import { anchorsOf, isOnIncident } from '../review/decision.ts'
import type { Account, EventName, Incident } from '../types.ts'
import { UserError } from '../user-error.ts'
import {
  type AccountAnswer,
  type DecisionAnswer,
  failure,
  type IncidentAnswer,
  incidentList,
  incidentPage,
  incidentsInside,
  reliability,
} from './answers.ts'
import { decisionAnswers, proposalAnswers } from './decision-answers.ts'
import type { Desk } from './desk.ts'
import { headsOf, incidentHeads, labelsFor } from './incident-head.ts'
import { collectionQuery } from './query.ts'
import { quoter } from './quoter.ts'
import { questionOf, unsureOf } from './stands.ts'
import { clip } from './statement-index.ts'

const all = z.literal('yes').optional().openapi({ description: 'With what lists leave out' })

const listRoute = createRoute({
  method: 'get',
  path: '/api/incidents',
  summary:
    'Incidents in brief: violence, protest and disaster; with all=yes also talks, plans, words and mentions in passing',
  request: { query: z.object({ all, ...collectionQuery }) },
  responses: { 200: { description: 'The incidents', content: { 'application/json': { schema: incidentList } } } },
})

const insideRoute = createRoute({
  method: 'get',
  path: '/api/incidents-inside',
  summary: 'Which of all incidents happened inside a country, region or town',
  request: {
    query: z.object({
      all,
      place: z.string().trim().min(1).max(100).openapi({ description: "A name, a country's code, or a GeoNames id" }),
    }),
  },
  responses: { 200: { description: 'Their ids', content: { 'application/json': { schema: incidentsInside } } } },
})

const pageRoute = createRoute({
  method: 'get',
  path: '/api/incidents/{id}',
  summary: 'One incident: its accounts, aspect by aspect',
  request: { params: z.object({ id: z.string().min(1).max(200) }), query: z.object(collectionQuery) },
  responses: {
    200: { description: 'The incident', content: { 'application/json': { schema: incidentPage } } },
    404: { description: 'There is no such incident', content: { 'application/json': { schema: failure } } },
  },
})

export function addIncidents(app: OpenAPIHono, desk: Desk): void {
  app.openapi(listRoute, (context) => {
    const fresh = desk.incidentsFresh()
    const { all, collection } = context.req.valid('query')
    const part = desk.within(collection)
    const which = all ? 'all' : 'listed'
    const incidents = headsOf(part, which)
    const left =
      which === 'all'
        ? 0
        : part.keep(
            'left out',
            [part.incidentsAt(), incidents.length],
            () => countIncidents(desk.record, { ...part.scope }) - incidents.length,
          )
    return context.json({ fresh, incidents, left: Math.max(left, 0) }, 200)
  })
  app.openapi(insideRoute, (context) => {
    const { all, place } = context.req.valid('query')
    const incidents = desk.incidents(all ? 'all' : 'listed')
    const placed = incidents.flatMap(({ id, place }) => (place ? [{ id, place }] : []))
    const chosen = new Set(desk.placesInside(place)(placed.map(({ place }) => place)))
    return context.json({ incidents: placed.flatMap(({ id, place }) => (chosen.has(place) ? [id] : [])) }, 200)
  })
  app.openapi(pageRoute, (context) => {
    const { id } = context.req.valid('param')
    desk.incidentsFresh()
    const incident = incidentNamed(desk, id)
    if (!incident) return context.json({ error: `the record has no incident ${id}` }, 404)
    return context.json(incidentAnswer(desk.within(context.req.valid('query').collection), incident), 200)
  })
}

export function incidentNamed({ record }: Desk, id: string): Incident | null {
  try {
    return findIncident(record, id)
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

function incidentAnswer(desk: Desk, incident: Incident): IncidentAnswer {
  const quote = quoter(desk, incident)
  const { documents, parties } = desk.changes()
  const { partyOf, keysOf } = desk.keep('registry', [documents, parties, desk.incidentsAt()], () =>
    openRegistry(desk.record),
  )
  const speaks = speakerFinder(desk.record)
  // By its key, and not by the name of its page: the names of all sources take seconds right after the start.
  const sourceOf = (key: string) => (speaks(keysOf(partyOf(key))) ? partyOf(key) : null)
  return {
    ...incidentHeads(desk)(incident),
    accountList: incident.accounts.map((account) => accountAnswer(desk, account)),
    questions: incident.aspects.map((aspect) => questionOf(aspect, quote, sourceOf)),
    unsure: unsureOf(incident),
    reasons: incident.credibility.why,
    ownTitle: labelsFor(desk)(incident).title,
    decisions: decisionsOn(desk, incident),
  }
}

/** All decisions about any of its mentions, what waits for approval first, then the last. */
function decisionsOn(desk: Desk, { accounts }: Incident): DecisionAnswer[] {
  const { record } = desk
  const from = [desk.changes().decisions, desk.incidentsAt(), desk.changes().rows]
  const about = desk.keep('incident decisions', from, () => {
    const nameOf = namer(readingsIn(record))
    const decided = [...decisionsAbout(record, INCIDENTS), ...accountsByHand(record)].sort(
      (a, b) => b.number - a.number,
    )
    const waiting = proposalsOnIncidents(record)
    const answers = [...proposalAnswers(desk, waiting), ...decisionAnswers(desk, decided)]
    return [...waiting.map(({ proposal }) => proposal), ...decided].map(({ decision }, at) => {
      const anchors = decision.kind === 'source' ? [] : anchorsOf(decision)
      return { answer: answers[at], names: new Set(anchors.map((anchor) => keyOf(nameOf(anchor)))) }
    })
  })
  const own = accounts.flatMap(({ document, article, events }) =>
    events.map((event) => keyOf({ document, article, event })),
  )
  return about.flatMap(({ answer, names }) => (own.some((key) => names.has(key)) ? [answer] : []))
}

/** Also of accounts by hand, which are about documents of their own. */
const proposalsOnIncidents = (record: OpenRecord): Proposed[] =>
  listProposals(record).filter(
    ({ closed, proposal: { decision } }) =>
      closed === null && decision.kind !== 'source' && (isOnIncident(decision) || decision.kind === 'account'),
  )

const keyOf = (name: EventName | null): string =>
  name === null ? '' : `${name.document} ${name.article} ${name.event}`

function accountAnswer({ record, holds }: Desk, account: Account): AccountAnswer {
  const {
    document,
    article,
    event,
    statement,
    origin,
    originKind,
    sentence,
    outlet,
    published,
    chain,
    basis,
    originNumber,
  } = account
  const entry = articleNamed(record, document, article)
  return {
    sha256: entry?.sha256 ?? document,
    article,
    event,
    statement,
    outlet: outlet === undefined ? null : clip(outlet),
    title: entry ? entry.title && clip(entry.title) : null,
    file: clip(entry?.origin ?? ''),
    published: published ?? null,
    origin: clip(origin),
    named: originKind !== 'unnamed',
    // An outlet's own voice is as reliable as the outlet.
    reliability: reliability
      .catch('F')
      .parse(reliabilityOf(record, originKind === 'voice' ? (outlet ?? origin) : origin)),
    voice: originKind === 'voice',
    sentence,
    chain: chain.map(({ name, role }) => ({ name: clip(name), role })),
    basis,
    originNumber,
    outside: !holds(document),
  }
}
