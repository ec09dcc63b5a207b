// What was done to the record -> its log, each entry bound to the one before by a hash; and whether that chain still holds.

import { createHash } from 'node:crypto'
import { startsWith } from '../match.ts'
import type { OpenRecord } from '../open-record.ts'
import { type Condition, documentsWithin, joined, type Scope } from '../scope.ts'
import { breakSeal } from './seal.ts'

export interface Entry {
  /** 1, 2, 3, ... without a gap. */
  number: number
  /** ISO 8601, UTC. */
  at: string
  /** A person's name, or "hearsay 0.2.0" for what the program did by itself. */
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

/** The hash before the first. */
const BEGINNING = '0'.repeat(64)

/** Goes into the transaction of what it tells of, as its first step, so that neither is there without the other. */
export function appendEntry(record: OpenRecord, deed: Deed): Entry {
  const append = record.db.transaction(() => {
    breakSeal(record)
    const head = headOf(record)
    const unsealed = {
      number: head.number + 1,
      at: deed.at,
      who: asKept(deed.who),
      what: deed.what,
      about: asKept(deed.about),
      detail: JSON.stringify(deed.detail ?? null),
      previous: head.hash,
    }
    const entry = { ...unsealed, hash: hashOf(unsealed) }
    insertEntry(record, entry)
    return entry
  })
  return append.immediate()
}

/** Text as it comes back from SQLite, which keeps halves of surrogate pairs as bytes that are no text. */
export const asKept = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd\ufffd\ufffd')

/** As it is: for what comes from another record's log. */
export function insertEntry({ db }: OpenRecord, entry: Entry): void {
  db.prepare('INSERT INTO log VALUES (@number, @at, @who, @what, @about, @detail, @previous, @hash)').run(entry)
}

/** What the next entry follows. */
export const headOf = (record: OpenRecord): Pick<Entry, 'number' | 'hash'> =>
  lastEntry(record) ?? { number: 0, hash: BEGINNING }

/** Null where nothing was ever done. */
export const lastEntry = ({ db }: OpenRecord): Entry | null =>
  db.prepare<[], Entry>('SELECT * FROM log ORDER BY number DESC LIMIT 1').get() ?? null

/** In their order, from that number on. */
export function* listEntries({ db }: OpenRecord, from = 1): Generator<Entry> {
  yield* db.prepare<[number], Entry>('SELECT * FROM log WHERE number >= ? ORDER BY number').iterate(from)
}

export interface LogFilter extends Scope {
  /** The beginning of what an entry is about, or of the id of a document that it is about. */
  about?: string | undefined
  /** So many of the last; negative for all. */
  limit?: number
}

/** In their order. */
export function* findEntries({ db }: OpenRecord, { limit = -1, ...filter }: LogFilter): Generator<Entry> {
  const { where, values } = conditions(filter)
  yield* db
    .prepare<(string | number)[], Entry>(
      `SELECT * FROM (SELECT * FROM log${where} ORDER BY number DESC LIMIT ?) ORDER BY number`,
    )
    .iterate(...values, limit)
}

/** How many there are, whatever the limit. */
export function countEntries({ db }: OpenRecord, filter: LogFilter): number {
  const { where, values } = conditions(filter)
  return db.prepare<(string | number)[], { n: number }>(`SELECT count(*) AS n FROM log${where}`).get(...values)?.n ?? 0
}

function conditions({ about, ...scope }: LogFilter): ReturnType<typeof joined> {
  const within = documentsWithin(scope, 'number').map(
    ([sql, values]): Condition => [`about IN (SELECT sha256 FROM documents WHERE ${sql})`, values],
  )
  if (about === undefined) return joined(within, 'WHERE')
  const start = startsWith(about)
  const named = `(about LIKE ? ESCAPE '\\' OR about IN (SELECT sha256 FROM documents WHERE id LIKE ? ESCAPE '\\'))`
  return joined([[named, [start, start]], ...within], 'WHERE')
}

/** On one document, source or whatever else, in their order. */
export const entriesAbout = ({ db }: OpenRecord, about: string): Entry[] =>
  db.prepare<[string], Entry>('SELECT * FROM log WHERE about = ? ORDER BY number').all(about)

export const entryWithHash = ({ db }: OpenRecord, hash: string): Entry | null =>
  db.prepare<[string], Entry>('SELECT * FROM log WHERE hash = ?').get(hash) ?? null

/** The first entry that is not what it was when it was written, or that does not follow the one before; null where all hold. */
export function firstBrokenEntry(record: OpenRecord): number | null {
  let before: Pick<Entry, 'number' | 'hash'> = { number: 0, hash: BEGINNING }
  for (const entry of listEntries(record, Number.MIN_SAFE_INTEGER)) {
    if (!follows(entry, before)) return before.number + 1
    before = entry
  }
  return null
}

/** Whether it is what it was when it was written, and comes next. */
export const follows = (entry: Entry, before: Pick<Entry, 'number' | 'hash'>): boolean =>
  entry.number === before.number + 1 && entry.previous === before.hash && isWhole(entry)

/** Whether it is what it was when it was written. */
export const isWhole = (entry: Entry): boolean => entry.hash === hashOf(entry)

const hashOf = ({ number, at, who, what, about, detail, previous }: Omit<Entry, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([number, at, who, what, about, detail, previous]))
    .digest('hex')
