// Lines of readings -> their incidents as lines of JSON: a few in this thread, many in several. The same, byte for byte, whatever their number.

import type { FoundLine } from '../../intake/io/lines.ts'
import type { PackedDocument } from '../../record/shelf/packed-document.ts'
import { reconcileInThreads } from '../../record/shelf/reconcile-in-threads.ts'
import { openLargeReconciler } from '../../record/shelf/reconcile-large.ts'
import { type Fault, parseLine } from './readings.ts'
import type { Task } from './reconcile-thread.ts'
import { startThreads, type Threads } from './threads.ts'

interface How {
  workers: number
  /** Bytes of event chains in memory, with one worker; several keep them in a file. */
  memory: number
  tellFault: TellFault
}

type TellFault = (line: FoundLine, fault: Fault) => Promise<void>

/** So many lines are reconciled before threads would have started. */
const MAX_LINES_OF_ONE = 200

export async function* reconcileLines(lines: AsyncGenerator<FoundLine>, how: How): AsyncGenerator<string> {
  const first = how.workers === 1 ? [] : await take(lines, MAX_LINES_OF_ONE)
  const all = following(first, lines)
  if (first.length < MAX_LINES_OF_ONE) yield* reconcileHere(all, how)
  else yield* reconcileByThreads(all, how)
}

async function* reconcileHere(lines: AsyncIterable<FoundLine>, { memory, tellFault }: How): AsyncGenerator<string> {
  const reconciler = openLargeReconciler(memory)
  for await (const line of lines) {
    const parsed = parseLine(line)
    if ('fault' in parsed) await tellFault(line, parsed)
    else reconciler.add(parsed.reading)
  }
  yield* reconciler.incidents()
}

/** Built, the program is JavaScript. From a checkout, threads cannot take TypeScript: they run what was built. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/cli/run/reconcile-thread.js' : './reconcile-thread.js',
  import.meta.url,
)

async function* reconcileByThreads(
  lines: AsyncIterable<FoundLine>,
  { workers, tellFault }: How,
): AsyncGenerator<string> {
  const threads = startThreads<Task>(workers, ENTRY)
  try {
    yield* reconcileInThreads(chainLines(lines, threads, tellFault), {
      compare: (pieces) => threads.map('compare', pieces),
      describe: (pieces) => threads.map('describe', pieces),
    })
  } finally {
    await threads.close()
  }
}

/** Lines of a piece of work: a few dozen readings of reports. */
const MAX_LINES = 64
const MAX_BYTES = 500_000

async function* chainLines(
  lines: AsyncIterable<FoundLine>,
  threads: Threads<Task>,
  tellFault: TellFault,
): AsyncGenerator<PackedDocument> {
  const given: FoundLine[][] = []
  async function* pieces() {
    for await (const some of piecesOf(lines)) {
      given.push(some)
      yield some.map(bytesOf)
    }
  }
  for await (const done of threads.map<Uint8Array[], (PackedDocument | Fault)[]>('chain', pieces())) {
    const own = given.shift() ?? []
    for (const [at, line] of own.entries()) {
      const found = 'failure' in line ? { fault: line.failure.message } : done[at]
      if ('fault' in found) await tellFault(line, found)
      else yield found
    }
  }
}

async function* piecesOf(lines: AsyncIterable<FoundLine>): AsyncGenerator<FoundLine[]> {
  let [some, bytes]: [FoundLine[], number] = [[], 0]
  for await (const line of lines) {
    some.push(line)
    bytes += bytesOf(line).length
    if (some.length < MAX_LINES && bytes < MAX_BYTES) continue
    yield some
    some = []
    bytes = 0
  }
  if (some.length > 0) yield some
}

const NO_BYTES = new Uint8Array(0)

const bytesOf = (line: FoundLine): Uint8Array => ('bytes' in line ? line.bytes : NO_BYTES)

async function take<Item>(items: AsyncIterator<Item>, count: number): Promise<Item[]> {
  const taken: Item[] = []
  while (taken.length < count) {
    const { done, value } = await items.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

async function* following<Item>(first: readonly Item[], others: AsyncIterable<Item>): AsyncGenerator<Item> {
  yield* first
  yield* others
}
