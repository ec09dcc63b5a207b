// Tries to sign in -> whether the next one must wait. Failures make the wait grow, and are forgotten after an hour without any.
//
// Who is known by a cookie of this browser (known-browser.ts) is counted by that alone, so that a stranger who guesses at a name can
// delay that person only in browsers where they never signed in before (OWASP calls it device cookies).

export type Counted = 'name' | 'address' | 'browser'

/** An office may have one address for all its people; the longest wait for a name is short, because a stranger can cause it. */
const LIMITS: Readonly<Record<Counted, { free: number; longestMs: number }>> = {
  name: { free: 5, longestMs: 60_000 },
  address: { free: 20, longestMs: 15 * 60_000 },
  browser: { free: 5, longestMs: 15 * 60_000 },
}
const FIRST_WAIT_MS = 1000
const FORGOTTEN_MS = 60 * 60_000
/** What is remembered at a time; beyond it, the oldest goes. */
const MOST = 20_000

interface Failures {
  count: number
  at: number
}

export interface Throttle {
  /**
   * Counts a try as failed before it is known, so that many at once gain nothing.
   * @param by kinds and values: ['name', 'ada quist']
   */
  begin(by: readonly (readonly [Counted, string])[], now: number): { waitMs: number } | { succeeded: () => void }
}

export function startThrottle(): Throttle {
  const failures = new Map<string, Failures>()
  const lately = (key: string, now: number): Failures => {
    const kept = failures.get(key)
    return kept && now - kept.at < FORGOTTEN_MS ? kept : { count: 0, at: 0 }
  }
  return {
    begin(by, now) {
      const keyed = by.map(([kind, value]) => ({ kind, key: `${kind} ${value}` }))
      const waitMs = Math.max(0, ...keyed.map(({ kind, key }) => waitAfter(kind, lately(key, now), now)))
      if (waitMs > 0) return { waitMs } // what is refused counts for nothing, or a stranger could prolong it
      for (const { key } of keyed) {
        const count = lately(key, now).count + 1
        failures.delete(key) // the newest are last
        failures.set(key, { count, at: now })
      }
      for (const oldest of failures.keys()) {
        if (failures.size <= MOST) break
        failures.delete(oldest)
      }
      return {
        succeeded() {
          for (const { key } of keyed) {
            const kept = failures.get(key)
            if (kept) failures.set(key, { ...kept, count: kept.count - 1 })
          }
        },
      }
    },
  }
}

function waitAfter(kind: Counted, { count, at }: Failures, now: number): number {
  const { free, longestMs } = LIMITS[kind]
  if (count < free) return 0
  return at + Math.min(longestMs, FIRST_WAIT_MS * 2 ** (count - free)) - now
}

/** Of an IPv6 address its network: one line has 2^64 of them. */
export function addressGroup(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%', 1)[0]
  if (!plain.includes(':')) return plain
  const [head, tail = ''] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const behind = tail === '' ? [] : tail.split(':')
  const between = plain.includes('::') ? Array(Math.max(0, 8 - before.length - behind.length)).fill('0') : []
  return [...before, ...between, ...behind].slice(0, 4).join(':').toLowerCase()
}
