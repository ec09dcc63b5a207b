// What every route works with: the record, what is known of it at a glance, and what the outside lends.

import { versionOf } from '../record/browse.ts'
import { areIncidentsFresh } from '../record/incidents/freshness.ts'
import { listIncidents } from '../record/incidents/list.ts'
import type { OpenRecord } from '../record/open.ts'
import type { FoundPlace } from '../review/find-places.ts'
import type { Incident, Reading, Received } from '../types.ts'
import type { StatementIndex } from './indexed.ts'
import { followRecord } from './statement-index.ts'

/** Reads one document: the pool of the command line is one. */
interface DocumentReader {
  read(received: Received): Promise<{ reading: Reading } | { failure: Error }>
}

export interface Lent {
  record: OpenRecord
  reader: DocumentReader
  /** Begins to work the incidents out anew, unless that is under way. */
  refreshIncidents: () => void
  /** ISO 8601, UTC. */
  now: () => string
  /** Largest document taken, in bytes. */
  maxSize: number
  /** Who decides where no name is given. */
  user: string
  /** Places by a name, the likeliest first. */
  findPlaces: (name: string) => FoundPlace[]
}

export interface Desk extends Lent {
  index: () => StatementIndex
  /** As they were worked out last, without what is told in passing. */
  incidents: () => readonly Incident[]
  /** Whether the incidents are those of the readings there are now; where not, that is begun. */
  incidentsFresh: () => boolean
  /** What `make` gives, made anew only when the record has changed. */
  remember: <Made>(key: string, make: () => Made) => Made
}

export function setUpDesk(lent: Lent): Desk {
  const { record, refreshIncidents } = lent
  const remember = remembering(record)
  return {
    ...lent,
    index: followRecord(record),
    incidents: followIncidents(record),
    incidentsFresh() {
      const fresh = areIncidentsFresh(record)
      if (!fresh) refreshIncidents()
      return fresh
    },
    remember,
  }
}

/** While they are worked out anew, the last ones are what there is; reading them all takes longest of all. */
function followIncidents(record: OpenRecord): Desk['incidents'] {
  let incidents: Incident[] | null = null
  let version = ''
  return () => {
    const now = versionOf(record)
    if (incidents && (now === version || !areIncidentsFresh(record))) return incidents
    version = now
    incidents = [...listIncidents(record, { substantial: true })]
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
