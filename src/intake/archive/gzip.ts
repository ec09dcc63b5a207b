// A gzip file -> what it was made from, under the same name; several packed one after the other are one. What is damaged costs itself alone.

import { createGunzip } from 'node:zlib'
import { UserError } from '../../user-error.ts'
import type { Container, Limits } from '../container.ts'
import { type GzipPiece, gzipPieces } from './gzip-pieces.ts'

export const gzip: Container = {
  name: 'a gzip archive',
  matches: (head) => head.startsWith('\x1f\x8b\x08'),
  async *parts({ chunks }, limits) {
    yield { unpacked: gunzip(chunks, limits) }
  },
}

/** Web archives pack each record by itself: after a damaged one the next is looked for. Fails at the end where any was. */
async function* gunzip(chunks: AsyncIterable<Uint8Array>, { allowance }: Limits): AsyncGenerator<Uint8Array> {
  const faults: string[] = []
  let isBegun = false
  for await (const { output, fault } of unpackPieces(gzipPieces(chunks))) {
    for (const part of output) {
      allowance.unpacked(part.length)
      yield part
      isBegun = true
    }
    if (fault === null) continue
    faults.push(fault)
    if (isBegun) yield GAP
  }
  if (faults.length > 0) throw new UserError(explain(faults))
}

/** Between what was unpacked before a fault and after it: the line that it broke off in ends there. */
const GAP = Buffer.from('\r\n\r\n')

async function* unpackPieces(pieces: AsyncIterable<GzipPiece>): AsyncGenerator<Fed> {
  let engine: Engine | null = null
  try {
    for await (const { bytes, isHead } of pieces) {
      if (engine?.isDone()) engine = closed(engine)
      const fed: Fed = engine === null ? NOTHING : await engine.feed(bytes)
      yield fed
      if (fed.fault !== null) engine = closed(engine)
      if (engine !== null || !isHead) continue
      // Not these bytes may be wrong, but that something broke off before them.
      engine = startEngine()
      const again = await engine.feed(bytes)
      yield fed.fault === null ? again : { ...again, fault: null }
      if (again.fault !== null) engine = closed(engine)
    }
    if (engine !== null) yield await engine.finish()
  } finally {
    closed(engine)
  }
}

function closed(engine: Engine | null): null {
  engine?.close()
  return null
}

function explain(faults: readonly string[]): string {
  const places = faults.length === 1 ? '' : ` in ${faults.length} places`
  return `the gzip archive is damaged${places} (${faults[0]})`
}

interface Fed {
  output: Uint8Array[]
  /** Why no more can be fed. */
  fault: string | null
}

const NOTHING: Fed = { output: [], fault: null }

interface Engine {
  feed(bytes: Uint8Array): Promise<Fed>
  finish(): Promise<Fed>
  /** Whether what it was unpacking has come to its end. */
  isDone(): boolean
  close(): void
}

/** What is fed is unpacked at once and as far as it goes, so that a fault takes nothing of what came before with it. */
function startEngine(): Engine {
  const gunzip = createGunzip()
  let output: Uint8Array[] = []
  let fault: string | null = null
  let done = false
  let settle = (): void => {}
  gunzip
    .on('data', (part: Uint8Array) => output.push(part))
    .on('end', () => {
      done = true
      settle()
    })
    .on('error', ({ message }) => {
      fault = message
      settle()
    })
  const fed = async (act: (settle: () => void) => void): Promise<Fed> => {
    if (!done && fault === null)
      await new Promise<void>((resolve) => {
        settle = resolve
        act(resolve)
      })
    const all = output
    output = []
    return { output: all, fault }
  }
  return {
    // What it has unpacked arrives a moment after it has taken the bytes.
    feed: (bytes) => fed((settled) => gunzip.write(bytes, () => setImmediate(settled))),
    finish: () => fed(() => gunzip.end()),
    isDone: () => done,
    close: () => gunzip.destroy(),
  }
}
