// The application -> a server that listens until it is closed.

import { createAdaptorServer } from '@hono/node-server'
import { UserError } from '../user-error.ts'
import { makeApp, type Settings } from './app.ts'
import { type Guard, loopbackGuard } from './guard.ts'

export interface Listening {
  /** Where a browser finds it, with the token where there is one. */
  url: string
  close(): Promise<void>
}

export interface Where {
  /** Null is loopback alone. */
  host: string | null
  /** 0 takes a free one. */
  port: number
  /** Needed with a host. */
  token: string | null
}

export async function listen(settings: Omit<Settings, 'guardOf'>, { host, port, token }: Where): Promise<Listening> {
  if (host !== null && token === null) throw new Error('an address that others reach needs a token')
  let guard: Guard = { hosts: new Set(), token }
  const app = makeApp({ ...settings, guardOf: () => guard })
  const server = createAdaptorServer({ fetch: app.fetch })
  const reached = await new Promise<number>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host ?? LOOPBACK, port)))
    server.listen(port, host ?? LOOPBACK, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
  guard = host === null ? loopbackGuard(reached) : { hosts: null, token }
  const shown =
    host === null || host === '0.0.0.0' || host === '::' ? LOOPBACK : host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${shown}:${reached}/${token === null ? '' : `?token=${token}`}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

const LOOPBACK = '127.0.0.1'

function explain(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new UserError(`port ${port} is in use; choose another with --port, or 0 for any free one`)
  if (code === 'EACCES') return new UserError(`port ${port} may not be used; choose one above 1023 with --port`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new UserError(`${host} is not an address of this machine; choose another with --host`)
  return error
}
