// What the caller lends -> the desk: the record's index and incidents in memory, following the record. A decision makes only that anew
// which it may have changed.

import { versionOf } from '../record/browse.ts'
import { areIncidentsFresh, incidentsVersion } from '../record/incidents/freshness.ts'
import { labelsOf } from '../record/incidents/labels.ts'
import { collectionDesk } from './collection-desk.ts'
import type { Desk, Lent } from './desk.ts'
import { followBasis } from './follow-basis.ts'
import { followIncidents } from './follow-incidents.ts'
import { followLog } from './follow-log.ts'
import { followRecord } from './follow-record.ts'
import { sourceAnswers } from './heads.ts'
import { keeping } from './keep.ts'

export function setUpDesk(lent: Lent): Desk {
  const { record, refreshIncidents } = lent
  const version = () => versionOf(record)
  const keep = keeping()
  const changes = followLog(record, version)
  const index = followRecord(record)
  const incidents = followIncidents(record, version)
  const basis = followBasis(record, { index, incidents, changes, version })
  const desk: Desk = {
    ...lent,
    scope: {},
    within(collection) {
      if (collection === undefined) return desk
      // Those of before the last document came are let go with all that they hold.
      const desks = keep('collections’ desks', [changes().documents], () => new Map<string, Desk>())
      const part = desks.get(collection) ?? collectionDesk(desk, collection)
      desks.set(collection, part)
      return part
    },
    holds: () => true,
    index,
    incidents,
    sources: () => keep('sources', [basis()], () => sourceAnswers(record)),
    labels: () => keep('labels', [changes().labels, desk.incidentsAt()], () => labelsOf(record)),
    changes,
    incidentsAt: () => (areIncidentsFresh(record) ? incidentsVersion(record) : `changing ${version()}`),
    basis,
    incidentsFresh() {
      const fresh = areIncidentsFresh(record)
      if (!fresh) refreshIncidents()
      return fresh
    },
    keep,
  }
  return desk
}
