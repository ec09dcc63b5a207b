// A stream of bytes -> one Received per line, or a failure with the line's number. Holds one line at a time.

import type { Container, Incoming } from '../container.ts'
import { NDJSON } from '../media-type.ts'
import { isBlank, splitLines, tooLong } from './lines.ts'

/** As a file in an archive. */
export const ndjson: Container = {
  name: 'NDJSON',
  matches: (_, { known }) => known.mediaType === NDJSON,
  async *parts({ chunks, origin }, { maxSize }) {
    for await (const item of readNdjson(chunks, origin, maxSize)) {
      if ('received' in item) yield { itself: item.received.bytes }
      else yield { name: item.place.slice(origin.length + 2), failure: item.failure }
    }
  },
}

/**
 * The bytes of a document are its line's, without the line end. The origin leaves the line's number out, so that a
 * line reads the same wherever an engine that splits the stream puts it.
 * @param maxSize longest line taken, in bytes; a longer one is passed over, never held
 */
export async function* readNdjson(
  chunks: AsyncIterable<Uint8Array>,
  origin: string,
  maxSize: number,
): AsyncGenerator<Incoming> {
  for await (const { number, bytes, size } of splitLines(chunks, maxSize)) {
    const place = `${origin}, line ${number}`
    if (bytes === null) {
      yield { place, size, failure: tooLong(size, maxSize) }
    } else if (!isBlank(bytes)) {
      yield { place, size, received: { bytes, origin, mediaType: NDJSON } }
    }
  }
}
