// What the caller lends -> the desk: the record's index and incidents in memory, following the record.

import { versionOf } from '../record/browse.ts'
import { areIncidentsFresh } from '../record/incidents/freshness.ts'
import { listIncidents } from '../record/incidents/list.ts'
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
    incidents: followIncidents(record),
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

/** During a refresh, the last ones stay: reading them all is what takes longest. */
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
