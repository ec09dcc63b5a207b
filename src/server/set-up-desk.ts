// What the caller lends -> the desk: the record's index and incidents in memory, following the record. A decision makes only that anew
// which it may have changed.

import { versionOf } from '../record/browse.ts'
import { areIncidentsFresh, incidentsVersion } from '../record/incidents/freshness.ts'
import { labelsOf } from '../record/incidents/labels.ts'
import type { OpenRecord } from '../record/open.ts'
import { collectionDesk } from './collection-desk.ts'
import type { Desk, IncidentNames, Lent } from './desk.ts'
import { followBasis } from './follow-basis.ts'
import { followIncidents } from './follow-incidents.ts'
import { followLog } from './follow-log.ts'
import { followRecord } from './follow-record.ts'
import { sourceAnswers } from './heads.ts'
import { incidentHeads } from './incident-head.ts'
import { keeping } from './keep.ts'

export function setUpDesk(lent: Lent): Desk {
  const { record, refreshIncidents } = lent
  const version = () => versionOf(record)
  const keep = keeping()
  const namesKept = namesKeeper()
  const changes = followLog(record, version)
  const { index, ahead: indexAhead } = followRecord(record)
  const { incidents, ahead: incidentsAhead } = followIncidents(record, version)
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
    labels: () => keep('labels', [changes().labels, desk.incidentsAt()], () => namesKept(record)),
    changes,
    incidentsAt: () => (areIncidentsFresh(record) ? incidentsVersion(record) : `changing ${version()}`),
    basis,
    incidentsFresh() {
      const fresh = areIncidentsFresh(record)
      if (!fresh) refreshIncidents()
      return fresh
    },
    keep,
    *prepare() {
      while (indexAhead()) yield
      yield void index()
      for (let some = incidentsAhead(); some.length > 0; some = incidentsAhead())
        yield void some.map(incidentHeads(desk))
      yield void incidents()
      desk.sources()
    },
  }
  return desk
}

/** A refresh, or a note, seldom changes what incidents are called: then what was made from their names holds. */
function namesKeeper(): (record: OpenRecord) => ReadonlyMap<string, IncidentNames> {
  let names: ReadonlyMap<string, IncidentNames> = new Map()
  let json = '[]'
  return (record) => {
    const named = [...labelsOf(record)].filter(([, { title, tags }]) => title !== null || tags.length > 0)
    const now = new Map(named.map(([id, { title, tags }]) => [id, { title, tags }]))
    const told = JSON.stringify([...now])
    if (told !== json) [names, json] = [now, told]
    return names
  }
}
