// A stream of bytes -> one Received per line, or a failure with the line's number. Holds one line at a time.

import { UserError } from '../../user-error.ts'
import type { Container, Incoming } from '../container.ts'
import { NDJSON } from '../media-type.ts'
import { formatSize } from './size.ts'

const NEWLINE = 0x0a

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
      const failure = new UserError(
        `a line of ${formatSize(size)} is over the limit of ${formatSize(maxSize)} (--max-size)`,
      )
      yield { place, size, failure }
    } else if (!isBlank(bytes)) {
      yield { place, size, received: { bytes, origin, mediaType: NDJSON } }
    }
  }
}

/** `size` counts the line end too; `bytes` is null where the line is longer than `maxSize`. */
interface Line {
  number: number
  bytes: Uint8Array | null
  size: number
}

async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxSize: number): AsyncGenerator<Line> {
  let number = 0
  let parts: Uint8Array[] = []
  let length = 0
  const take = (part: Uint8Array) => {
    length += part.length
    if (length > maxSize) parts = []
    else parts.push(part)
  }
  const finish = (lineEnd: number): Line => {
    number++
    const line = {
      number,
      bytes: length > maxSize ? null : trimLine(Buffer.concat(parts), number),
      size: length + lineEnd,
    }
    parts = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, end))
      start = end + 1
      yield finish(1)
    }
    if (start < chunk.length) take(chunk.subarray(start))
  }
  if (length > 0) yield finish(0)
}

/** Without the carriage return of a Windows line end, and the byte order mark before the first line. */
function trimLine(bytes: Buffer, number: number): Uint8Array {
  const start = number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const end = bytes[bytes.length - 1] === 0x0d ? bytes.length - 1 : bytes.length
  return bytes.subarray(start, end)
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x09)
