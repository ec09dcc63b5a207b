// What watching works with, lent by the command line.

import type { Clock, Fetcher } from '../fetching/fetcher.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Reading, Received } from '../types.ts'
import type { News } from './news.ts'
import type { Pace } from './schedule.ts'

export interface Watcher {
  record: OpenRecord
  fetcher: Fetcher
  read: (received: Received) => Promise<{ reading: Reading } | { failure: Error }>
  pace: Pace
  /** Of a document, in bytes. */
  maxSize: number
  /** Whether the articles are read that feeds link to; else what feeds carry of them. */
  follow: boolean
  /** One round, and no more. */
  once: boolean
  clock: Clock
  /** From 0 to 1. */
  random: () => number
  signal: AbortSignal
  /** One line that says what went wrong. */
  tell: (message: string) => void
  /** Fails where nobody hears it any more; it is then said again the next time. */
  say: (news: readonly News[]) => Promise<void>
}

export const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()
