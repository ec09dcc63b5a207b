// The shelf of reconciling in a temporary file: SQLite's own, which the system removes when the process ends, however it ends. It lies in the
// folder that TMPDIR names.

import Database from 'better-sqlite3'
import { SEPARATOR } from '../../reconciling/mention.ts'
import type { NumberedChains, Shelf } from '../../reconciling/shelf.ts'
import { openShelfRows } from '../../reconciling/shelf-rows.ts'
import { type PackedDocument, packDocument } from './packed-document.ts'
import { fromBytes, unpackedChain, unpackedCompared } from './packing.ts'
import { recently } from './recently.ts'

const TABLES = `
  CREATE TABLE compared (row INTEGER PRIMARY KEY, chain ANY NOT NULL) STRICT;
  CREATE TABLE chains (row INTEGER PRIMARY KEY, chain BLOB NOT NULL) STRICT;
  CREATE TABLE members (block TEXT NOT NULL, row INTEGER NOT NULL) STRICT;
  CREATE TABLE shingles (article INTEGER PRIMARY KEY, numbers BLOB NOT NULL) STRICT;
`

/** Chains that are kept unpacked, of some five kilobytes each: more than a block mostly has. */
const MOST_KEPT = 5000

/** Of the file in memory. */
const CACHE_MEGABYTES = 64

export interface FileShelf extends Shelf {
  putPacked(document: PackedDocument): void
  number(): PackedChains
  close(): void
}

/** The same chains in bytes, for threads. */
export interface PackedChains extends NumberedChains {
  packedCompared(chain: number): string | Uint8Array
  packedMentions(chain: number): Uint8Array
  documentOf(chain: number): string
  /** Of each of its articles. */
  packedShingles(document: string): Uint8Array[]
}

export function openFileShelf(): FileShelf {
  const db = openTemporary(CACHE_MEGABYTES)
  db.exec(TABLES)
  const insertCompared = db.prepare<[number, string | Uint8Array]>('INSERT INTO compared VALUES (?, ?)')
  const insertChain = db.prepare<[number, Uint8Array]>('INSERT INTO chains VALUES (?, ?)')
  const insertMember = db.prepare<[string, number]>('INSERT INTO members VALUES (?, ?)')
  const insertShingles = db.prepare<[number, Uint8Array]>('INSERT INTO shingles VALUES (?, ?)')
  const rows = openShelfRows()
  /** Of each document, the number before that of its first article, and how many it has. */
  const articles = new Map<string, { before: number; count: number }>()
  let articleCount = 0
  db.exec('BEGIN')
  const putPacked = ({ id, chains, shingles }: PackedDocument): void => {
    const first = rows.put(
      id,
      chains.map(({ row }) => row),
    )
    for (const [at, { compared, mentions, blocks }] of chains.entries()) {
      insertCompared.run(first + at, compared)
      insertChain.run(first + at, mentions)
      for (const block of blocks) insertMember.run(block, first + at)
    }
    articles.set(id, { before: articleCount, count: shingles.length })
    for (const numbers of shingles) insertShingles.run(++articleCount, numbers)
  }
  return {
    put: (document) => putPacked(packDocument(document)),
    putPacked,
    number() {
      db.exec('COMMIT')
      const { rowOf, ...numbered } = rows.number()
      const compared = db.prepare<[number], string | Buffer>('SELECT chain FROM compared WHERE row = ?').pluck()
      const whole = db.prepare<[number], Buffer>('SELECT chain FROM chains WHERE row = ?').pluck()
      const shingles = db.prepare<[number], Buffer>('SELECT numbers FROM shingles WHERE article = ?').pluck()
      const inBlocks = db.prepare<[], [string, number]>('SELECT block, row FROM members ORDER BY block').raw()
      const printed = (document: string, article: number): ReadonlySet<number> => {
        const own = articles.get(document)
        return fromBytes(own === undefined ? undefined : shingles.get(own.before + article))
      }
      const packedCompared = (chain: number): string | Buffer => found(compared.get(rowOf(chain)))
      const packedMentions = (chain: number): Buffer => found(whole.get(rowOf(chain)))
      return {
        ...numbered,
        *blocks() {
          for (const members of runsOf(inBlocks.iterate())) if (members.length > 1) yield numbered.members(members)
        },
        compared: recently(MOST_KEPT, (chain) => unpackedCompared(packedCompared(chain))),
        chain: (chain) => unpackedChain(packedMentions(chain)),
        packedCompared,
        packedMentions,
        packedShingles(document) {
          const own = articles.get(document)
          return Array.from({ length: own?.count ?? 0 }, (_, at) => found(shingles.get((own?.before ?? 0) + at + 1)))
        },
        shingles(article) {
          const at = article.lastIndexOf(SEPARATOR)
          return printed(article.slice(0, at), Number(article.slice(at + 1)))
        },
        shinglesOf: (document) =>
          Array.from({ length: articles.get(document)?.count ?? 0 }, (_, at) => ({
            article: `${document}${SEPARATOR}${at + 1}`,
            numbers: printed(document, at + 1),
          })),
      }
    },
    close: () => db.close(),
  }
}

/**
 * Nothing in it outlives the process, so nothing has to survive a failure.
 * @param megabytes of it in memory; by default as much as serves what is written and read once
 */
export function openTemporary(megabytes = 8): Database.Database {
  const db = new Database('')
  for (const setting of [
    'journal_mode = OFF',
    'synchronous = OFF',
    'temp_store = FILE',
    `cache_size = -${megabytes}000`,
  ])
    db.pragma(setting)
  return db
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a chain is missing from the temporary file')
  return value
}

/** The second values of pairs with one first value, which follow one another. */
function* runsOf(pairs: Iterable<[string, number]>): Generator<number[]> {
  let last: string | null = null
  let run: number[] = []
  for (const [name, value] of pairs) {
    if (name !== last) {
      if (run.length > 0) yield run
      last = name
      run = []
    }
    run.push(value)
  }
  if (run.length > 0) yield run
}
