// The options of a command -> what requests web addresses for it.

import { type Fetcher, openFetcher } from '../../fetching/fetcher.ts'
import { alsoPrivate } from '../../fetching/private-address.ts'
import { VERSION } from '../../record/program.ts'
import { systemClock } from './clock.ts'
import type { WebOptions } from './web-options.ts'

export const fetcherFor = ({ allowPrivate, pause }: WebOptions, maxSize: number, signal: AbortSignal): Fetcher =>
  openFetcher({
    userAgent: `hearsay/${VERSION}`,
    maxSize,
    pauseMs: pause,
    clock: systemClock,
    signal,
    ...(allowPrivate ? { mayAsk: alsoPrivate(allowPrivate) } : {}),
  })
