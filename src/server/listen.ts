// The application -> a server that listens until it is closed.

import { X509Certificate } from 'node:crypto'
import { createServer as createSecureServer } from 'node:https'
import { hostname } from 'node:os'
import { createAdaptorServer } from '@hono/node-server'
import { hasPeople } from '../record/people/people.ts'
import { UserError } from '../user-error.ts'
import { makeApp, type Settings } from './app.ts'
import { type Guard, loopbackNames, sharedNames } from './guard.ts'

export interface Listening {
  /** Where a browser finds it. */
  url: string
  close(): Promise<void>
}

export interface Where {
  /** Null is loopback alone. */
  host: string | null
  /** 0 takes a free one. */
  port: number
  /** Certificate and key, as PEM. */
  tls?: { cert: string; key: string } | null
  /** Names by which browsers reach it, besides this machine's own. */
  names?: readonly string[]
  /** Whether a proxy stands before it, which says how it was asked. */
  behindProxy?: boolean
}

export async function listen(settings: Omit<Settings, 'guardOf'>, where: Where): Promise<Listening> {
  const { host, port, tls = null, behindProxy = false } = where
  const isShared = host !== null || behindProxy
  if (isShared && !hasPeople(settings.record))
    throw new UserError(
      `nobody can sign in to ${settings.record.path} yet; add the first person with: hearsay people add NAME --record ${settings.record.path}`,
    )
  let guard: Guard = { isOurs: () => false, isShared, isSecure: tls !== null, behindProxy, port }
  const app = makeApp({ ...settings, guardOf: () => guard })
  const { fetch } = app
  const server = createAdaptorServer(tls ? { fetch, createServer: createSecureServer, serverOptions: tls } : { fetch })
  const reached = await new Promise<number>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host ?? LOOPBACK, port)))
    server.listen(port, host ?? LOOPBACK, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
  guard = { ...guard, port: reached, isOurs: ownNames(where, reached) }
  const shown =
    host === null || host === '0.0.0.0' || host === '::' ? LOOPBACK : host.includes(':') ? `[${host}]` : host
  return {
    url: `${tls ? 'https' : 'http'}://${shown}:${reached}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

const LOOPBACK = '127.0.0.1'

function ownNames({ host, tls, names = [], behindProxy = false }: Where, port: number): Guard['isOurs'] {
  const usual = tls ? 443 : 80
  const isLoopback = loopbackNames(port, usual)
  if (host === null && !behindProxy && names.length === 0) return isLoopback
  const certificate = tls ? new X509Certificate(tls.cert) : null
  const own = host === null ? [] : ['localhost', hostname(), `${hostname()}.local`]
  const known = new Set([...names, ...own].map((name) => name.toLowerCase()))
  const isKnown = (name: string) => known.has(name) || (certificate?.checkHost(name) ?? undefined) !== undefined
  const isShared = sharedNames(isKnown, port, { usual, anyPort: behindProxy })
  return (asked) => isLoopback(asked) || isShared(asked)
}

function explain(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new UserError(`port ${port} is in use; choose another with --port, or 0 for any free one`)
  if (code === 'EACCES') return new UserError(`port ${port} may not be used; choose one above 1023 with --port`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new UserError(`${host} is not an address of this machine; choose another with --host`)
  return error
}
