// The record -> which of its readings are of a text that the bytes of the document do not hold, or of one that cannot be checked.

import { isDeepStrictEqual } from 'node:util'
import { documentsNotReadBy, ownReadingOf, receivedOf } from '../../record/documents.ts'
import type { OpenRecord } from '../../record/open.ts'
import type { Reading, Received } from '../../types.ts'
import { inOrder, type Room } from './in-order.ts'
import type { Reader } from './reader.ts'

export interface ForeignText {
  sha256: string
  /** Who read it: another reader may have taken another text from the same bytes. */
  byPresentReader: boolean
  /** Why none can be taken out of the bytes; null where another one is. */
  failure: string | null
}

interface Stored {
  received: Received
  reading: Reading
}

/** In the order of arrival. */
export async function* findForeignTexts(record: OpenRecord, reader: Reader, room: Room): AsyncGenerator<ForeignText> {
  const stored = storedDocuments(record)
  const sizeOf = ({ received }: Stored) => received.bytes.length
  for await (const { item, result } of inOrder(stored, ({ received }) => reader.textOf(received), sizeOf, room)) {
    const { document, reader: readBy } = item.reading
    if ('text' in result && result.text === document.text) continue
    const byPresentReader = isDeepStrictEqual(readBy, await reader.identity())
    yield { sha256: document.sha256, byPresentReader, failure: 'failure' in result ? result.failure.message : null }
  }
}

async function* storedDocuments(record: OpenRecord): AsyncGenerator<Stored> {
  for (const { number } of documentsNotReadBy(record))
    yield { received: receivedOf(record, number), reading: ownReadingOf(record, number) }
}
