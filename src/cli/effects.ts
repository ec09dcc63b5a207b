// The readers and processes that commands start; a test can pass its own.

import { openReader, startPool } from './run/pool.ts'
import type { Reader } from './run/reader.ts'

export interface Effects {
  /** Reads in this process where there is one worker. */
  openReader(workers: number): Promise<Reader>
  /** Reads in other processes, so that this one stays free to answer. */
  startPool(workers: number): Reader
}

export const EFFECTS: Effects = { openReader, startPool }
