// The record -> whether what it keeps of what stood at addresses is what the log tells of it, in that order.

import type { OpenRecord } from '../open.ts'
import { versionIn } from '../versions.ts'
import { listEntries } from './log.ts'

export function* findChangedVersions(record: OpenRecord): Generator<string> {
  const kept = record.db
    .prepare<[], { address: string; sha256: string; receivedAt: string }>(
      'SELECT address, sha256, v.received_at AS receivedAt FROM versions v JOIN documents d ON d.number = document ORDER BY v.number',
    )
    .all()
  let at = 0
  for (const entry of listEntries(record)) {
    if (entry.what !== 'version') continue
    const logged = versionIn(entry)
    const row = kept[at++]
    if (row?.address !== logged.address || row.sha256 !== logged.sha256 || row.receivedAt !== logged.receivedAt)
      return yield `what stood at ${logged.address} is not what the log says`
  }
  if (at < kept.length) yield `what stood at ${kept[at].address} is not in the log`
}
