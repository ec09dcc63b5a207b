// POST /mcp with the secret of a person's assistant -> the record by the Model Context Protocol, as `hearsay mcp` serves it: it only reads.
// No cookie counts here, so no page can ask in somebody's name; nothing is kept between two requests, so a secret that is ended ends at once.

import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { personWithSecret } from '../record/people/assistants.ts'
import { hasPeople } from '../record/people/people.ts'
import { startAllowance } from './accounts/allowance.ts'
import type { Lent } from './desk.ts'
import { upTo } from './up-to.ts'

const MCP = '/mcp'

/** No question of an assistant is longer. */
const LARGEST = 100_000
/** An assistant asks a dozen things in a row, and then thinks. */
const ALLOWED = { atOnce: 60, perMinute: 120 }

type Settings = Pick<Lent, 'record' | 'now' | 'answerAssistant'>

export function addAssistant(app: OpenAPIHono, { record, now, answerAssistant }: Settings): void {
  if (!answerAssistant) return
  const allowance = startAllowance(ALLOWED)
  app.use(MCP, async (context, next) => {
    context.header('cache-control', 'no-store')
    if (!hasPeople(record))
      return refuse(context, 403, 'nobody is there in whose name to read: hearsay people add NAME; or use hearsay mcp')
    const person = personWithSecret(record, bearerOf(context))
    if (!person) {
      context.header('www-authenticate', 'Bearer')
      return refuse(context, 401, 'send the secret that hearsay people secret NAME printed, as a bearer token')
    }
    const wait = allowance.take(person.key, Date.parse(now()))
    if (wait === 0) return next()
    context.header('retry-after', String(wait))
    return refuse(context, 429, `too many questions; ask again in ${wait} s`)
  })
  app.use(MCP, upTo(LARGEST))
  app.post(MCP, async (context) => {
    const { status, headers, body } = await answerAssistant(context.req.raw)
    return new Response(body, { status, headers: [...context.res.headers, ...headers] }) // ours are on every answer
  })
  app.all(MCP, (context) => {
    context.header('allow', 'POST')
    return refuse(context, 405, 'questions are sent by POST')
  })
}

const bearerOf = (context: Context): string =>
  /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? ''

const refuse = (context: Context, status: 401 | 403 | 405 | 429, error: string) => context.json({ error }, status)
