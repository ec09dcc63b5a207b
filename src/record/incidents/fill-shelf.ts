// All readings of a record -> its shelf and its incidents filled anew, in transactions short enough for others to write between them.

import type { Incident, Reading } from '../../types.ts'
import { breakSeal } from '../custody/seal.ts'
import { asDecided } from '../decisions.ts'
import type { OpenRecord } from '../open.ts'
import { markStale, writeIncidents } from './incidents.ts'
import { openStoredShelf, type StoredShingles, type StoredTelling, type StoredThread } from './shelf.ts'
import { type ShelfState, shelfState } from './stale.ts'

/** Of every document the number, the id, and which reading it is. */
export interface Version {
  number: number
  id: string
  version: number
}

/** With the reading itself, as people left it; in the order of arrival. */
export function* listVersionedReadings(record: OpenRecord): Generator<Version & { reading: Reading }> {
  const rows = record.db
    .prepare<[], Version & { json: string }>(
      `SELECT document AS number, id, version, json
       FROM readings JOIN documents ON number = document JOIN reading_versions USING (document) ORDER BY document`,
    )
    .iterate()
  for (const { json, ...version } of rows) yield { ...version, reading: asDecided(record, JSON.parse(json)) }
}

export interface Filling {
  /** Which readings it was made from. */
  versions: Iterable<Version>
  documents: Iterable<{ id: string; tellings: readonly StoredTelling[]; shingles: readonly StoredShingles[] }>
  threads: Iterable<StoredThread>
  incidents: Iterable<Incident>
}

/** Documents, or threads, of a transaction. */
const STEP = 500

/**
 * Broken off at any moment, the shelf counts as empty; what was read anew meanwhile counts as stale.
 * @param found the state of the shelf before the work began
 * @param filler a name that nobody had before
 * @returns false where somebody else has been filling it since: what they did stands
 */
export function fillShelf(
  record: OpenRecord,
  filling: Filling,
  { found, filler, reconciler }: { found: ShelfState; filler: string; reconciler: string },
): boolean {
  const { db } = record
  const step = (expected: string | null, work: () => void): boolean => {
    const held = db.transaction(() => {
      if (shelfState(record).filler !== expected) return false
      breakSeal(record)
      work()
      return true
    })
    return held.immediate()
  }
  const inSteps = <Item>(items: Iterable<Item>, write: (item: Item) => void): boolean => {
    for (const some of chunksOf(items)) if (!step(filler, () => some.forEach(write))) return false
    return true
  }
  const shelf = openStoredShelf(record)
  return (
    step(found.filler, () => {
      for (const table of ['tellings', 'telling_blocks', 'threads', 'shingles', 'shelved'])
        db.exec(`DELETE FROM ${table}`)
      db.prepare('UPDATE shelf_state SET reconciler = NULL, filler = ?').run(filler)
    }) &&
    inSteps(filling.documents, ({ id, tellings, shingles }) => shelf.put(id, tellings, shingles)) &&
    inSteps(filling.threads, shelf.setThread) &&
    step(filler, () => {
      const shelve = db.prepare('INSERT INTO shelved VALUES (@number, @id, @version)')
      for (const version of filling.versions) shelve.run(version)
      writeIncidents(record, filling.incidents)
      markStale(record) // until it is known that nothing changed meanwhile
      db.prepare('UPDATE shelf_state SET reconciler = ?').run(reconciler)
    })
  )
}

function* chunksOf<Item>(items: Iterable<Item>): Generator<Item[]> {
  let some: Item[] = []
  for (const item of items) {
    some.push(item)
    if (some.length < STEP) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
