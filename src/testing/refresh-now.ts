// A record -> its incidents worked out anew, here and now: for servers of tests, where the program starts a process for it.

import { reconcile } from '../reconciling/reconcile.ts'
import { listReadings } from '../record/documents.ts'
import { groupingsOf } from '../record/groupings.ts'
import { areIncidentsFresh, writeIncidents } from '../record/incidents.ts'
import type { OpenRecord } from '../record/open.ts'

export function refreshNow(record: OpenRecord): void {
  if (areIncidentsFresh(record)) return
  const readings = [...listReadings(record)].map((json) => JSON.parse(json))
  writeIncidents(record, reconcile(readings, groupingsOf(record)))
}
