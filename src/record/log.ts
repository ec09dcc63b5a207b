// What was done to the record -> its log, each entry bound to the one before by a hash; and whether that chain still holds.

import { createHash } from 'node:crypto'
import type { OpenRecord } from './open.ts'

export interface Entry {
  /** 1, 2, 3, ... without a gap. */
  number: number
  /** ISO 8601, UTC. */
  at: string
  /** A person's name, or "hearsay 0.1.0" for what the program did by itself. */
  who: string
  /** What was done, in a word. */
  what: string
  /** To what: a document's sha256, a source's name, ... */
  about: string
  /** The rest, as JSON. */
  detail: string
  /** Hash of the entry before; of the first, 64 zeros. */
  previous: string
  /** SHA-256 of all of the above, in hex. */
  hash: string
}

export type Deed = Pick<Entry, 'at' | 'who' | 'what' | 'about'> & { detail: unknown }

const BEGINNING = '0'.repeat(64)

/** Goes into the transaction of what it tells of, so that neither is there without the other. */
export function appendEntry(record: OpenRecord, { detail, ...deed }: Deed): Entry {
  const last = lastEntry(record)
  const unsealed = {
    number: (last?.number ?? 0) + 1,
    ...deed,
    detail: JSON.stringify(detail ?? null),
    previous: last?.hash ?? BEGINNING,
  }
  const entry: Entry = { ...unsealed, hash: hashOf(unsealed) }
  record.db.prepare('INSERT INTO log VALUES (@number, @at, @who, @what, @about, @detail, @previous, @hash)').run(entry)
  return entry
}

/** Null where nothing was ever done. */
export const lastEntry = ({ db }: OpenRecord): Entry | null =>
  db.prepare<[], Entry>('SELECT * FROM log ORDER BY number DESC LIMIT 1').get() ?? null

/** In their order, from that number on. */
export function* listEntries({ db }: OpenRecord, from = 1): Generator<Entry> {
  yield* db.prepare<[number], Entry>('SELECT * FROM log WHERE number >= ? ORDER BY number').iterate(from)
}

/** The first entry that is not what it was when it was written, or that does not follow the one before; null where all hold. */
export function firstBrokenEntry(record: OpenRecord): number | null {
  let number = 0
  let previous = BEGINNING
  for (const entry of listEntries(record, Number.MIN_SAFE_INTEGER)) {
    number++
    if (entry.number !== number || entry.previous !== previous || entry.hash !== hashOf(entry)) return number
    previous = entry.hash
  }
  return null
}

const hashOf = ({ number, at, who, what, about, detail, previous }: Omit<Entry, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([number, at, who, what, about, detail, previous]))
    .digest('hex')
