// Words and choices -> the statements that are left, with facets.

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { matchStatements, statementsByNumber } from '../record/browse.ts'
import { FACETS, searchResult } from './answers.ts'
import type { Desk } from './desk.ts'
import { filterStatements } from './facets.ts'
import { paged, statementAnswer } from './heads.ts'
import { searchQuery } from './query.ts'

const PAGE = 30

const route = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Statements that contain words, by facets, the newest first',
  request: { query: searchQuery },
  responses: {
    200: { description: 'A page of statements', content: { 'application/json': { schema: searchResult } } },
  },
})

export function addSearch(app: OpenAPIHono, desk: Desk): void {
  app.openapi(route, (context) => {
    const query = context.req.valid('query')
    const chosen = Object.fromEntries(FACETS.map((facet) => [facet, query[facet] ?? []]))
    const matching = query.q.trim() === '' ? undefined : (matchStatements(desk.record, query.q) ?? [])
    const { found, tallies } = filterStatements(desk.within(query.collection).index(), {
      chosen,
      from: query.from,
      to: query.to,
      ...(matching ? { matching } : {}),
    })
    const { items, ...at } = paged(found, query.page, PAGE)
    const rows = statementsByNumber(
      desk.record,
      items.map(({ number }) => number),
    )
    return context.json({ total: found.length, ...at, statements: rows.map(statementAnswer), facets: tallies }, 200)
  })
}
