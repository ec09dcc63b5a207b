// One address, one request -> status, headers and body as sent; bounded in size and in time, whatever the server does.

import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { tooLarge } from '../intake/io/read-all.ts'
import { formatSize } from '../intake/io/size.ts'
import { explainFetchError, FetchError, privateError } from './fetch-error.ts'

/** How a request is made, and what it may cost. */
export interface Way {
  /** Of the body, in bytes, packed and unpacked. */
  maxSize: number
  /** Without a byte from the server. */
  idleMs: number
  /** From the first packet to the last. */
  totalMs: number
  /** Whether that IP address, which the host's name stands for, may be asked. */
  mayAsk: (address: string, host: string) => boolean
  resolve: Resolve
  signal: AbortSignal
}

/** A name -> all its IP addresses. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

export interface RawAnswer {
  status: number
  headers: [name: string, value: string][]
  /** Empty where the status says that it is no page. */
  body: Uint8Array
}

/** Fails with UserError. */
export async function requestOnce(url: URL, headers: Readonly<Record<string, string>>, way: Way): Promise<RawAnswer> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // Of an address in numbers no name is looked up.
  if (isIP(host) !== 0 && !way.mayAsk(host, host)) throw privateError(host)
  try {
    return await send(url, headers, way)
  } catch (error) {
    throw way.signal.aborted ? new FetchError('stopped before the answer came') : explainFetchError(error)
  }
}

function send(url: URL, headers: Readonly<Record<string, string>>, way: Way): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? overHttps : overHttp
    const request = start(url, { headers, agent: false, lookup: guardedLookup(way), timeout: way.idleMs })
    const stop = () => request.destroy(new Error('stopped'))
    let answered = false
    const give = (why: FetchError) => request.destroy(why)
    const timer = setTimeout(() => give(tooSlow(way.totalMs)), way.totalMs)
    way.signal.addEventListener('abort', stop)
    request
      .on('timeout', () => give(new FetchError(`its server was silent for ${way.idleMs / 1000} s (time limit)`)))
      .on('response', (response) => {
        answered = true
        readAnswer(response, way).then(resolve, reject)
      })
      .on('error', reject)
      .on('close', () => {
        clearTimeout(timer)
        way.signal.removeEventListener('abort', stop)
        // "101 Switching Protocols" ends it without an answer and without an error.
        if (!answered) reject(new FetchError('the server did not answer'))
      })
      .end()
    if (way.signal.aborted) stop()
  })
}

const tooSlow = (ms: number): FetchError =>
  new FetchError(`the answer was not complete within ${ms / 1000} s (time limit)`)

async function readAnswer(response: IncomingMessage, { maxSize }: Way): Promise<RawAnswer> {
  const { statusCode: status = 0, rawHeaders } = response
  const headers = Array.from({ length: rawHeaders.length / 2 }, (_, at): [string, string] => [
    rawHeaders[2 * at],
    rawHeaders[2 * at + 1],
  ])
  try {
    if (status < 200 || status > 299) return { status, headers, body: new Uint8Array() }
    const stated = Number(response.headers['content-length'] ?? 0)
    if (stated > maxSize) throw tooLarge(formatSize(stated), maxSize)
    const parts: Uint8Array[] = []
    let length = 0
    for await (const chunk of response) {
      parts.push(chunk)
      length += chunk.length
      if (length > maxSize) throw tooLarge('it', maxSize)
    }
    return { status, headers, body: Buffer.concat(parts) }
  } finally {
    response.destroy()
  }
}

/** The connection is made to what is checked here, so that a name cannot mean one machine now and another a moment later. */
function guardedLookup({ resolve, mayAsk }: Way): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host).then(
      (found) => {
        const open = found.filter(({ address }) => mayAsk(address, host))
        if (open.length === 0) callback(privateError(host), '')
        else if (all) callback(null, open)
        else callback(null, open[0].address, open[0].family)
      },
      (error) => callback(error, ''),
    )
  }
}
