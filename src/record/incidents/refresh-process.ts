// The process that refresh-beside.ts starts: the path of a record -> its incidents refreshed.

import { closeRecord, openRecord } from '../open.ts'
import { refreshIncidents } from './refresh.ts'

process.disconnect?.() // it has nothing to say, and nothing to wait for
const record = openRecord(process.argv[2], 'write')
try {
  refreshIncidents(record)
} finally {
  closeRecord(record)
}
