// The record and what the caller lends -> the whole application, as one function from a request to its answer.

import { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { untilFree, waitBriefly } from '../record/patience.ts'
import { explainRecordError } from '../record/record-error.ts'
import { UserError } from '../user-error.ts'
import { type Doors, gate } from './accounts/gate.ts'
import { addPeople } from './accounts/people.ts'
import { addSession } from './accounts/session.ts'
import { startSessions } from './accounts/sessions.ts'
import { addAdd } from './add.ts'
import { addApprove } from './approve.ts'
import { addArticles } from './articles.ts'
import { addAssistant } from './assistant.ts'
import { addCitation } from './citation.ts'
import { addCollections } from './collections.ts'
import type { Lent } from './desk.ts'
import { addFacts } from './facts.ts'
import { type Guard, guarded } from './guard.ts'
import { addIncidents } from './incidents.ts'
import { addMapNames } from './map-names.ts'
import { addOverview } from './overview.ts'
import { addPages, type Pages } from './pages.ts'
import { addReview } from './review.ts'
import { addSearch } from './search.ts'
import { setUpDesk } from './set-up-desk.ts'
import { addSince } from './since.ts'
import { addSources } from './sources.ts'

const ROUTES = [
  addOverview,
  addArticles,
  addSearch,
  addSources,
  addAdd,
  addFacts,
  addIncidents,
  addMapNames,
  addReview,
  addApprove,
  addSince,
  addCitation,
  addCollections,
]

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
  app.use(async (context, next) => {
    // SQLite's full text ends at it, and no name has one.
    if (/%00|\0/.test(context.req.url)) return context.json({ error: 'the address contains a NUL character' }, 400)
    return next()
  })
  const doors: Doors = { record: lent.record, sessions: startSessions(lent.record), now: lent.now, guardOf }
  app.use('/api/*', gate(doors))
  waitBriefly(lent.record)
  app.use('/api/*', async ({ req }, next) => {
    // Meanwhile others are answered: readers never wait for a writer.
    if (req.method !== 'GET' && req.method !== 'HEAD') await untilFree(lent.record)
    return next()
  })
  addSession(app, doors)
  addPeople(app, doors)
  for (const add of ROUTES) add(app, desk)
  addAssistant(app, lent)
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'Hearsay', version } })
  app.all('/api/*', (context) => context.json({ error: `there is nothing at ${context.req.path}` }, 404))
  addPages(app, pages)
  app.onError((error, context) => {
    // Whoever asked has gone, in the middle of an upload perhaps: there is nobody to answer, and nothing to complain about.
    if (context.req.raw.signal.aborted) return context.json({ error: 'the request was given up' }, 400)
    if (error instanceof HTTPException)
      return context.json({ error: error.message || 'the request cannot be understood' }, error.status)
    const explained = explainRecordError(error, lent.record.copyOf ?? lent.record.path)
    if (explained instanceof UserError) return context.json({ error: explained.message }, 503)
    complain(error)
    return context.json({ error: 'this is a bug in Hearsay; the terminal has details' }, 500)
  })
  setTimeout(() => inBetween(desk.prepare()), FIRST_MS).unref()
  return app
}

/** Whoever opens a page as soon as the server listens has it to themselves. */
const FIRST_MS = 250

/** One step after the other, so that whoever asks is answered in between. */
function inBetween(steps: Iterator<unknown>): void {
  setImmediate(() => {
    try {
      if (!steps.next().done) inBetween(steps)
    } catch {
      // whoever asks for it will be told why
    }
  })
}
