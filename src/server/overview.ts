// The whole record -> its overview, in numbers.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { parseDay } from '../calendar.ts'
import { groupBy } from '../group-by.ts'
import { mostCited } from '../record/incidents/figures.ts'
import { incidentSums } from '../record/incidents/incident-sums.ts'
import { listIncidents } from '../record/incidents/list.ts'
import { type ArticleSums, latestArticles, sumsOf } from '../record/sums.ts'
import { type OverviewAnswer, overview } from './answers.ts'
import type { Desk } from './desk.ts'
import { top } from './facets.ts'
import { answersOf } from './heads.ts'
import { incidentHeads } from './incident-head.ts'
import { collectionQuery } from './query.ts'
import { clip } from './statement-index.ts'
import { citedUngraded, isUngraded } from './ungraded.ts'

const route = createRoute({
  method: 'get',
  path: '/api/overview',
  summary: 'The contents of the record, or of a collection',
  request: { query: z.object(collectionQuery) },
  responses: { 200: { description: 'Its figures', content: { 'application/json': { schema: overview } } } },
})

const MOST_CITED = 8
const LATEST = 6
const DISPUTES = 6
/** So many categories of incidents are shown. */
const TYPES = 12

export function addOverview(app: OpenAPIHono, desk: Desk): void {
  app.openapi(route, (context) => {
    desk.incidentsFresh()
    return context.json(overviewOf(desk.within(context.req.valid('query').collection)), 200)
  })
}

/** The first that is asked of a server: sums are made by SQL, before statements and incidents are in memory. */
export function overviewOf(desk: Desk): OverviewAnswer {
  const { record, scope, keep, changes, incidentsAt, labels } = desk
  const { rows, parties } = changes()
  const sums = keep('sums', [rows], () => sumsOf(record, scope))
  const { documents, articles, statements, named, nobody, restOnOneUnnamed, undated, toDate } = sums
  const sources = keep('most cited', [rows, parties, incidentsAt()], () =>
    answersOf(mostCited(record, { ...scope, limit: MOST_CITED })),
  )
  const ungraded = sources.find(isUngraded(desk)) ?? citedUngraded(desk, 1).at(0)
  return {
    documents,
    articles,
    statements,
    named,
    unnamed: statements - named - nobody,
    nobody,
    restOnOneUnnamed,
    days: onDays(sums.days),
    undated,
    toDate,
    ungraded: ungraded?.name ?? null,
    stances: top(sums.stances, sums.stances.length),
    sources,
    latest: keep('latest', [rows], () => latestArticles(record, scope, LATEST)).map(shortened),
    collection: scope.collection ?? null,
    incidents: keep('incidents in numbers', [incidentsAt(), labels()], () => incidentsOf(desk)),
  }
}

const shortened = (article: ArticleSums): OverviewAnswer['latest'][number] => ({
  ...article,
  title: article.title && clip(article.title),
  outlet: article.outlet && clip(article.outlet),
})

function incidentsOf(desk: Desk): OverviewAnswer['incidents'] {
  const listed = { ...desk.scope, substantial: true }
  const { total, accounts, outside, oneUnnamed, begun } = incidentSums(desk.record, listed)
  const ofType = groupBy(begun, ({ type }) => type)
  const types = Array.from(ofType, ([value, days]) => ({
    value,
    count: days.reduce((sum, { count }) => sum + count, 0),
  }))
  const disputed = listIncidents(desk.record, { ...listed, disputed: true, sort: 'disputes', limit: DISPUTES })
  return {
    total,
    accounts,
    outside,
    types: top(types, TYPES).map(({ value, count }) => ({
      value,
      count,
      days: onDays((ofType.get(value) ?? []).map(({ start, count }) => ({ day: start, count }))),
    })),
    oneUnnamed,
    disputes: Array.from(disputed, incidentHeads(desk)),
  }
}

/** In order; what is no day is left out. */
const onDays = (counts: readonly { day: string | null; count: number }[]): OverviewAnswer['days'] =>
  counts
    .flatMap(({ day, count }) => (day !== null && parseDay(day) !== null ? [{ day, count }] : []))
    .sort((one, other) => one.day.localeCompare(other.day))
