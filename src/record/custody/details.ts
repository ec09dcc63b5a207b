// What an entry of the log says beside who, when and about what: one type for each kind. schema/log.json is generated from it.

import type { Decision } from '../../review/decision.ts'
import type { Reading, Received } from '../../types.ts'
import type { ApprovalSetting } from '../approval.ts'
import type { Grading, Proposal } from '../decided.ts'
import type { Arrival, Sighting } from './arrival.ts'
import type { Entry } from './log.ts'

export interface Details {
  /** A document came. */
  received: LoggedArrival
  /** It was there before there was a log. */
  found: LoggedStay
  /** It came from another record. */
  imported: LoggedStay & Source & { entries: Entry[] }
  /** The same bytes were seen elsewhere. */
  seen: Omit<Sighting, 'receivedAt'> & Partial<Pick<Sighting, 'receivedAt'> & Source>
  /** The document stood at an address. */
  version: { address: string }
  /** Another reader read it. */
  reread: { before: Reading['reader'] } & Pick<LoggedArrival, 'reader' | 'mediaType' | 'reading'>
  /** A person said otherwise what the document is: its outlet, date, address, title, collection. It was read again with that, if more
   * than its collection changed. */
  describe: { before: Omit<Received, 'bytes'> } & Pick<LoggedArrival, 'given' | 'reader' | 'mediaType' | 'reading'>
  decide: Decision
  grade: Grading
  withdraw: Turned
  restore: Turned
  /** It takes effect once somebody else approves it. */
  propose: Proposal
  approve: Closing
  decline: Closing & { why: string | null }
  /** Whether decisions need somebody else's approval from now on. */
  approval: ApprovalSetting
}

type LoggedArrival = Omit<Arrival, 'given' | 'reader'> & { given: Omit<Received, 'bytes'>; reader: Reading['reader'] }
type LoggedStay = LoggedArrival & { receivedAt: string; sightings: Sighting[] }

interface Source {
  /** Hash of the other log's head. */
  from: string
}

/** A decision was taken back, or stands again. */
interface Turned {
  /** Number of its entry. */
  of: number
  before: Decision | Grading | null
  after: Decision | Grading | null
}

interface Closing {
  /** Number of the proposal's entry. */
  of: number
}
