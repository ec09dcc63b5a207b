// The readers and processes that commands start; a test can pass its own.

import type { ReadLimits } from './run/limits.ts'
import { startPool } from './run/pool.ts'
import type { Reader } from './run/reader.ts'

export interface Effects {
  /** Reads in other processes, so that this one can end what hangs. */
  startPool(workers: number, limits?: ReadLimits): Reader
}

export const EFFECTS: Effects = { startPool }
