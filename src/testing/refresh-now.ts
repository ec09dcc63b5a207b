// A record -> its incidents refreshed, here and now: for servers of tests, where the program starts a process for it.

import { areIncidentsFresh } from '../record/incidents/freshness.ts'
import { refreshIncidents } from '../record/incidents/refresh.ts'
import type { OpenRecord } from '../record/open.ts'

export function refreshNow(record: OpenRecord): void {
  if (!areIncidentsFresh(record)) refreshIncidents(record)
}
