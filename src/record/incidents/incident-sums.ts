// The record's incidents, or those that a filter leaves -> what they are in numbers, from the columns of their rows.

import type { OpenRecord } from '../open-record.ts'
import { conditions, countAccounts, type IncidentFilter } from './list.ts'

export interface IncidentSums {
  total: number
  accounts: number
  /** Of these, how many are of documents outside the collection. */
  outside: number
  /** Those of which all accounts rest on one source, and that one has no name. */
  oneUnnamed: number
  /** How many there are of each category that began on each day; null where no day is known. */
  begun: { type: string; start: string | null; count: number }[]
}

export function incidentSums(record: OpenRecord, filter: IncidentFilter): IncidentSums {
  const { where, values } = conditions(record, filter)
  const begun = record.db
    .prepare<(string | number)[], IncidentSums['begun'][number] & { oneUnnamed: number }>(
      `SELECT type, start, count(*) AS count, sum(origins = 1 AND unnamed) AS oneUnnamed
       FROM incidents ${where} GROUP BY type, start`,
    )
    .all(...values)
  return {
    total: begun.reduce((sum, { count }) => sum + count, 0),
    ...countAccounts(record, filter),
    oneUnnamed: begun.reduce((sum, { oneUnnamed }) => sum + oneUnnamed, 0),
    begun: begun.map(({ type, start, count }) => ({ type, start, count })),
  }
}
