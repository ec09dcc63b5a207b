// What the caller lends -> the desk: the record's index and incidents in memory, following the record.

import { versionOf } from '../record/browse.ts'
import { areIncidentsFresh } from '../record/incidents/freshness.ts'
import { type IncidentFilter, listIncidents } from '../record/incidents/list.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Incident } from '../types.ts'
import { collectionDesk } from './collection-desk.ts'
import type { Desk, Lent } from './desk.ts'
import { sourceAnswers } from './heads.ts'
import { followRecord } from './statement-index.ts'

export function setUpDesk(lent: Lent): Desk {
  const { record, refreshIncidents } = lent
  const remember = remembering(record)
  const desk: Desk = {
    ...lent,
    scope: {},
    within: (collection) =>
      collection === undefined ? desk : remember(`collection ${collection}`, () => collectionDesk(desk, collection)),
    holds: () => true,
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
  return desk
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
