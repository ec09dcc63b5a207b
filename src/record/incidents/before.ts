// What was known of an incident before the newest documents came: the incidents of its older documents by themselves, with what people
// decided about them. Their ids may differ from the present one.

import { reconcile } from '../../reconciling/reconcile.ts'
import type { Incident } from '../../types.ts'
import { readingsWithIds } from '../documents.ts'
import type { OpenRecord } from '../open-record.ts'
import { saidOfMentions } from './groupings.ts'
import { sayingsOf } from './parties.ts'

/** @param newest ids of documents */
export function openBefore(record: OpenRecord, newest: readonly string[]): (incident: Incident) => Incident[] {
  const isNew = new Set(newest)
  const { groupings, byHand } = saidOfMentions(record)
  const sayings = sayingsOf(record)
  return ({ accounts }) => {
    const older = accounts.map(({ document }) => document).filter((document) => !isNew.has(document))
    if (older.length === 0) return []
    return reconcile(readingsWithIds(record, [...new Set(older)]), groupings, sayings, byHand)
  }
}
