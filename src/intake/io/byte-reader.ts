// A stream of bytes -> the same by lines and by lengths, holding no more than what was asked for.

export interface ByteReader {
  /** Up to and with the line feed; null at the end. Longer than `most` it comes in pieces. */
  line(most: number): Promise<Uint8Array | null>
  /** Fewer where the stream ends before. */
  take(length: number): Promise<Uint8Array>
  /** Gives bytes back, to be read next. */
  unread(bytes: Uint8Array): void
  /** Fails where the stream did: asked at its end, so that what came before is read. */
  end(): void
}

export function readBytes(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const source = chunks[Symbol.asyncIterator]()
  let held: Uint8Array<ArrayBufferLike> = new Uint8Array()
  let ended = false
  let failure: { error: unknown } | null = null
  const fill = async (): Promise<Uint8Array | null> => {
    if (ended) return null
    try {
      const { value, done } = await source.next()
      ended = done === true
      return ended ? null : value
    } catch (error) {
      failure = { error }
      ended = true
      return null
    }
  }
  const split = (at: number): Uint8Array => {
    const first = held.subarray(0, at)
    held = held.subarray(at)
    return first
  }
  return {
    async line(most) {
      for (let from = 0; ; ) {
        const end = held.subarray(0, most).indexOf(0x0a, from)
        if (end >= 0) return split(end + 1)
        if (held.length >= most) return split(most)
        from = held.length
        const more = await fill()
        if (more === null) return held.length === 0 ? null : split(held.length)
        held = Buffer.concat([held, more])
      }
    },
    async take(length) {
      const parts: Uint8Array[] = []
      let missing = length
      for (;;) {
        const part = split(Math.min(missing, held.length))
        if (part.length > 0) parts.push(part)
        missing -= part.length
        if (missing === 0) break
        const more = await fill()
        if (more === null) break
        held = more
      }
      return parts.length === 1 ? parts[0] : Buffer.concat(parts)
    },
    end() {
      if (failure) throw failure.error
    },
    unread(bytes) {
      const { buffer, byteOffset } = bytes
      // Copied once for each record, a chunk of many records would cost the square of its length.
      held =
        buffer === held.buffer && byteOffset + bytes.length === held.byteOffset
          ? new Uint8Array(buffer, byteOffset, bytes.length + held.length)
          : Buffer.concat([bytes, held])
    },
  }
}
