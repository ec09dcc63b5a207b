// The whole record -> its overview, in numbers.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { parseDay } from '../calendar.ts'
import { type IncidentHead, type OverviewAnswer, overview } from './answers.ts'
import type { Desk } from './desk.ts'
import { top } from './facets.ts'
import { countedHead, tally } from './heads.ts'
import { headsOf } from './incident-head.ts'
import type { StatementIndex } from './indexed.ts'
import { collectionQuery } from './query.ts'
import { NOBODY } from './statement-index.ts'
import { citedUngraded } from './ungraded.ts'

const route = createRoute({
  method: 'get',
  path: '/api/overview',
  summary: 'The contents of the record, or of a collection',
  request: { query: z.object(collectionQuery) },
  responses: { 200: { description: 'Its figures', content: { 'application/json': { schema: overview } } } },
})

const MOST_CITED = 8
const LATEST = 6
/** What an account that a person added was read from begins so. */
const BY_HAND = 'by hand, '
const DISPUTES = 6

export function addOverview(app: OpenAPIHono, desk: Desk): void {
  app.openapi(route, (context) => {
    desk.incidentsFresh()
    const part = desk.within(context.req.valid('query').collection)
    const from = [part.index(), part.incidents(), part.sources(), part.labels()]
    const answer = part.keep('overview', from, () => overviewOf(part))
    return context.json(answer, 200)
  })
}

function overviewOf(desk: Desk): OverviewAnswer {
  const heads = headsOf(desk, 'listed')
  const incidents = desk.keep('incidents in numbers', [heads], () => incidentsIn(heads))
  const index = desk.index()
  const { articles, statements } = index
  const { named, noOne, stances } = countStatements(index)
  return {
    documents: new Set(articles.map(({ document }) => document)).size,
    articles: articles.length,
    statements: statements.length,
    named,
    unnamed: statements.length - named - noOne,
    nobody: noOne,
    restOnOneUnnamed: articlesOnOneUnnamed(index),
    days: daysOf(articles.map(({ day }) => day)),
    undated: articles.filter(({ day }) => day === '').length,
    toDate: articles.filter(({ day, origin }) => day === '' && !origin.startsWith(BY_HAND)).length,
    ungraded: citedUngraded(desk, 1)[0]?.name ?? null,
    stances,
    sources: desk
      .sources()
      .filter(({ named }) => named)
      .slice(0, MOST_CITED),
    latest: articles.slice(-LATEST).reverse().map(countedHead),
    collection: desk.scope.collection ?? null,
    incidents,
  }
}

const incidentsIn = (incidents: readonly IncidentHead[]): OverviewAnswer['incidents'] => ({
  total: incidents.length,
  accounts: incidents.reduce((sum, { accounts }) => sum + accounts, 0),
  outside: incidents.reduce((sum, { outside }) => sum + outside, 0),
  types: tally(incidents.map(({ type }) => type)).map((counted) => ({
    ...counted,
    days: daysOf(incidents.flatMap(({ type, start }) => (type === counted.value ? [start ?? ''] : []))),
  })),
  oneUnnamed: incidents.filter(({ oneUnnamed }) => oneUnnamed).length,
  disputes: incidents
    .filter(({ disputed }) => disputed.length > 0)
    .sort((a, b) => b.disputed.length - a.disputed.length || b.origins - a.origins)
    .slice(0, DISPUTES),
})

/** In one pass: there are hundreds of thousands. */
function countStatements({ statements, sources, stances }: StatementIndex) {
  const nobody = sources.numbers.get(NOBODY)
  const counts = new Int32Array(stances.words.length)
  let [named, noOne] = [0, 0]
  for (const statement of statements) {
    if (statement.named) named++
    if (statement.source === nobody) noOne++
    counts[statement.stance]++
  }
  const all = stances.words.map((value, code) => ({ value, count: counts[code] }))
  return { named, noOne, stances: top(all, all.length) }
}

/** Articles in which all that is attributed is attributed to one source, and that one has no name. */
function articlesOnOneUnnamed({ articles, sources }: StatementIndex): number {
  const nobody = sources.numbers.get(NOBODY)
  let found = 0
  for (const { said } of articles) {
    let only: number | null = null
    const other = said.find(({ source, named }) => {
      if (source === nobody) return false
      only ??= source
      return named || source !== only
    })
    if (only !== null && !other) found++
  }
  return found
}

/** How many there are of each; what is no day is left out. */
function daysOf(days: readonly string[]): OverviewAnswer['days'] {
  const counts = new Map<string, number>()
  for (const day of days) {
    const whole = day.slice(0, 10)
    counts.set(whole, (counts.get(whole) ?? 0) + 1)
  }
  const known = [...counts].filter(([day]) => parseDay(day) !== null)
  return known.sort(([a], [b]) => a.localeCompare(b)).map(([day, count]) => ({ day, count }))
}
