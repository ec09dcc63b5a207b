// What came of asking -> when to ask again: on and on, a few times more, or after a failure. Pure: clock and chance are arguments.

import { headerOf } from '../fetching/validators.ts'
import type { HttpReceipt } from '../types.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Milliseconds; the second is no shorter than the first. */
export interface Pace {
  /** No more often than this ... */
  every: number
  /** ... and no less often, whatever servers wish. */
  longest: number
}

/** What all are drawn apart by, so that they do not come all at once. */
type Random = () => number

/** A source that has answered. @param ttl what the feed itself wishes, in minutes */
export function nextRound(
  pace: Pace,
  headers: HttpReceipt['headers'],
  ttl: number | undefined,
  now: number,
  random: Random,
): number {
  const wish = Math.max(maxAgeOf(headers), (ttl ?? 0) * MINUTE)
  const delay = Math.min(Math.max(pace.every, wish), pace.longest)
  return now + delay * (1 + 0.1 * random())
}

function maxAgeOf(headers: HttpReceipt['headers']): number {
  const control = headerOf(headers, 'cache-control') ?? ''
  if (/\bno-(?:cache|store)\b/i.test(control)) return 0
  const seconds = Number(/\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1] ?? 0)
  const age = Number(/^\s*(\d{1,9})\s*$/.exec(headerOf(headers, 'age') ?? '')?.[1] ?? 0)
  return Math.max(0, seconds - age) * SECOND
}

/** Corrections come soon after publication, or seldom. */
const LOOKS = [HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY]

/** An article that has answered so often; null where it is not looked at again. */
export function nextLook(answers: number, now: number, random: Random): number | null {
  const delay = LOOKS[answers - 1]
  return delay === undefined ? null : now + delay * (1 + 0.1 * random())
}

/** Something that has failed so often in a row. @param notBefore what the server wishes */
export function nextTry(
  failures: number,
  pace: Pace,
  notBefore: number | undefined,
  now: number,
  random: Random,
): number {
  const delay = Math.min(MINUTE * 2 ** Math.min(failures - 1, 20), pace.longest)
  const wish = Math.min(notBefore ?? 0, now + Math.max(pace.longest, DAY))
  return Math.max(now + delay * (0.75 + 0.5 * random()), wish)
}
