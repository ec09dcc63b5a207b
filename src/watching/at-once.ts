// Writes of a watcher -> one transaction, as soon as others let it write.

import { atOnce, type OpenRecord } from '../record/open.ts'
import { patiently } from '../record/patience.ts'

export const atOnceInTime = (record: OpenRecord, write: () => void): Promise<void> =>
  patiently(record, () => atOnce(record, write))
