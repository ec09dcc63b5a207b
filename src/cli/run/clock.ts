// The one clock that there is.

import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../fetching/fetcher.ts'

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    // Stopped, it ends early: whoever sleeps looks at the signal next.
    if (ms > 0) await wait(ms, undefined, { signal }).catch(() => {})
  },
}
