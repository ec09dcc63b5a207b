// A request -> who asks, and whether they may. Every address of the API is closed by default: what reads is for readers, all else for
// reviewers; only what is listed here differs. The pages themselves hold nothing of the record.

import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { OpenRecord } from '../../record/open.ts'
import { type Account, hasPeople, mayAct, type Role } from '../../record/people/people.ts'
import type { Guard } from '../guard.ts'
import { browserCookie } from './known-browser.ts'
import type { Sessions } from './sessions.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Who is signed in; null where nobody is, or needs to be. */
    person: Account | null
  }
}

/** For signing in and out, and for what everybody may do with their own account. */
export const SESSION = '/api/session'
export const PEOPLE = '/api/people'
/** Whether decisions need somebody else's approval. */
export const APPROVAL = '/api/approval'

export interface Doors {
  record: OpenRecord
  sessions: Sessions
  now: () => string
  guardOf: () => Guard
}

/** Whether everybody who reaches the server may do everything: only on this machine, for a record without people. */
export const isOpen = ({ record, guardOf }: Pick<Doors, 'record' | 'guardOf'>): boolean =>
  !guardOf().isShared && !hasPeople(record)

export function gate(doors: Doors): MiddlewareHandler {
  const { sessions, now } = doors
  return async (context, next) => {
    const person = sessions.find(getCookie(context, sessionName(context)), Date.parse(now()))
    context.set('person', person)
    const { path, method } = context.req
    if (path === SESSION || isOpen(doors)) return next()
    if (!person) return context.json({ error: 'sign in first' }, 401)
    const needed = roleFor(method, path)
    if (mayAct(person.role, needed)) return next()
    return context.json({ error: `only ${needed === 'owner' ? 'an owner' : 'a reviewer'} may do this` }, 403)
  }
}

function roleFor(method: string, path: string): Role {
  if (path === PEOPLE || path.startsWith(`${PEOPLE}/`)) return 'owner'
  if (path.startsWith(`${SESSION}/`)) return 'reader'
  if (path === APPROVAL && method !== 'GET' && method !== 'HEAD') return 'owner'
  return method === 'GET' || method === 'HEAD' ? 'reader' : 'reviewer'
}

/** The name under which a decision goes into the log: what a page says counts only where nobody signs in. */
export const signerOf = (context: Context, said: string | undefined, user: string): string =>
  context.get('person')?.name ?? said ?? user

// One machine may serve several records, and a browser sends a cookie to all ports of a host. "__Host-" makes the browser itself see to it
// that nobody else sets it.
const sessionName = (context: Context): string => cookieName(context, 'hearsay')
const browserName = (context: Context): string => cookieName(context, 'hearsay-browser')

function cookieName(context: Context, name: string): string {
  const { secure, port } = context.get('came')
  return `${secure ? '__Host-' : ''}${name}-${port}`
}

const guarding = (context: Context) =>
  ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: context.get('came').secure }) as const

const BROWSER_DAYS = 180

export function openSession(context: Context, { sessions, now }: Doors, account: Account): void {
  sessions.end(getCookie(context, sessionName(context)))
  setCookie(context, sessionName(context), sessions.begin(account, Date.parse(now())), guarding(context))
  const maxAge = BROWSER_DAYS * 24 * 60 * 60
  setCookie(context, browserName(context), browserCookie(account), { ...guarding(context), maxAge })
}

/** Here and in the browser: a copy of the cookie is worth nothing. */
export function endSession(context: Context, sessions: Sessions): void {
  sessions.end(getCookie(context, sessionName(context)))
  deleteCookie(context, sessionName(context), guarding(context))
}

export const browserOf = (context: Context): string | undefined => getCookie(context, browserName(context))
