// The only clock in the program.

import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../fetching/fetcher.ts'

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    // If stopped, it ends early: the caller then looks at the signal.
    if (ms > 0) await wait(ms, undefined, { signal }).catch(() => {})
  },
}
