// What stands at an address now -> read, and stored if it says something else than before, in one transaction; it is then news.

import { createHash } from 'node:crypto'
import { readingOf } from '../record/documents.ts'
import type { OpenRecord } from '../record/open.ts'
import { insertVersion, latestVersion, markUnannounced } from '../record/versions.ts'
import { numberOf, writeDocument, writeSighting } from '../record/write.ts'
import type { Reading, Received } from '../types.ts'
import { atOnceInTime } from './at-once.ts'
import { articleTextOf } from './differences.ts'
import { instant, type Watcher } from './watcher.ts'

/**
 * What cannot be read is reported.
 * @param at where it stands (what stood there before is its older version); null if nothing can have stood there
 */
export async function readAndKeep(watcher: Watcher, received: Received, at: string | null): Promise<void> {
  const { record, clock, read, tell } = watcher
  const sha256 = createHash('sha256').update(received.bytes).digest('hex')
  const address = at ?? `${received.origin}#${sha256}`
  const known = numberOf(record, sha256)
  if (known !== null) return seeAgain(record, known, received, address, instant(clock.now()))
  const outcome = await read(received)
  if ('failure' in outcome) return tell(`${received.origin}: ${outcome.failure.message}`)
  const { reading } = outcome
  const before = latestVersion(record, address)
  if (before !== null && saysTheSame(readingOf(record, before), reading)) return // its furniture alone is another
  const now = instant(clock.now())
  await atOnceInTime(record, () => {
    writeDocument(record, received, reading, now)
    const number = numberOf(record, sha256)
    if (number === null) throw new Error(`document ${sha256} was not written`)
    insertVersion(record, address, number, now)
    markUnannounced(record, address)
  })
}

/** Bytes that the record has: of another address, or of this one some time ago. */
async function seeAgain(
  record: OpenRecord,
  document: number,
  { origin, id }: Received,
  address: string,
  now: string,
): Promise<void> {
  const before = latestVersion(record, address)
  if (before === document) return
  const reading = readingOf(record, document)
  await atOnceInTime(record, () => {
    writeSighting(record, document, origin, id ?? reading.document.id, now)
    insertVersion(record, address, document, now)
    if (before !== null && !saysTheSame(readingOf(record, before), reading)) markUnannounced(record, address)
  })
}

const saysTheSame = (one: Reading, other: Reading): boolean => articleTextOf(one) === articleTextOf(other)
