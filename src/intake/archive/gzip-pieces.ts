// A stream of gzip bytes -> the same in pieces, parted wherever something packed may begin.

export interface GzipPiece {
  bytes: Uint8Array
  /** Whether it begins as something packed does; so may what is packed itself, where it holds a gzip file. */
  isHead: boolean
}

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08])
/** The fixed part of a head. */
const HEAD = 10

/** Flags, level and system as the format knows them (RFC 1952). */
const isHead = (bytes: Uint8Array): boolean =>
  (bytes[3] & 0xe0) === 0 && [0, 2, 4].includes(bytes[8]) && (bytes[9] <= 13 || bytes[9] === 255)

/** So much is unpacked at a time: at most a thousand times as much comes of it. */
const LONGEST = 1 << 16

export async function* gzipPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<GzipPiece> {
  let held = Buffer.alloc(0)
  let atHead = false
  function* take(from: number, to: number): Generator<GzipPiece> {
    for (let at = from; at < to; at += LONGEST) {
      yield { bytes: held.subarray(at, Math.min(to, at + LONGEST)), isHead: atHead }
      atHead = false
    }
  }
  for await (const chunk of chunks) {
    held = Buffer.concat([held, chunk])
    let from = 0
    for (let at = held.indexOf(MAGIC); at >= 0 && at + HEAD <= held.length; at = held.indexOf(MAGIC, at + 1)) {
      if (!isHead(held.subarray(at, at + HEAD))) continue
      yield* take(from, at)
      atHead = true
      from = at
    }
    // A head may go on in the next chunk; one that was found is not looked for again.
    const to = Math.max(from + (atHead ? 1 : 0), held.length - HEAD + 1)
    yield* take(from, Math.min(to, held.length))
    held = held.subarray(Math.min(to, held.length))
  }
  yield* take(0, held.length)
}
