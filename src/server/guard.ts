// A request -> whether it may be answered at all, and the headers that every answer carries.
// Host is checked because a stranger's page can point its own name at this machine; Origin because it can post here.

import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

export interface Guard {
  /** `Host` headers that are ours, lower case; null where any is, because a token is asked for. */
  hosts: ReadonlySet<string> | null
  token: string | null
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

export const loopbackGuard = (port: number): Guard => ({
  hosts: new Set(LOOPBACK.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]))),
  token: null,
})

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html',
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** @param guardOf asked at each request, since the port is known only once the server listens */
export function guarded(guardOf: () => Guard): MiddlewareHandler {
  return async (context, next) => {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value)
    const { hosts, token } = guardOf()
    const header = (name: string) => context.req.header(name)
    const host = (header('host') ?? '').toLowerCase()
    if (hosts && !hosts.has(host)) return context.text('This address is not served here.', 421)
    const origin = header('origin')
    if (origin !== undefined && origin.toLowerCase() !== `http://${host}`)
      return context.text('Requests from other pages are not answered.', 403)
    const site = header('sec-fetch-site')
    if ((site === 'cross-site' || site === 'same-site') && header('sec-fetch-mode') !== 'navigate')
      return context.text('Requests from other pages are not answered.', 403)
    if (token === null) return next()
    const typed = context.req.query('token')
    if (typed !== undefined && context.req.method === 'GET' && same(typed, token)) {
      context.header('set-cookie', `${COOKIE}=${token}; HttpOnly; SameSite=Strict; Path=/`)
      return context.redirect(new URL(context.req.url).pathname)
    }
    if (same(bearerOf(header('authorization')) ?? cookieOf(header('cookie')) ?? '', token)) return next()
    return context.text('A token is needed: open the address that hearsay serve printed.', 401)
  }
}

const COOKIE = 'hearsay_token'

const bearerOf = (header: string | undefined): string | undefined => /^Bearer (\S+)$/.exec(header ?? '')?.[1]

const cookieOf = (header: string | undefined): string | undefined =>
  (header ?? '')
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1)

/** In a time that does not tell how much of it was right. */
function same(typed: string, token: string): boolean {
  const [a, b] = [Buffer.from(typed), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}
