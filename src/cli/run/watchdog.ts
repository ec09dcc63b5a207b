// In a child process: starts the thread that ends the process when its parent is gone, or when a document has taken all that it may.

import { Worker } from 'node:worker_threads'

/** What the thread is given. */
export interface Guarded {
  /** Process id. */
  parent: number
  /** Bytes. */
  memory: number
  /** Milliseconds for which it may use no processor time. */
  still: number
  /** Milliseconds of the process's own processor time at which it ends; below 0 while no document is in hand. */
  deadline: Int32Array
}

/** What a process was ended for, as its last words say it. */
export const ENDINGS = { time: 'ended: no time left', memory: 'ended: no memory left', still: 'ended: it stands still' }

export interface Watchdog {
  /** From now on the process may use so many milliseconds of processor time. */
  begin(milliseconds: number): void
  end(): void
}

/** The memory and the stillness are those that a document may cause. */
export function startWatchdog(guard: Omit<Guarded, 'deadline'>): Watchdog {
  const deadline = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(NONE)
  const workerData: Guarded = { ...guard, deadline }
  new Worker(ENTRY, { workerData, execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref()
  return {
    begin: (milliseconds) => Atomics.store(deadline, 0, Math.min(LATEST, processorTime() + milliseconds)),
    end: () => Atomics.store(deadline, 0, NONE),
  }
}

const NONE = -1
const LATEST = 2 ** 31 - 1

function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Built, the program is JavaScript. From a checkout, threads cannot take TypeScript: they run what was built. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/cli/run/watchdog-thread.js' : './watchdog-thread.js',
  import.meta.url,
)
