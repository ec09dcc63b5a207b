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
/** A pattern is cut off in its tenth star: it then forbids more, and takes no minute to compare. */
const PATTERN = /^(?:[^*]{0,500}\*){0,9}[^*]{0,500}/

// Its types say that it has the function as `default`; it is the function.
const parseRobots = robotsParser as unknown as typeof robotsParser.default

const EVERYTHING: Rules = { allows: () => true, delay: 0 }

/** No such file: everything may be asked for. A host that fails to give it might have forbidden everything: it is not asked. */
export function rulesFrom(file: URL, { status, body }: RawAnswer, userAgent: string): Rules {
  if (status >= 500 || status === 429)
    throw new FetchError(`the server failed to give its robots.txt (${status}), so it is not asked for anything else`)
  if (status < 200 || status > 299) return EVERYTHING
  const lines = new TextDecoder().decode(body).split(/\r\n?|\n/, MOST_LINES)
  const rules = parseRobots(file.href, lines.map((line) => PATTERN.exec(line)?.[0] ?? '').join('\n'))
  return {
    allows: (url) => rules.isAllowed(url.href, userAgent) !== false,
    delay: Math.min((rules.getCrawlDelay(userAgent) ?? 0) * 1000 || 0, LONGEST_DELAY),
  }
}

export const forbidden = (): FetchError =>
  new FetchError("the site's robots.txt asks programs not to fetch it; save the page in a browser, and read the file", {
    lasting: true,
  })
