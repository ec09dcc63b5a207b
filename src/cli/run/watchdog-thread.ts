// A thread beside a process that may be stuck: looks now and then at its parent, its processor time and its memory, and kills it.
// Only a thread can: whatever loops in the process lets no timer, signal or message through.

import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { ENDINGS, type Guarded } from './watchdog.ts'

const EVERY_MS = 200
/** A process that waits for something which never comes uses next to no time. */
const STILL_SHARE = 0.01

const { parent, memory, still, deadline }: Guarded = workerData
watch()

function watch(): void {
  let before = 0
  let stillMs = 0
  setInterval(() => {
    if (isParentGone()) end()
    const latest = Atomics.load(deadline, 0)
    const { user, system } = process.cpuUsage()
    const used = (user + system) / 1000
    stillMs = latest >= 0 && used - before < STILL_SHARE * EVERY_MS ? stillMs + EVERY_MS : 0
    before = used
    if (latest < 0) return
    if (used > latest) end(ENDINGS.time)
    if (process.memoryUsage.rss() > memory) end(ENDINGS.memory)
    if (stillMs > still) end(ENDINGS.still)
  }, EVERY_MS)
}

/** On Windows a process keeps the number of a parent that is gone. */
function isParentGone(): boolean {
  if (process.ppid !== parent) return true
  try {
    process.kill(parent, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

function end(lastWords?: string): void {
  try {
    if (lastWords !== undefined) writeSync(2, `${lastWords}\n`)
  } finally {
    process.kill(process.pid, 'SIGKILL')
  }
}
