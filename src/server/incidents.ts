// The record's incidents -> their list, and one incident with its accounts side by side, each with where its words stand.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { findDocument, readingOf } from '../record/documents.ts'
import type { Article, EventMention, Reading, Span } from '../types.ts'
import { UserError } from '../user-error.ts'
import { type AccountAnswer, failure, type IncidentAnswer, incidentList, incidentPage } from './answers.ts'
import type { Desk } from './desk.ts'
import type { Incident } from './incident.ts'
import { incidentHead, isNamed } from './incident-head.ts'
import { aspectSpan, sentenceAround } from './passages.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/api/incidents',
  summary: 'All incidents in few words',
  responses: { 200: { description: 'The incidents', content: { 'application/json': { schema: incidentList } } } },
})

const pageRoute = createRoute({
  method: 'get',
  path: '/api/incidents/{id}',
  summary: 'One incident: its accounts, aspect by aspect',
  request: { params: z.object({ id: z.string().min(1).max(200) }) },
  responses: {
    200: { description: 'The incident', content: { 'application/json': { schema: incidentPage } } },
    404: { description: 'There is none', content: { 'application/json': { schema: failure } } },
  },
})

export function addIncidents(app: OpenAPIHono, desk: Desk): void {
  app.openapi(listRoute, (context) => {
    const incidents = desk.remember('heads', () =>
      desk.incidents().map((incident) => incidentHead(incident, desk.index())),
    )
    return context.json({ available: desk.incidentsOf !== null, incidents }, 200)
  })
  app.openapi(pageRoute, (context) => {
    const { id } = context.req.valid('param')
    const incident = desk.incidents().find((candidate) => candidate.id === id)
    if (!incident) return context.json({ error: `there is no incident ${id} in the record` }, 404)
    return context.json(incidentAnswer(desk, incident), 200)
  })
}

/** An account with what its article says; null where the record no longer has it. */
type Told = { reading: Reading; article: Article; number: number; event: EventMention } | null

function incidentAnswer(desk: Desk, incident: Incident): IncidentAnswer {
  const told = incident.accounts.map(({ document, event }) => findTold(desk, document, event))
  return {
    ...incidentHead(incident, desk.index()),
    accountList: incident.accounts.map((account, at) => accountAnswer(desk, account, told[at])),
    aspects: incident.aspects.map(({ name, state, why, values }) => ({
      name,
      state,
      why,
      cells: mostSaidFirst(values).flatMap(({ value, accounts }, group) =>
        accounts.map((account) => ({ account, group, value, at: spanIn(told[account], name) })),
      ),
    })),
    reasons: [...incident.credibility.why],
  }
}

const mostSaidFirst = (values: Incident['aspects'][number]['values']) =>
  [...values].sort((a, b) => b.accounts.length - a.accounts.length)

function findTold({ record }: Desk, document: string, id: string): Told {
  try {
    const reading = readingOf(record, findDocument(record, document).number)
    for (const [index, article] of reading.articles.entries()) {
      const event = article.events.find((candidate) => candidate.id === id)
      if (event) return { reading, article, number: index + 1, event }
    }
    return null
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

function accountAnswer(desk: Desk, account: Incident['accounts'][number], told: Told): AccountAnswer {
  const { document, event, statement, origin, published } = account
  const entry = told && {
    outlet: told.article.outlet ?? null,
    title: told.article.title ? told.reading.document.text.slice(...told.article.title) : null,
    sentence: sentenceAround(told.reading.document.text, told.article, told.event.trigger),
  }
  return {
    sha256: told?.reading.document.sha256 ?? document,
    article: told?.number ?? account.article,
    event,
    statement,
    outlet: entry?.outlet ?? null,
    title: entry?.title ?? null,
    published: published ?? told?.article.published?.value ?? null,
    origin,
    named: statement === null || isNamed(origin, desk.index()),
    sentence: entry?.sentence ?? '',
  }
}

const spanIn = (told: Told | undefined, aspect: string): Span | null =>
  told ? aspectSpan(told.article, told.event, aspect) : null
