// A web address -> what its server gives, asked for once and politely; or why not, as UserError.

import { lookup } from 'node:dns/promises'
import { startAllowance } from '../intake/io/allowance.ts'
import { parseWebAddress } from '../intake/web-address.ts'
import { unpackBody } from '../intake/web-archive/http-answer.ts'
import type { HttpReceipt, Received } from '../types.ts'
import { UserError } from '../user-error.ts'
import { FetchError, statusError } from './fetch-error.ts'
import { isPublicAddress } from './public-address.ts'
import { type RawAnswer, type Resolve, requestOnce, type Way } from './request.ts'
import { forbidden, type Rules, rulesFrom } from './robots.ts'
import { askIfChanged, headerOf, type Validators } from './validators.ts'

/** Only the command line has a real one. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Ends early where the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

export interface FetcherOptions {
  /** "hearsay/0.1.0" */
  userAgent: string
  /** Of a document, in bytes. */
  maxSize: number
  /** Whether that IP address, which the host's name stands for, may be asked; those of the open internet alone where it is left out. */
  mayAsk?: Way['mayAsk']
  /** Between two requests to a host. */
  pauseMs: number
  clock: Clock
  signal: AbortSignal
  resolve?: Resolve
  idleMs?: number
  totalMs?: number
}

export interface Answer {
  headers: HttpReceipt['headers']
  /** Null where the server says that it is as before. */
  received: Received | null
}

export interface Fetcher {
  /** @param known what was had from there before, asked for only where it has changed since */
  fetch(address: string, known?: Validators): Promise<Answer>
  /** When the host may be asked again: milliseconds since 1970. */
  freeAt(host: string): number
}

const MOST_REDIRECTS = 5
const MAX_ROBOTS = 500_000
/** How long a host's rules are taken to hold. */
const RULES_KEPT = 24 * 3600 * 1000

export function openFetcher({
  idleMs = 30_000,
  totalMs = 120_000,
  resolve = everyAddress,
  mayAsk = isPublicAddress,
  ...options
}: FetcherOptions): Fetcher {
  const { clock, signal, userAgent, pauseMs } = options
  const way: Way = { ...options, idleMs, totalMs, resolve, mayAsk }
  const always = {
    'user-agent': userAgent,
    accept:
      'text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.8',
    'accept-encoding': 'gzip, deflate, br',
  }
  const rules = new Map<string, { until: number; rules: Rules }>()
  const free = new Map<string, number>()

  async function rulesOf({ origin }: URL): Promise<Rules> {
    const kept = rules.get(origin)
    if (kept && kept.until > clock.now()) return kept.rules
    const file = new URL('/robots.txt', origin)
    const { answer } = await follow(file, (url) => requestOnce(url, always, { ...way, maxSize: MAX_ROBOTS }))
    const found = rulesFrom(file, unpacked(answer, MAX_ROBOTS), userAgent)
    forgetBefore(rules, ({ until }) => until, clock.now())
    rules.set(origin, { until: clock.now() + RULES_KEPT, rules: found })
    return found
  }

  async function ask(url: URL, known: Validators | undefined): Promise<RawAnswer> {
    const { allows, delay } = await rulesOf(url).catch((error) => {
      rest(url.host, pauseMs)
      throw error
    })
    if (!allows(url)) throw forbidden()
    try {
      return await requestOnce(url, { ...always, ...askIfChanged(url, known) }, way)
    } finally {
      rest(url.host, Math.max(pauseMs, delay))
    }
  }

  function rest(host: string, ms: number): void {
    forgetBefore(free, (at) => at, clock.now())
    free.set(host, clock.now() + ms)
  }

  return {
    async fetch(address, known) {
      const first = parseWebAddress(address)
      await clock.sleep(Math.max(0, (free.get(first.host) ?? 0) - clock.now()), signal)
      if (signal.aborted) throw new FetchError('stopped before it was requested')
      const { answer, chain } = await follow(first, (url) => ask(url, known))
      const { status, headers } = answer
      const asked = known && askIfChanged(chain[chain.length - 1], known)
      if (status === 304 && asked && Object.keys(asked).length > 0) return { headers, received: null }
      if (status < 200 || status > 299 || status === 204 || status === 206)
        throw statusError(status, headerOf(headers, 'retry-after'), clock.now())
      const { body } = unpacked(answer, way.maxSize)
      return { headers, received: receive(first, chain, { status, headers, body }, clock.now()) }
    },
    freeAt: (host) => free.get(host) ?? 0,
  }
}

const everyAddress: Resolve = (host) => lookup(host, { all: true })

/** Each address on the way is checked like the first. */
async function follow(first: URL, ask: (url: URL) => Promise<RawAnswer>): Promise<{ answer: RawAnswer; chain: URL[] }> {
  const chain = [first]
  for (;;) {
    const url = chain[chain.length - 1]
    const answer = await ask(url).catch((error) => {
      throw chain.length > 1 && error instanceof UserError ? onTheWay(error, url) : error
    })
    const target = isRedirect(answer.status) ? headerOf(answer.headers, 'location') : undefined
    if (target === undefined) return { answer, chain }
    if (chain.length > MOST_REDIRECTS)
      throw new FetchError(`it redirects more than ${MOST_REDIRECTS} times`, { lasting: true })
    chain.push(nextAddress(target, url))
  }
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

function nextAddress(target: string, from: URL): URL {
  try {
    return parseWebAddress(target, from.href)
  } catch (error) {
    throw error instanceof UserError
      ? new FetchError(`it redirects to "${target.slice(0, 200)}": ${error.message}`, { lasting: true })
      : error
  }
}

function onTheWay(error: UserError, { href }: URL): FetchError {
  const { lasting = false, notBefore } = error instanceof FetchError ? error : {}
  return new FetchError(`it redirects to ${href.slice(0, 200)}: ${error.message}`, { lasting, notBefore })
}

function unpacked(answer: RawAnswer, maxSize: number): RawAnswer {
  const { status, headers, body } = answer
  const packing = headerOf(headers, 'content-encoding')?.trim().toLowerCase()
  const allowance = startAllowance()
  allowance.took(body.length)
  return { ...answer, body: unpackBody({ status, mediaType: undefined, body, packing }, { maxSize, allowance }) }
}

function receive(first: URL, chain: readonly URL[], { status, headers, body }: RawAnswer, now: number): Received {
  const url = chain[chain.length - 1].href
  const mediaType = headerOf(headers, 'content-type')
  const redirects = chain.slice(0, -1).map(({ href }) => href)
  return {
    bytes: body,
    origin: first.href,
    ...(mediaType === undefined ? {} : { mediaType }),
    retrievedAt: new Date(now).toISOString(),
    given: { url },
    http: {
      url,
      status,
      headers: headers.filter(([name]) => !/^set-cookie/i.test(name)),
      ...(redirects.length > 0 ? { redirects } : {}),
    },
  }
}

function forgetBefore<Kept>(kept: Map<string, Kept>, timeOf: (value: Kept) => number, now: number): void {
  for (const [key, value] of kept) if (timeOf(value) <= now) kept.delete(key)
}
