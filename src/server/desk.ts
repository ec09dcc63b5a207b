// What every route works with: the record, its index and incidents in memory, and what the caller lends.

import { versionOf } from '../record/browse.ts'
import { areIncidentsFresh } from '../record/incidents/freshness.ts'
import { type ChoosePlaces, type IncidentFilter, listIncidents } from '../record/incidents/list.ts'
import type { OpenRecord } from '../record/open.ts'
import type { FoundPlace } from '../review/find-places.ts'
import type { Incident, Reading, Received } from '../types.ts'
import type { SourceAnswer } from './answers.ts'
import { sourceAnswers } from './heads.ts'
import type { StatementIndex } from './indexed.ts'
import { followRecord } from './statement-index.ts'

/** West, south, east, north, in degrees. */
type Box = readonly [west: number, south: number, east: number, north: number]

/** A place by its name, and by its GeoNames feature code. */
interface Spot {
  name: string
  lat: number
  lon: number
  feature: string
}

/** Reads one document: the pool of the command line is one. */
interface DocumentReader {
  read(received: Received): Promise<{ reading: Reading } | { failure: Error }>
}

/** A document in a file that holds several, or why it is none. */
type Unpacked = { place: string } & ({ received: Received } | { failure: Error })

export interface HowToUnpack {
  /** As people type them: "text=body,date=posted". */
  columns: string | undefined
  /** Is given a word on how a table is read. */
  tell: (place: string, note: string) => void
}

export interface Lent {
  record: OpenRecord
  reader: DocumentReader
  /** The documents in a file; where it is left out, a file is one document. Throws UserError where the columns make no sense. */
  unpack?: (received: Received, how: HowToUnpack) => AsyncIterable<Unpacked>
  /** Begins to refresh the incidents, unless that is under way. */
  refreshIncidents: () => void
  /** ISO 8601, UTC. */
  now: () => string
  /** Largest document taken, in bytes. */
  maxSize: number
  /** The name that decisions carry if the page gives none. */
  user: string
  /** Places by a name, the likeliest first. */
  findPlaces: (name: string) => FoundPlace[]
  /** Those of some places that lie inside what somebody typed: a country, a region, a town. */
  placesInside: (typed: string) => ChoosePlaces
  /** The largest places in a box on the map. */
  placesIn: (box: Box, most: number) => readonly Spot[]
}

export interface Desk extends Lent {
  index: () => StatementIndex
  /** As of the last refresh: what lists show unasked, or all. */
  incidents: (which?: 'listed' | 'all') => readonly Incident[]
  /** All sources, those that speak most first. */
  sources: () => readonly SourceAnswer[]
  /** Whether the incidents are those of the present readings; if not, a refresh begins. */
  incidentsFresh: () => boolean
  /** The result of `make`, made again only after the record has changed. */
  remember: <Made>(key: string, make: () => Made) => Made
}

export function setUpDesk(lent: Lent): Desk {
  const { record, refreshIncidents } = lent
  const remember = remembering(record)
  return {
    ...lent,
    index: followRecord(record),
    incidents: followBoth(record),
    sources: () => remember('sources', () => sourceAnswers(record)),
    incidentsFresh() {
      const fresh = areIncidentsFresh(record)
      if (!fresh) refreshIncidents()
      return fresh
    },
    remember,
  }
}

function followBoth(record: OpenRecord): Desk['incidents'] {
  const [listed, all] = [followIncidents(record, { substantial: true }), followIncidents(record, {})]
  return (which = 'listed') => (which === 'all' ? all() : listed())
}

/** During a refresh, the last ones stay: reading them all is what takes longest. */
function followIncidents(record: OpenRecord, filter: IncidentFilter): () => readonly Incident[] {
  let incidents: Incident[] | null = null
  let version = ''
  return () => {
    const now = versionOf(record)
    if (incidents && (now === version || !areIncidentsFresh(record))) return incidents
    version = now
    incidents = [...listIncidents(record, filter)]
    return incidents
  }
}

function remembering(record: OpenRecord): Desk['remember'] {
  const kept = new Map<string, unknown>()
  let version = ''
  return <Made>(key: string, make: () => Made): Made => {
    const now = versionOf(record)
    if (now !== version) kept.clear()
    version = now
    if (!kept.has(key)) kept.set(key, make())
    return kept.get(key) as Made
  }
}
