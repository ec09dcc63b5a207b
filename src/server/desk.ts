// What every route works with: the record, what is known of it at a glance, and what the outside lends.

import { versionOf } from '../record/browse.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Reading, Received } from '../types.ts'
import type { Incident, IncidentsOf } from './incident.ts'
import { followRecord, type StatementIndex } from './statement-index.ts'

/** Reads one document: the pool of the command line is one. */
interface DocumentReader {
  read(received: Received): Promise<{ reading: Reading } | { failure: Error }>
}

export interface Lent {
  record: OpenRecord
  reader: DocumentReader
  /** Null where this program reconciles nothing. */
  incidentsOf: IncidentsOf | null
  /** ISO 8601, UTC. */
  now: () => string
  /** Largest document taken, in bytes. */
  maxSize: number
}

export interface Desk extends Lent {
  index: () => StatementIndex
  incidents: () => readonly Incident[]
  /** What `make` gives, made anew only when the record has changed. */
  remember: <Made>(key: string, make: () => Made) => Made
}

export function setUpDesk(lent: Lent): Desk {
  const { record, incidentsOf } = lent
  const remember = remembering(record)
  return {
    ...lent,
    index: followRecord(record),
    incidents: () => remember('incidents', () => incidentsOf?.(record) ?? []),
    remember,
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
