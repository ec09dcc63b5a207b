// The shelf of reconciling in a temporary file: SQLite's own, which the system removes when the process ends, however it ends. It lies in the
// folder that TMPDIR names.

import Database from 'better-sqlite3'
import { blocksOf } from '../../reconciling/blocks.ts'
import { SEPARATOR } from '../../reconciling/mention.ts'
import type { NumberedChains, Shelf } from '../../reconciling/shelf.ts'
import { openShelfRows } from '../../reconciling/shelf-rows.ts'
import { fromBytes, packedChain, packedCompared, toBytes, unpackedChain, unpackedCompared } from './packing.ts'
import { recently } from './recently.ts'

const TABLES = `
  CREATE TABLE compared (row INTEGER PRIMARY KEY, chain ANY NOT NULL) STRICT;
  CREATE TABLE chains (row INTEGER PRIMARY KEY, chain BLOB NOT NULL) STRICT;
  CREATE TABLE members (block TEXT NOT NULL, row INTEGER NOT NULL) STRICT;
  CREATE TABLE shingles (article INTEGER PRIMARY KEY, numbers BLOB NOT NULL) STRICT;
`

/** Chains that are kept unpacked, of a few kilobytes each: more than a block mostly has. */
const MOST_KEPT = 20_000

export interface FileShelf extends Shelf {
  number(): NumberedChains
  close(): void
}

export function openFileShelf(): FileShelf {
  const db = openTemporary()
  db.exec(TABLES)
  const insertCompared = db.prepare<[number, string | Buffer]>('INSERT INTO compared VALUES (?, ?)')
  const insertChain = db.prepare<[number, Buffer]>('INSERT INTO chains VALUES (?, ?)')
  const insertMember = db.prepare<[string, number]>('INSERT INTO members VALUES (?, ?)')
  const insertShingles = db.prepare<[number, Buffer]>('INSERT INTO shingles VALUES (?, ?)')
  const rows = openShelfRows()
  /** Of each document, the number before that of its first article, and how many it has. */
  const articles = new Map<string, { before: number; count: number }>()
  let articleCount = 0
  db.exec('BEGIN')
  return {
    put({ id, chains, shingles }) {
      const sorted = chains.toSorted((one, other) => (one.key < other.key ? -1 : 1))
      const first = rows.put(id, sorted)
      for (const [at, chain] of sorted.entries()) {
        insertCompared.run(first + at, packedCompared(chain))
        insertChain.run(first + at, packedChain(chain))
        for (const block of blocksOf(chain)) insertMember.run(block, first + at)
      }
      articles.set(id, { before: articleCount, count: shingles.length })
      for (const { numbers } of shingles) insertShingles.run(++articleCount, toBytes(numbers))
    },
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
      return {
        ...numbered,
        *blocks() {
          for (const members of runsOf(inBlocks.iterate())) if (members.length > 1) yield numbered.members(members)
        },
        compared: recently(MOST_KEPT, (chain) => unpackedCompared(found(compared.get(rowOf(chain))))),
        chain: (chain) => unpackedChain(found(whole.get(rowOf(chain)))),
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

/** Nothing in it outlives the process, so nothing has to survive a failure. */
export function openTemporary(): Database.Database {
  const db = new Database('')
  for (const setting of ['journal_mode = OFF', 'synchronous = OFF', 'temp_store = FILE', 'cache_size = -64000'])
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
