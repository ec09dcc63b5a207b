// The number of an entry -> what a person is told if it is only a proposal.

import { proposalNumbered } from '../../record/decisions.ts'
import type { OpenRecord } from '../../record/open.ts'

export const waitsAs = (number: number): string =>
  `proposal ${number} waits until somebody else approves it (hearsay proposals --approve ${number})`

/** Null if the entry took effect at once. */
export const waitingAs = (record: OpenRecord, number: number): string | null =>
  proposalNumbered(record, number) ? waitsAs(number) : null
