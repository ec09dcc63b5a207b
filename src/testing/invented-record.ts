// A number -> a record of as many invented reports, with their incidents, in a folder that is gone after the tests of the file.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { reconcile } from '../reconciling/reconcile.ts'
import { writeIncidents } from '../record/incidents/store.ts'
import { closeRecord, type OpenRecord, openRecord } from '../record/open.ts'
import { writeDocument } from '../record/write.ts'
import type { Reading } from '../types.ts'
import { scratchFolder } from './hearsay.ts'
import { inventReadings } from './invented-readings.ts'

export function inventRecord(count: number, change?: (reading: Reading) => Reading): OpenRecord {
  return inventAt(join(scratchFolder(), 'invented.db'), count, change)
}

/** In a file that stays. */
export const inventRecordAt = (path: string, count: number): void => closeRecord(inventAt(path, count))

function inventAt(path: string, count: number, change = (reading: Reading): Reading => reading): OpenRecord {
  const record = openRecord(path, 'create')
  const readings = Array.from(inventReadings(count), ({ reading }) => change(withHash(reading)))
  record.db.transaction(() => {
    for (const reading of readings) {
      const { text, origin } = reading.document
      writeDocument(record, { bytes: new TextEncoder().encode(text), origin }, reading, '2024-05-01T12:00:00.000Z')
    }
  })()
  writeIncidents(record, reconcile(readings))
  return record
}

const withHash = (reading: Reading): Reading => ({
  ...reading,
  document: { ...reading.document, sha256: createHash('sha256').update(reading.document.id).digest('hex') },
})
