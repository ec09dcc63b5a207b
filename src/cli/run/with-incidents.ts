// Opens the record and sees to it that its incidents are those of the readings in it, then hands it over.

import type { OpenRecord } from '../../record/open.ts'
import { bringUpToDate, isUpToDate } from './bring-up-to-date.ts'
import { reconcilerVersion } from './reconciler-version.ts'
import { withRecord } from './with-record.ts'

export async function withIncidents<T>(path: string, use: (record: OpenRecord) => T | Promise<T>): Promise<T> {
  const reconciler = reconcilerVersion()
  const fresh = await withRecord(path, 'read', (record) => isUpToDate(record, reconciler))
  if (!fresh) await withRecord(path, 'write', (record) => bringUpToDate(record, reconciler))
  return withRecord(path, 'read', use)
}

/** Of a record that is open for writing. */
export const refreshIncidents = (record: OpenRecord): void => bringUpToDate(record, reconcilerVersion())
