// A host -> what its robots.txt lets us ask for, and how much time it wants between requests (RFC 9309).

import robotsParser from 'robots-parser'
import { FetchError } from './fetch-error.ts'
import type { RawAnswer } from './request.ts'

export interface Rules {
  allows(url: URL): boolean
  /** Milliseconds. */
  delay: number
}

/** More a host may not demand of those who wait. */
const LONGEST_DELAY = 60_000
/** What stands further on is not read, as with search engines. */
const MOST_LINES = 10_000
/** Letters in patterns with stars: each is compared with every letter of an address. */
const MOST_STARRED = 30_000

interface Robots {
  isAllowed(url: string, userAgent: string): boolean | undefined
  getCrawlDelay(userAgent: string): number | undefined
}

// The module is the function; whether its types say so depends on how modules are resolved.
const parseRobots = robotsParser as unknown as (url: string, text: string) => Robots

const EVERYTHING: Rules = { allows: () => true, delay: 0 }

/** No such file: everything may be asked for. A host that fails to give it might have forbidden everything: it is not asked. */
export function rulesFrom(file: URL, { status, body }: RawAnswer, userAgent: string): Rules {
  if (status >= 500 || status === 429)
    throw new FetchError(`the server failed to give its robots.txt (${status}), so nothing else is requested from it`)
  if (status < 200 || status > 299) return EVERYTHING
  const rules = parseRobots(file.href, bounded(new TextDecoder().decode(body)))
  return {
    allows: (url) => rules.isAllowed(url.href, userAgent) !== false,
    delay: Math.min((rules.getCrawlDelay(userAgent) ?? 0) * 1000 || 0, LONGEST_DELAY),
  }
}

/** Beyond what can be compared in no time, a pattern ends in its first star and forbids more; one that allows is left out. */
function bounded(text: string): string {
  let left = MOST_STARRED
  const lines = text.split(/\r\n?|\n/, MOST_LINES).map((line) => {
    const starred = /^\s*(dis)?allow\s*:[^*]*\*/i.exec(line)
    if (!starred) return line
    left -= line.length
    if (left >= 0) return line
    return starred[1] ? starred[0] : ''
  })
  return lines.join('\n')
}

export const forbidden = (): FetchError =>
  new FetchError("the site's robots.txt asks programs not to fetch it; save the page in a browser, and read the file", {
    lasting: true,
  })
