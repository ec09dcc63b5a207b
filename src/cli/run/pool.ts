// A number of workers -> a reader that reads as many documents at a time, each in a process with everything loaded.
// Processes, not threads: a thread that runs out of memory, or is stopped, while the model computes takes all others with it.

import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Reading, Received } from '../../types.ts'
import type { Message } from './read-worker.ts'
import type { Outcome, Reader } from './reader.ts'

/** One worker is this process itself. */
export async function openReader(workers: number): Promise<Reader> {
  if (workers > 1) return startPool(workers)
  const { loadReader } = await import('./reader.ts')
  return loadReader()
}

/** Something asked of the pool that has no answer yet. */
interface Asked<Answer> {
  resolve: (answer: Answer) => void
  reject: (error: Error) => void
}

interface Task extends Asked<Outcome> {
  received: Received
}

interface Member {
  worker: ChildProcess
  task: Task | null
  /** Null until it has loaded what it needs. */
  identity: Reading['reader'] | null
}

/** A worker starts when there is a document for it; one that dies costs the document that it was reading, and is replaced. */
export function startPool(size: number, entry = ENTRY): Reader {
  const members = new Set<Member>()
  const tasks: Task[] = []
  const asking: Asked<Reading['reader']>[] = []

  const assign = () => {
    while (tasks.length > 0) {
      const free = [...members].find(({ task }) => task === null) ?? (members.size < size ? hire() : null)
      const task = free && tasks.shift()
      if (!task) return
      free.task = task
      free.worker.send(task.received, () => {}) // where it does not arrive, the worker has died
    }
  }

  const hire = (): Member => {
    const member: Member = { worker: start(entry), task: null, identity: null }
    members.add(member)
    const finish = (outcome: Outcome) => {
      member.task?.resolve(outcome)
      member.task = null
      assign()
    }
    let said = ''
    member.worker.stderr?.setEncoding('utf8').on('data', (chunk) => {
      said = (said + chunk).slice(-KEPT)
    })
    member.worker
      .on('message', (message: Message) => {
        if ('ready' in message) {
          member.identity = message.ready
          for (const { resolve } of asking.splice(0)) resolve(message.ready)
        } else if ('broken' in message) breakDown(member, message.broken)
        else if ('reading' in message) finish({ reading: JSON.parse(message.reading) })
        else finish({ failure: new Error(message.failure) })
      })
      .on('error', () => {}) // it is closed next
      .on('close', (code, signal) => {
        if (!members.delete(member)) return
        if (member.identity) finish({ failure: new Error(explainDeath(code, signal, said)) })
        else breakDown(member, explainDeath(code, signal, said))
      })
    return member
  }

  /** What keeps one worker from loading keeps every other from it too: it is no fault of a document. */
  const breakDown = ({ task }: Member, why: string) => {
    const error = new Error(`a worker cannot read: ${why}`)
    for (const { reject } of [...asking.splice(0), ...tasks.splice(0), ...(task ? [task] : [])]) reject(error)
  }

  return {
    identity: () =>
      new Promise((resolve, reject) => {
        const { identity } = [...members].find((member) => member.identity) ?? { identity: null }
        if (identity) return resolve(identity)
        asking.push({ resolve, reject })
        if (members.size === 0) hire()
      }),
    read: (received) =>
      new Promise((resolve, reject) => {
        tasks.push({ received, resolve, reject })
        assign()
      }),
    async close() {
      tasks.length = 0 // an answer that is still on its way must not start the next
      for (const { worker } of members) worker.kill('SIGKILL')
      members.clear()
    },
  }
}

/** Built, the program is JavaScript; from a checkout it may be TypeScript, and Node.js takes the loader along. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './read-worker.ts' : './read-worker.js', import.meta.url)

/** Out of the terminal's reach: its Ctrl-C is for the one who started it. Structured clones carry bytes as they are. */
const start = (entry: URL): ChildProcess =>
  fork(fileURLToPath(entry), {
    detached: true,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })

/** Characters of a worker's last words: Node.js tells there what it died of. */
const KEPT = 4000

function explainDeath(code: number | null, signal: NodeJS.Signals | null, said: string): string {
  if (said.includes('heap out of memory'))
    return 'the reader ran out of memory on it; split it, or allow more megabytes: NODE_OPTIONS=--max-old-space-size=8000'
  if (signal === 'SIGKILL')
    return 'the reader was killed while it read it, as systems do that run out of memory; use fewer --workers, or split it'
  const cause = /^\w*Error:.*/m.exec(said)?.[0]
  return `the reader died on it (${[signal ?? `code ${code}`, ...(cause ? [cause] : [])].join(': ')}); please report this`
}
