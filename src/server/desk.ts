// What every route works with: the record or a collection of it, its index and incidents in memory, and what the caller lends.

import type { Labels } from '../record/incidents/labels.ts'
import type { ChoosePlaces } from '../record/incidents/list.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Scope } from '../record/scope.ts'
import type { FoundPlace } from '../review/find-places.ts'
import type { Incident, Reading, Received } from '../types.ts'
import type { SourceAnswer } from './answers.ts'
import type { LastChanges } from './follow-log.ts'
import type { StatementIndex } from './indexed.ts'
import type { Keep } from './keep.ts'

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
  /** A question of an assistant that may ask, by the Model Context Protocol -> its answer; where it is left out, none is answered. */
  answerAssistant?: (request: Request) => Promise<Response>
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

/** A person's own title for an incident, null for the one made from what is agreed, and its tags. */
export type IncidentNames = Pick<Labels, 'title' | 'tags'>

export interface Desk extends Lent {
  /** What part of the record this is. */
  scope: Scope
  /** The same for a collection; for the whole record if there is no name. Throws where nothing is filed under it. */
  within: (collection: string | undefined) => Desk
  /** Whether the document with this id, which accounts carry, is in that part. */
  holds: (document: string) => boolean
  index: () => StatementIndex
  /** As of the last refresh: what lists show unasked, or all. */
  incidents: (which?: 'listed' | 'all') => readonly Incident[]
  /** All sources, those that speak most first. */
  sources: () => readonly SourceAnswer[]
  /** Whether the incidents are those of the present readings; if not, a refresh begins. */
  incidentsFresh: () => boolean
  /** What people call the incidents, by their ids. */
  labels: () => ReadonlyMap<string, IncidentNames>
  /** Of each kind of change the last. */
  changes: () => LastChanges
  /** Another one where the record's incidents may have changed, in the course of a refresh too. */
  incidentsAt: () => string
  /** Another one where the figures of sources may have changed. */
  basis: () => object
  keep: Keep
  /** Makes what most pages need, step by step, before anybody asks for it. */
  prepare: () => Iterator<unknown>
}
