// How far a person has looked through the log: asked for, and set when they say that they have seen everything up to an entry.

import { headOf } from '../custody/log.ts'
import { breakSeal } from '../custody/seal.ts'
import type { OpenRecord } from '../open-record.ts'
import { nameKey } from '../people/people.ts'

export interface Seen {
  /** Number of the last entry that they have seen; 0 if they never looked. */
  log: number
  at: string | null
}

export const seenBy = ({ db }: OpenRecord, who: string): Seen =>
  db.prepare<[string], Seen>('SELECT log, at FROM seen WHERE person = ?').get(nameKey(who)) ?? { log: 0, at: null }

/**
 * Never less than before: two windows may say so in any order.
 * @param at ISO 8601, UTC
 */
export function markSeen(record: OpenRecord, upTo: number, { who, at }: { who: string; at: string }): Seen {
  const mark = record.db.transaction(() => {
    breakSeal(record)
    const log = Math.min(Math.max(upTo, seenBy(record, who).log), headOf(record).number)
    record.db.prepare('INSERT OR REPLACE INTO seen (person, log, at) VALUES (?, ?, ?)').run(nameKey(who), log, at)
    return { log, at }
  })
  return mark.immediate()
}
