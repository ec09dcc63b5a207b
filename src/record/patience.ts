// A write that another process is in the way of -> the write, later: tried again until that process lets others in. Between two tries
// this process goes on: it hears Ctrl-C, answers requests, takes what its workers send.

import Database from 'better-sqlite3'
import { EXIT, UserError } from '../user-error.ts'
import type { OpenRecord } from './open-record.ts'

/** In milliseconds, all pauses together. */
const ANSWER_PATIENCE_MS = 20_000

/** An import of a large archive takes minutes, in one transaction. HEARSAY_WAIT names other seconds. */
const RUN_PATIENCE_S = 15 * 60

function runPatienceMs(): number {
  const typed = process.env.HEARSAY_WAIT
  const seconds = typed ? Number(typed) : RUN_PATIENCE_S
  return 1000 * (seconds >= 0 ? seconds : RUN_PATIENCE_S)
}

/** How long one try waits, during which this process stands still. */
const TRY_MS = 250

const SHORTEST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 1000

type Pause = (ms: number) => Promise<unknown>

const sleep: Pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** @param write one transaction, or several of which each may be repeated */
export async function patiently<Result>(
  { db, whenWaiting }: OpenRecord,
  write: () => Result,
  { patienceMs = runPatienceMs(), pause = sleep }: { patienceMs?: number; pause?: Pause } = {},
): Promise<Result> {
  let waited = 0
  for (let tries = 1; ; tries++) {
    if (tries === 2) db.pragma(`busy_timeout = ${TRY_MS}`)
    try {
      return write()
    } catch (error) {
      if (!isBusy(error) || waited >= patienceMs) throw error
    }
    if (tries === 1) whenWaiting?.()
    const ms = pauseMs(tries)
    await pause(ms)
    waited += ms
  }
}

/** Waits until others let this process write; so whatever follows at once need not wait. */
export const untilFree = (record: OpenRecord): Promise<void> =>
  patiently(record, () => void record.db.transaction(() => {}).immediate(), { patienceMs: ANSWER_PATIENCE_MS })

/** For a process that answers others: it must not stand still while it waits. */
export const waitBriefly = ({ db }: OpenRecord): void => void db.pragma(`busy_timeout = ${TRY_MS}`)

/** Longer each time, and of another length in every process, so that those who wait do not all try at once. */
export function pauseMs(tries: number, process_ = process.pid): number {
  const longest = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** tries)
  const share = ((process_ * 7919 + tries * 104_729) % 1000) / 1000
  return Math.round(SHORTEST_PAUSE_MS + (longest - SHORTEST_PAUSE_MS) * share)
}

const isBusy = (error: unknown): boolean =>
  (error instanceof Database.SqliteError && /^SQLITE_(?:BUSY|LOCKED)/.test(error.code)) ||
  (error instanceof UserError && error.exitCode === EXIT.record && /\(SQLITE_(?:BUSY|LOCKED)/.test(error.message))
