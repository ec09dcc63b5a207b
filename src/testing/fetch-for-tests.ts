// A fetcher for tests: this machine may be asked unless the test says otherwise, limits are short, waiting takes no time.

import { type Clock, type Fetcher, type FetcherOptions, openFetcher } from '../fetching/fetcher.ts'

/** One that goes on only where somebody sleeps. */
export function virtualClock(start: number): Clock & { slept: number[]; sleep(ms: number): Promise<void> } {
  let time = start
  const slept: number[] = []
  return {
    slept,
    now: () => time,
    async sleep(ms) {
      if (ms <= 0) return
      slept.push(ms)
      time += ms
    },
  }
}

export const fetcherForTests = (options: Partial<FetcherOptions> = {}): Fetcher =>
  openFetcher({
    userAgent: 'hearsay/0.1.0',
    maxSize: 1_000_000,
    mayAsk: () => true,
    pauseMs: 1000,
    clock: virtualClock(Date.UTC(2024, 3, 30, 8)),
    signal: new AbortController().signal,
    idleMs: 500,
    totalMs: 1500,
    ...options,
  })
