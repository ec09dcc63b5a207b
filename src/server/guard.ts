// A request -> whether it may be answered at all, how it came, and the headers that every answer carries.
// Host is checked because a stranger's page can point its own name at this machine; Origin because it can post here.

import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'

export interface Guard {
  /** Whether this is a name of ours, lower case, with its port unless that is the usual one. */
  isOurs: (host: string) => boolean
  /** Whether others can reach it: then it is closed to whoever is not signed in. */
  isShared: boolean
  /** Of our own certificate. */
  isSecure: boolean
  /** Whether to believe what a proxy says of how it was asked. */
  behindProxy: boolean
  port: number
}

/** How a request came. */
interface Came {
  secure: boolean
  /** From which address. */
  from: string
  port: number
}

declare module 'hono' {
  interface ContextVariableMap {
    came: Came
  }
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

export const loopbackNames = (port: number, usual = 80): ((host: string) => boolean) => {
  const names = new Set(LOOPBACK.flatMap((name) => (port === usual ? [name, `${name}:${port}`] : [`${name}:${port}`])))
  return (host) => names.has(host)
}

/**
 * Numbers are always ours: nobody can point a number at this machine.
 * @param anyPort a proxy has a port of its own
 */
export function sharedNames(
  isKnown: (name: string) => boolean,
  port: number,
  { usual, anyPort }: { usual: number; anyPort: boolean },
): (host: string) => boolean {
  return (host) => {
    const [, bracketed, plain, typed] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+))(?::(\d+))?$/.exec(host) ?? []
    const name = bracketed ?? plain
    if (name === undefined || (!anyPort && Number(typed ?? usual) !== port)) return false
    return (!anyPort && isIP(name) > 0) || isKnown(name)
  }
}

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
    const guard = guardOf()
    const header = (name: string) => context.req.header(name)
    const host = (header('host') ?? '').toLowerCase()
    if (!guard.isOurs(host)) return context.text('This address is not served here.', 421)
    const came = howItCame(context, guard)
    const origin = header('origin')
    if (origin !== undefined && origin.toLowerCase() !== `${came.secure ? 'https' : 'http'}://${host}`)
      return context.text('Requests from other pages are not answered.', 403)
    const site = header('sec-fetch-site')
    if ((site === 'cross-site' || site === 'same-site') && header('sec-fetch-mode') !== 'navigate')
      return context.text('Requests from other pages are not answered.', 403)
    context.set('came', came)
    return next()
  }
}

/** A proxy adds what it saw at the end; what stands before it, anybody may have sent. */
function howItCame(context: Context, { isSecure, behindProxy, port }: Guard): Came {
  const last = (name: string) => context.req.header(name)?.split(',').at(-1)?.trim().toLowerCase()
  const direct = getConnInfo(context).remote.address ?? ''
  if (!behindProxy) return { secure: isSecure, from: direct, port }
  return { secure: isSecure || last('x-forwarded-proto') === 'https', from: last('x-forwarded-for') ?? direct, port }
}
