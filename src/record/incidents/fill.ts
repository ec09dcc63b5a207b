// All readings of a record -> its match store and its incidents filled anew, in transactions short enough for others to write between them.

import { randomUUID } from 'node:crypto'
import { incidentsOf } from '../../reconciling/all-at-once.ts'
import type { CandidatePair } from '../../reconciling/match-store.ts'
import { NO_PARTIES, type ReadingParties } from '../../reconciling/reading-parties.ts'
import { chainsOf, saidIn } from '../../reconciling/reconcile.ts'
import type { DocumentChains } from '../../reconciling/replace-documents.ts'
import type { Incident, Reading } from '../../types.ts'
import { breakSeal } from '../custody/seal.ts'
import { asDecided } from '../decisions.ts'
import type { OpenRecord } from '../open-record.ts'
import { openGrowingShelf } from '../shelf/growing-shelf.ts'
import { openIncidentFile, packIncident } from '../shelf/incident-file.ts'
import { openListFile } from '../shelf/list-file.ts'
import { openPairFile } from '../shelf/pair-file.ts'
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

/** What `writeFilling` writes, each to be asked for once. */
export interface Filling {
  documents(): Iterable<DocumentChains>
  allPairs(): Iterable<CandidatePair>
  incidents(): Iterable<Incident>
  /** Which chains each of them has. */
  chainsOfIncidents(): Iterable<IncidentChains>
  /** The readings that it was made from, with the parties of their statements and events. */
  versions(): Iterable<ReadingVersion & { parties?: ReadingParties }>
}

interface IncidentChains {
  incident: string
  keys: readonly string[]
}

/** Bytes of event chains in memory, which with what is not collected yet takes four times as much; what is more goes to temporary files. */
const MOST_IN_MEMORY = 100e6

/** @param most other than the program's own in tests only */
export function fillMatchStore(record: OpenRecord, reconciler: string, most = MOST_IN_MEMORY): void {
  const found = matchStoreState(record)
  const shelf = openGrowingShelf(most)
  const versions = openListFile<ReadingVersion & { parties: ReadingParties }>()
  const pairs = openPairFile()
  const incidents = openIncidentFile()
  const chainsOfIncidents = openListFile<IncidentChains>()
  try {
    const { groupings, byHand } = saidOfMentions(record)
    const said = saidIn(groupings, sayingsOf(record), byHand)
    for (const { reading, ...version } of listVersionedReadings(record)) {
      versions.put({ ...version, parties: partiesIn(reading) })
      shelf.put(chainsOf(reading, said))
    }
    const chains = shelf.number()
    for (const { incident, keys } of incidentsOf(chains, said, pairs.put)) {
      incidents.put(packIncident(incident))
      chainsOfIncidents.put({ incident: incident.id, keys })
    }
    const keyOf = (chain: number): string => chains.compared(chain).key
    const filling: Filling = {
      *documents() {
        for (const id of chains.documents())
          yield { id, chains: chains.chainsOf(id).map(chains.chain), shingles: chains.shinglesOf(id) }
      },
      *allPairs() {
        for (const { one, other, ...pair } of pairs.pairs()) yield { ...pair, one: keyOf(one), other: keyOf(other) }
      },
      *incidents() {
        for (const json of incidents.inOrder()) yield JSON.parse(json)
      },
      chainsOfIncidents: chainsOfIncidents.items,
      versions: versions.items,
    }
    writeFilling(record, filling, { found, filler: randomUUID(), reconciler })
  } finally {
    for (const file of [shelf, versions, pairs, incidents, chainsOfIncidents]) file.close()
  }
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
  'chain_mentions',
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
  { documents, allPairs, incidents, chainsOfIncidents, versions }: Filling,
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
  const insertVersion = db.prepare<[ReadingVersion]>(
    'INSERT INTO matched_readings (document, id, version) VALUES (@number, @id, @version)',
  )
  return (
    step(found.filler, () => {
      for (const table of TABLES) db.exec(`DELETE FROM ${table}`)
      db.prepare('UPDATE match_store_state SET reconciler = NULL, filler = ?').run(filler)
    }) &&
    inSteps(documents(), ({ id, chains, shingles }) => stored.replaceDocument(id, chains, shingles)) &&
    inSteps(allPairs(), stored.setPair) &&
    inSteps(chainsOfIncidents(), ({ incident, keys }) => stored.setIncident(keys, incident)) &&
    inSteps(versions(), ({ parties = NO_PARTIES, ...version }) => {
      keepParties(version.number, parties)
      insertVersion.run(version)
    }) &&
    step(filler, () => {
      writeIncidents(record, incidents())
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
