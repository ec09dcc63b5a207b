// A record -> its incidents brought up to date, here and now: for servers of tests, where the program starts a process for it.

import { bringUpToDate } from '../cli/run/bring-up-to-date.ts'
import { areIncidentsFresh } from '../record/incidents/incidents.ts'
import type { OpenRecord } from '../record/open.ts'

export function refreshNow(record: OpenRecord): void {
  if (!areIncidentsFresh(record)) bringUpToDate(record, 'tests')
}
