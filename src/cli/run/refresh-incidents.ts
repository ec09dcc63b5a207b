// A record -> its incidents worked out anew in a process of their own, so that pages are answered meanwhile.

import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { areIncidentsFresh, markStale } from '../../record/incidents/incidents.ts'
import { shelfState } from '../../record/incidents/stale.ts'
import type { OpenRecord } from '../../record/open.ts'
import { reconcilerVersion } from './reconciler-version.ts'

interface Refreshing {
  /** Begins unless it is under way, or nothing has changed. */
  refresh: () => void
  stop: () => void
}

/** What failed so often is given up until the next start: the command line tells why it fails. */
const MOST_FAILURES = 2

export function startRefreshing(record: OpenRecord): Refreshing {
  if (shelfState(record).reconciler !== reconcilerVersion()) markStale(record)
  let running: ChildProcess | null = null
  let failures = 0
  return {
    refresh() {
      if (running || failures >= MOST_FAILURES || areIncidentsFresh(record)) return
      running = fork(MAIN, ['incidents', '--record', record.path, '--limit', '1'], { detached: true, stdio: 'ignore' })
      running
        .on('error', () => {}) // it is closed next
        .on('close', (code) => {
          running = null
          failures = code === 0 ? 0 : failures + 1
        })
    },
    stop: () => running?.kill('SIGKILL'),
  }
}

const MAIN = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../main.ts' : '../main.js', import.meta.url))
