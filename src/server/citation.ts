// A statement, a mention of an event, or a stretch of a document's text -> its citation in every form, and the address of the original at those words.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { citeMark, citeStretch } from '../export/cite/citation.ts'
import { formatCitation } from '../export/cite/format-citation.ts'
import { UserError } from '../user-error.ts'
import { failure } from './answers.ts'
import type { Desk } from './desk.ts'

const citation = z
  .object({
    markdown: z.string(),
    bibtex: z.string(),
    plain: z.string(),
    /** Opens at the quoted words; null where the address is not known. */
    original: z.string().nullable(),
  })
  .openapi('Citation')
export type CitationAnswer = z.infer<typeof citation>

const route = createRoute({
  method: 'get',
  path: '/api/citation/{document}',
  summary: 'A statement, a mention of an event, or a stretch of text, as a citation',
  request: {
    params: z.object({ document: z.string().min(1).max(500) }),
    query: z.object({
      mark: z
        .string()
        .min(1)
        .max(100)
        .optional()
        .openapi({ description: 'Id of a statement or an event in the document' }),
      at: z
        .string()
        .regex(/^\d{1,12}-\d{1,12}$/)
        .optional()
        .openapi({ description: 'Where it begins and ends in the text of the document: 120-180' }),
    }),
  },
  responses: {
    200: { description: 'The citation', content: { 'application/json': { schema: citation } } },
    404: { description: 'There is no such thing', content: { 'application/json': { schema: failure } } },
  },
})

export function addCitation(app: OpenAPIHono, { record }: Desk): void {
  app.openapi(route, (context) => {
    const { document } = context.req.valid('param')
    const { mark, at } = context.req.valid('query')
    const [start, end] = (at ?? '0-0').split('-').map(Number)
    try {
      const found = mark === undefined ? citeStretch(record, document, [start, end]) : citeMark(record, document, mark)
      const forms = { markdown: formatCitation(found, 'markdown'), bibtex: formatCitation(found, 'bibtex') }
      return context.json({ ...forms, plain: formatCitation(found, 'plain'), original: found.original }, 200)
    } catch (error) {
      if (error instanceof UserError) return context.json({ error: error.message }, 404)
      throw error
    }
  })
}
