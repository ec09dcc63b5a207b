// The record's setting: whether a decision takes effect only once somebody else approves it. It is an entry of the log like all that people say.

import { appendEntry, type Entry } from './custody/log.ts'
import type { By } from './decided.ts'
import type { OpenRecord } from './open-record.ts'

export interface ApprovalSetting {
  before: boolean
  after: boolean
}

/** What its entries are about. */
export const DECISIONS = 'decisions'

export function needsApproval({ db }: OpenRecord): boolean {
  const last = db
    .prepare<[], Pick<Entry, 'detail'>>("SELECT detail FROM log WHERE what = 'approval' ORDER BY number DESC LIMIT 1")
    .get()
  return last !== undefined && JSON.parse(last.detail).after === true
}

/** False if it is so already. What waits goes on waiting. */
export function setApproval(record: OpenRecord, after: boolean, by: By): boolean {
  const set = record.db.transaction(() => {
    const before = needsApproval(record)
    if (before === after) return false
    const detail: ApprovalSetting = { before, after }
    appendEntry(record, { ...by, what: 'approval', about: DECISIONS, detail })
    return true
  })
  return set.immediate()
}
