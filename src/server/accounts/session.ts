// Signing in and out, and one's own password: the API by which the pages do it.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { faultOf, hashPassword, LONGEST_PASSWORD } from '../../record/people/password.ts'
import { accountCalled, setPassword } from '../../record/people/people.ts'
import { failure } from '../answers.ts'
import { upTo } from '../up-to.ts'
import { browserOf, type Doors, endSession, isOpen, openSession, SESSION } from './gate.ts'
import { personAnswer, toAnswer } from './people.ts'
import { makeSignIn } from './sign-in.ts'
import { startThrottle } from './throttle.ts'

const session = z
  .object({
    /** Whether anything is shown only to whoever signs in. */
    needed: z.boolean(),
    person: personAnswer.nullable(),
  })
  .openapi('Session')
export type SessionAnswer = z.infer<typeof session>

const password = z.string().min(1).max(LONGEST_PASSWORD)
const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

const askRoute = createRoute({
  method: 'get',
  path: SESSION,
  summary: 'Who is signed in',
  responses: { 200: json(session, 'The person, if somebody is') },
})

const signInRoute = createRoute({
  method: 'post',
  path: SESSION,
  summary: 'Signs in; the answer sets a cookie',
  request: { body: body(z.object({ name: z.string().min(1).max(200), password })) },
  responses: {
    200: json(session, 'Signed in'),
    401: json(failure, 'The name or the password is wrong'),
    413: json(failure, 'It is too long'),
    429: json(failure, 'Too many tries; Retry-After says how many seconds to wait'),
  },
})

const signOutRoute = createRoute({
  method: 'delete',
  path: SESSION,
  summary: 'Signs out',
  responses: { 204: { description: 'Nobody is signed in' } },
})

const passwordRoute = createRoute({
  method: 'post',
  path: `${SESSION}/password`,
  summary: "Changes one's own password, which signs out everywhere else",
  request: { body: body(z.object({ old: password, new: z.string().max(LONGEST_PASSWORD + 1) })) },
  responses: {
    200: json(session, 'It is changed'),
    401: json(failure, 'The old password is wrong'),
    413: json(failure, 'It is too long'),
    422: json(failure, 'The new password may not be one'),
    429: json(failure, 'Too many tries'),
  },
})

const LARGEST = 5000

export function addSession(app: OpenAPIHono, doors: Doors): void {
  const { record, now } = doors
  const signIn = makeSignIn(record, startThrottle())
  const typedBy = (context: Context) => ({
    address: context.get('came').from,
    browser: browserOf(context),
    now: Date.parse(now()),
  })
  const limit = upTo(LARGEST)
  app.use(SESSION, limit)
  app.use(`${SESSION}/*`, limit)
  app.openapi(askRoute, (context) => {
    const person = context.get('person')
    return context.json({ needed: !isOpen(doors), person: person && toAnswer(person) }, 200)
  })
  app.openapi(signInRoute, async (context) => {
    const outcome = await signIn({ ...context.req.valid('json'), ...typedBy(context) })
    if ('refused' in outcome) return outcome.refused === 'wrong' ? wrong(context) : tooMany(context, outcome.waitMs)
    openSession(context, doors, outcome.account)
    return context.json({ needed: true, person: toAnswer(outcome.account) }, 200)
  })
  app.openapi(signOutRoute, (context) => {
    endSession(context, doors.sessions)
    return context.body(null, 204)
  })
  app.openapi(passwordRoute, async (context) => {
    const person = context.get('person')
    if (!person) return context.json({ error: 'sign in first' }, 401)
    const sent = context.req.valid('json')
    const outcome = await signIn({ name: person.name, password: sent.old, ...typedBy(context) })
    if ('refused' in outcome)
      return outcome.refused === 'wrong'
        ? context.json({ error: 'the old password is wrong' }, 401)
        : tooMany(context, outcome.waitMs)
    const fault = faultOf(sent.new, person.name)
    if (fault !== null) return context.json({ error: fault }, 422)
    setPassword(record, person.name, await hashPassword(sent.new))
    const account = accountCalled(record, person.name)
    if (!account) return context.json({ error: 'sign in first' }, 401) // removed in this very moment
    openSession(context, doors, account)
    return context.json({ needed: true, person: toAnswer(account) }, 200)
  })
}

const wrong = (context: Context) => context.json({ error: 'the name or the password is wrong' }, 401)

function tooMany(context: Context, waitMs: number) {
  const seconds = Math.ceil(waitMs / 1000)
  context.header('retry-after', String(seconds))
  return context.json(
    { error: `too many tries; try again in ${seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`}` },
    429,
  )
}
