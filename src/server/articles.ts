// The record -> the list of its articles, and one article with all that was read in it.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { articleNamed } from '../record/browse.ts'
import { decisionsAbout, proposalsAbout } from '../record/decisions.ts'
import { findDocument, readingOf } from '../record/documents.ts'
import { UserError } from '../user-error.ts'
import { type ArticleAnswer, articleList, articlePage, failure } from './answers.ts'
import { decisionAnswers, proposalAnswers } from './decision-answers.ts'
import type { Desk } from './desk.ts'
import { countedHead, paged } from './heads.ts'
import { collectionQuery, pageNumber } from './query.ts'

const PAGE = 50

const listRoute = createRoute({
  method: 'get',
  path: '/api/articles',
  summary: 'All articles, the most recent first',
  request: { query: z.object({ page: pageNumber, title: z.string().max(200).optional(), ...collectionQuery }) },
  responses: { 200: { description: 'A page of articles', content: { 'application/json': { schema: articleList } } } },
})

const pageRoute = createRoute({
  method: 'get',
  path: '/api/articles/{document}/{article}',
  summary: 'One article with its text and its reading',
  request: {
    params: z.object({
      document: z
        .string()
        .min(1)
        .max(500)
        .openapi({ description: 'The id or SHA-256 of a document, or its beginning' }),
      article: z.coerce.number().int().min(1).openapi({ description: 'Its number in the document, from 1' }),
    }),
  },
  responses: {
    200: { description: 'The article', content: { 'application/json': { schema: articlePage } } },
    404: { description: 'There is no such article', content: { 'application/json': { schema: failure } } },
  },
})

export function addArticles(app: OpenAPIHono, desk: Desk): void {
  app.openapi(listRoute, (context) => {
    const { page, title, collection } = context.req.valid('query')
    const words = title?.toLowerCase() ?? ''
    const all = desk
      .within(collection)
      .index()
      .articles.filter((article) =>
        `${article.title} ${article.outlet} ${article.origin}`.toLowerCase().includes(words),
      )
    const { items, ...at } = paged(all.reverse(), page, PAGE)
    const articles = items.map((article) => ({ ...countedHead(article), language: article.language }))
    return context.json({ total: all.length, ...at, articles }, 200)
  })
  app.openapi(pageRoute, (context) => {
    const { document, article } = context.req.valid('param')
    const answer = articleAnswer(desk, document, article)
    return answer
      ? context.json(answer, 200)
      : context.json({ error: `the record has no article ${article} of a document ${document}` }, 404)
  })
}

function articleAnswer(desk: Desk, typed: string, number: number): ArticleAnswer | null {
  const { record } = desk
  const found = documentOf(typed)
  if (found === null) return null
  const { document, articles, warnings, reader } = readingOf(record, found)
  const article = articles.at(number - 1)
  if (!article) return null
  const { id, sha256, origin, mediaType, text } = document
  const [start, end] = article.span
  return {
    document: {
      id,
      sha256,
      origin,
      mediaType,
      receivedAt: articleNamed(record, id, number)?.received_at ?? '',
      reader: `${reader.version}, ${reader.model}`,
    },
    number,
    of: articles.length,
    offset: start,
    text: text.slice(start, end),
    article,
    warnings: warnings.filter(({ span }) => !span || (span[0] < end && span[1] > start)),
    decisions: [
      ...proposalAnswers(
        desk,
        proposalsAbout(record, sha256).filter(({ closed }) => closed === null),
      ),
      ...decisionAnswers(desk, decisionsAbout(record, sha256)),
    ].filter((decision) => decision.article === number || !decision.found),
  }

  function documentOf(name: string): number | null {
    try {
      return findDocument(record, name).number
    } catch (error) {
      if (error instanceof UserError) return null
      throw error
    }
  }
}
