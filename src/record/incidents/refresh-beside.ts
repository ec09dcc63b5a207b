// A record -> its incidents refreshed by a process of their own, while this one goes on answering.
//
// A process and no thread: SQLite's locks belong to the process, and whoever seals a record closes its file, which would take away the
// locks of every other thread.

import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { OpenRecord } from '../open-record.ts'
import { areIncidentsFresh, markStale } from './freshness.ts'
import { areIncidentsCurrent } from './refresh.ts'

interface Refresher {
  /** Begins, unless it has begun already or nothing has changed. */
  refresh: () => void
  stop: () => void
}

/** After so many failures in a row it gives up until the next start; `hearsay incidents` shows why it fails. */
const MAX_FAILURES = 2

const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './refresh-process.ts' : './refresh-process.js',
  import.meta.url,
)

/** @param record open for writing */
export function startRefreshing(record: OpenRecord): Refresher {
  if (!areIncidentsCurrent(record)) markStale(record)
  let running: ChildProcess | null = null
  let failures = 0
  return {
    refresh() {
      if (running || failures >= MAX_FAILURES || areIncidentsFresh(record)) return
      running = fork(fileURLToPath(ENTRY), [record.path], { stdio: 'ignore' })
      running
        .on('error', () => {}) // 'close' comes next
        .on('close', (code) => {
          running = null
          failures = code === 0 ? 0 : failures + 1
        })
    },
    stop: () => running?.kill('SIGKILL'),
  }
}
