// All readings of a record -> its match store and its incidents filled anew, in transactions short enough for others to write between them.

import { randomUUID } from 'node:crypto'
import { type MemoryMatchStore, openMatchStore } from '../../reconciling/match-store.ts'
import { NO_PARTIES, type ReadingParties } from '../../reconciling/reading-parties.ts'
import { updateIncidents } from '../../reconciling/reconcile.ts'
import type { Incident, Reading } from '../../types.ts'
import { breakSeal } from '../custody/seal.ts'
import { asDecided } from '../decisions.ts'
import type { OpenRecord } from '../open-record.ts'
import { type MatchStoreState, markStale, matchStoreState } from './freshness.ts'
import { saidOfMentions } from './groupings.ts'
import { openStoredMatchStore } from './match-store.ts'
import { partiesIn, partyKeeper, sayingsOf } from './parties.ts'
import { writeIncidents } from './store.ts'

/** Which reading of a document it is. */
interface ReadingVersion {
  number: number
  id: string
  version: number
}

/** What `writeFilling` writes. */
export interface Filling extends Pick<MemoryMatchStore, 'documents' | 'allPairs' | 'incident'> {
  incidents: Iterable<Incident>
  /** The readings that it was made from, with the parties of their statements and events. */
  versions: Iterable<ReadingVersion & { parties?: ReadingParties }>
}

export function fillMatchStore(record: OpenRecord, reconciler: string): void {
  const found = matchStoreState(record)
  const store = openMatchStore()
  const versions: (ReadingVersion & { parties: ReadingParties })[] = []
  function* changes() {
    for (const { reading, ...version } of listVersionedReadings(record)) {
      versions.push({ ...version, parties: partiesIn(reading) })
      yield { id: version.id, reading }
    }
  }
  const { groupings, byHand } = saidOfMentions(record)
  const { added: incidents } = updateIncidents(store, changes(), groupings, sayingsOf(record), byHand)
  writeFilling(record, { ...store, incidents, versions }, { found, filler: randomUUID(), reconciler })
}

/** As people left them, in the order of arrival. */
function* listVersionedReadings(record: OpenRecord): Generator<ReadingVersion & { reading: Reading }> {
  const rows = record.db
    .prepare<[], ReadingVersion & { json: string }>(
      `SELECT document AS number, id, version, json
       FROM readings JOIN documents ON number = document JOIN reading_versions USING (document) ORDER BY document`,
    )
    .iterate()
  for (const { json, ...version } of rows) yield { ...version, reading: asDecided(record, JSON.parse(json)) }
}

/** Documents or pairs in a transaction. */
const STEP_SIZE = 500

const TABLES = [
  'event_chains',
  'chain_blocks',
  'candidate_pairs',
  'article_shingles',
  'matched_readings',
  'statement_parties',
  'event_parties',
]

/**
 * If it is killed at any moment, the match store counts as empty. What was read meanwhile counts as stale.
 * @param found the state of the match store before the work began
 * @param filler a name that no other process has
 * @returns false if another process has begun to fill it since: then the work of that one stands
 */
export function writeFilling(
  record: OpenRecord,
  { documents, allPairs, incident, incidents, versions }: Filling,
  { found, filler, reconciler }: { found: MatchStoreState; filler: string; reconciler: string },
): boolean {
  const { db } = record
  const step = (expected: string | null, work: () => void): boolean => {
    const held = db.transaction(() => {
      if (matchStoreState(record).filler !== expected) return false
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
  const stored = openStoredMatchStore(record)
  const keepParties = partyKeeper(record)
  const made = [...versions]
  return (
    step(found.filler, () => {
      for (const table of TABLES) db.exec(`DELETE FROM ${table}`)
      db.prepare('UPDATE match_store_state SET reconciler = NULL, filler = ?').run(filler)
    }) &&
    inSteps(documents(), ([id, { chains, shingles }]) => stored.replaceDocument(id, chains, shingles, incident)) &&
    inSteps(allPairs(), stored.setPair) &&
    inSteps(made, ({ number, parties = NO_PARTIES }) => keepParties(number, parties)) &&
    step(filler, () => {
      const insert = db.prepare<[ReadingVersion]>(
        'INSERT INTO matched_readings (document, id, version) VALUES (@number, @id, @version)',
      )
      for (const { number, id, version } of made) insert.run({ number, id, version })
      writeIncidents(record, incidents)
      markStale(record) // until it is known that nothing changed meanwhile
      db.prepare('UPDATE match_store_state SET reconciler = ?').run(reconciler)
    })
  )
}

function* chunksOf<Item>(items: Iterable<Item>): Generator<Item[]> {
  let some: Item[] = []
  for (const item of items) {
    some.push(item)
    if (some.length < STEP_SIZE) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
