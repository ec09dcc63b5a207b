// Why an address gave nothing -> the sentence a user needs, and whether asking again later may help.

import { UserError } from '../user-error.ts'

export class FetchError extends UserError {
  /** Milliseconds since 1970; the server asked not to be asked before. */
  readonly notBefore: number | undefined
  /** Whether it is likely to be the same the next time. */
  readonly lasting: boolean

  constructor(
    message: string,
    { lasting = false, notBefore }: { lasting?: boolean; notBefore?: number | undefined } = {},
  ) {
    super(message)
    this.lasting = lasting
    this.notBefore = notBefore
  }
}

export const privateError = (host: string): FetchError =>
  new FetchError(`${host} is in a private network or on this machine; use --allow-private ${host} to request it`, {
    lasting: true,
  })

/** By what Node.js calls them. */
const REASONS: readonly [code: RegExp, reason: string][] = [
  [/^ENOTFOUND$/, 'its host is not known; check the address'],
  [/^EAI_/, 'its host could not be looked up; check the connection'],
  [/^ECONNREFUSED$/, 'its server refuses connections'],
  [/^(?:EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/, 'its server cannot be reached; check the connection'],
  [/^ETIMEDOUT$/, 'its server does not answer'],
  [
    /^(?:ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/,
    'the server closed the connection before the end of its answer',
  ],
  [/^CERT_HAS_EXPIRED$/, "the server's certificate has expired"],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, "the server's certificate is for another host"],
  [/SELF_SIGNED|UNABLE_TO_|^CERT_/, "the server's certificate is not signed by a known authority"],
  [/^(?:ERR_SSL_.*|EPROTO|ERR_TLS_.*)$/, 'no secure connection to its server was possible'],
  [/^HPE_HEADER_OVERFLOW$/, "the headers of the server's answer are too long"],
  [/^HPE_/, "the server's answer is not HTTP"],
]

export function explainFetchError(error: unknown): UserError {
  if (error instanceof UserError) return error
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
  const { code } = error
  const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? `it cannot be fetched (${error.message})`
  return new FetchError(`${reason} (${code})`)
}

const STATUS: Readonly<Record<number, string>> = {
  204: 'the server says that the page is empty',
  401: 'the server asks for a password',
  402: 'the server asks for payment',
  403: 'the server refuses access',
  404: 'the server has no such page',
  406: 'the server refuses access',
  410: 'the server no longer has it',
  429: 'the server asks for fewer requests',
  451: 'the server may not give it, for legal reasons',
}

/** @param now milliseconds since 1970 */
export function statusError(status: number, retryAfter: string | undefined, now: number): FetchError {
  const what = STATUS[status] ?? (status >= 500 ? 'the server failed' : 'the server sent no page')
  const notBefore = parseRetryAfter(retryAfter, now)
  const when = notBefore === undefined ? '' : `; it asks to wait until ${new Date(notBefore).toISOString()}`
  return new FetchError(`${what} (${status})${when}`, {
    lasting: status < 500 && status !== 408 && status !== 429,
    notBefore,
  })
}

/** More is no wish but a mistake. */
const LONGEST_WAIT = 7 * 24 * 3600 * 1000

/** A number of seconds, or a date. */
function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  const time = /^\s*\d{1,9}\s*$/.test(header) ? now + Number(header) * 1000 : Date.parse(header)
  return Number.isNaN(time) || time <= now ? undefined : Math.min(time, now + LONGEST_WAIT)
}
