// The record and what the caller lends -> the whole application, as one function from a request to its answer.

import { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { explainRecordError } from '../record/record-error.ts'
import { UserError } from '../user-error.ts'
import { addAdd } from './add.ts'
import { addArticles } from './articles.ts'
import { type Lent, setUpDesk } from './desk.ts'
import { addFacts } from './facts.ts'
import { type Guard, guarded } from './guard.ts'
import { addIncidents } from './incidents.ts'
import { addMapNames } from './map-names.ts'
import { addOverview } from './overview.ts'
import { addPages, type Pages } from './pages.ts'
import { addReview } from './review.ts'
import { addSearch } from './search.ts'
import { addSources } from './sources.ts'

const ROUTES = [addOverview, addArticles, addSearch, addSources, addAdd, addFacts, addIncidents, addMapNames, addReview]

export interface Settings extends Lent {
  guardOf: () => Guard
  pages: Pages
  version: string
  /** For what is nobody's fault but ours. */
  complain: (error: unknown) => void
}

export function makeApp({ guardOf, pages, version, complain, ...lent }: Settings): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return undefined
      const [issue] = result.error.issues
      return context.json({ error: `${issue.path.join('.') || 'the request'}: ${issue.message}` }, 400)
    },
  })
  const desk = setUpDesk(lent)
  app.use(guarded(guardOf))
  app.use('/api/*', async (context, next) => {
    context.header('cache-control', 'no-store')
    await next()
  })
  for (const add of ROUTES) add(app, desk)
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Hearsay', version } })
  app.all('/api/*', (context) => context.json({ error: `there is nothing at ${context.req.path}` }, 404))
  addPages(app, pages)
  app.onError((error, context) => {
    if (error instanceof HTTPException)
      return context.json({ error: error.message || 'the request cannot be understood' }, error.status)
    const explained = explainRecordError(error, lent.record.path)
    if (explained instanceof UserError) return context.json({ error: explained.message }, 503)
    complain(error)
    return context.json({ error: 'this is a bug in Hearsay; the terminal has details' }, 500)
  })
  // Read before the first request waits for it.
  desk.index()
  desk.incidents()
  desk.sources()
  return app
}
