// A number of workers -> a reader that reads as many documents at a time, each in a process with everything loaded, under limits of
// time and memory. Processes, not threads: a thread that runs out of memory, or is stopped, while the model computes takes all others
// with it; and never this process, which must stay able to end what hangs.

import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { formatSize } from '../../intake/io/size.ts'
import type { PartOfReading, Reading, Received } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import { count } from '../print/text.ts'
import { type ReadLimits, readLimits } from './limits.ts'
import type { About, Reader, Text } from './reader.ts'
import type { Message, Request } from './serve-reader.ts'
import { ENDINGS } from './watchdog.ts'

/** Something asked of the pool that has no answer yet. */
interface Asked<Answer> {
  resolve: (answer: Answer) => void
  reject: (error: Error) => void
}

interface Task {
  request: Request
  /** What has come of the reading so far. */
  parts: Uint8Array[]
  settle: (message: Message) => void
  reject: (error: Error) => void
}

interface Member {
  worker: ChildProcess
  task: Task | null
  /** Null until it has loaded what it needs. */
  identity: Reading['reader'] | null
}

/** A worker starts when there is a document for it; one that dies costs the document that it was reading, and is replaced. */
export function startPool(size: number, limits: ReadLimits = readLimits(), entry = ENTRY): Reader {
  const members = new Set<Member>()
  const tasks: Task[] = []
  const asking: Asked<Reading['reader']>[] = []

  const assign = () => {
    while (tasks.length > 0) {
      const free = [...members].find(({ task }) => task === null) ?? (members.size < size ? hire() : null)
      const task = free && tasks.shift()
      if (!task) return
      free.task = task
      free.worker.send(task.request, () => {}) // where it does not arrive, the worker has died
    }
  }

  const hire = (): Member => {
    const member: Member = { worker: start(entry, limits), task: null, identity: null }
    members.add(member)
    const finish = (message: Message) => {
      member.task?.settle(message)
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
        } else if ('part' in message) member.task?.parts.push(message.part)
        else if ('broken' in message) breakDown(member, message.broken, message.explained)
        else finish(message)
      })
      .on('error', () => {}) // it is closed next
      .on('close', (code, signal) => {
        if (!members.delete(member)) return
        const why = explainDeath(code, signal, said, member.task?.request, limits)
        if (member.identity) finish({ failure: why })
        else breakDown(member, why)
      })
    return member
  }

  /** What keeps one worker from loading keeps every other from it too: it is no fault of a document. */
  const breakDown = ({ task }: Member, why: string, explained = false) => {
    const error = explained ? new UserError(why) : new Error(`a worker cannot read: ${why}`)
    for (const { reject } of [...asking.splice(0), ...tasks.splice(0), ...(task ? [task] : [])]) reject(error)
  }

  const ask = (received: Received, wanted: Request['wanted']): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const milliseconds = limits.timeFor(received.bytes.length)
      const parts: Uint8Array[] = []
      const settle = (message: Message) => resolve({ message, parts })
      tasks.push({ request: { received, wanted, milliseconds }, parts, settle, reject })
      assign()
    })

  return {
    identity: () =>
      new Promise((resolve, reject) => {
        const { identity } = [...members].find((member) => member.identity) ?? { identity: null }
        if (identity) return resolve(identity)
        asking.push({ resolve, reject })
        if (members.size === 0) hire()
      }),
    read: async (received) => readingIn<Reading>(await ask(received, 'reading')),
    readPart: async (received, layers) => readingIn<PartOfReading>(await ask(received, layers)),
    textOf: async (received) => textIn((await ask(received, 'text')).message),
    async close() {
      const given = [...tasks.splice(0), ...[...members].flatMap(({ task }) => task ?? [])]
      for (const { worker } of members) worker.kill('SIGKILL')
      members.clear()
      for (const { settle } of given) settle({ failure: 'it was given up unread, since the run ends' })
    },
  }
}

interface ReadAs<Made> {
  readonly reading: Made
  readonly json: readonly Uint8Array[]
}

interface Answer {
  message: Message
  parts: readonly Uint8Array[]
}

/** The objects are made for those who ask for them: a filter passes the JSON on, which takes a fifth of the memory. */
function readingIn<Made>({ message, parts }: Answer): (About & ReadAs<Made>) | { failure: Error } {
  if (!('read' in message)) return failureIn(message)
  const parse = (): Made => JSON.parse(Buffer.concat(parts).toString())
  let reading: Made | null = null
  return {
    get reading() {
      reading ??= parse()
      return reading
    },
    ...message.read,
    json: parts,
  }
}

const textIn = (message: Message): Text => ('text' in message ? message : failureIn(message))

const failureIn = (message: Message): { failure: Error } => ({
  failure: new Error('failure' in message ? message.failure : 'the worker answered something else'),
})

/** Built, the program is JavaScript; from a checkout it may be TypeScript, and Node.js takes the loader along. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './read-worker.ts' : './read-worker.js', import.meta.url)

/** Out of the terminal's reach: its Ctrl-C is for the one who started it. Structured clones carry bytes as they are. */
const start = (entry: URL, { memory, still, heapMegabytes }: ReadLimits): ChildProcess =>
  fork(fileURLToPath(entry), [process.pid, memory, still].map(String), {
    detached: true,
    execArgv: [...process.execArgv, ...(heapMegabytes === null ? [] : [`--max-old-space-size=${heapMegabytes}`])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })

/** Characters of a worker's last words: Node.js tells there what it died of. */
const KEPT = 4000

function explainDeath(
  code: number | null,
  signal: NodeJS.Signals | null,
  said: string,
  request: Request | undefined,
  { memory, still }: ReadLimits,
): string {
  if (said.includes(ENDINGS.time))
    return `the reader was ended on it after ${formatTime(request?.milliseconds ?? 0)} of processor time; if it is worth more, allow more with --max-time`
  if (said.includes(ENDINGS.memory))
    return `the reader was ended on it when it had taken ${formatSize(memory)} of memory; split it, or allow more with --max-memory`
  if (said.includes(ENDINGS.still))
    return `the reader was ended on it, since it stood still for ${formatTime(still)}; please report this`
  if (said.includes('heap out of memory'))
    return 'the reader ran out of memory on it; split it, or allow more: --max-memory 8GB'
  if (signal === 'SIGKILL')
    return 'the reader was killed while it read it, as systems do that run out of memory; use fewer --workers, or split it'
  const cause = /^\w*Error:.*/m.exec(said)?.[0]
  return `the reader died on it (${[signal ?? `code ${code}`, ...(cause ? [cause] : [])].join(': ')}); please report this`
}

const formatTime = (milliseconds: number): string =>
  milliseconds < 120_000
    ? count(Math.ceil(milliseconds / 1000), 'second')
    : count(Math.round(milliseconds / 60_000), 'minute')
