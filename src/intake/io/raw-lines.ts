// A stream of bytes -> its lines, line ends included; what is longer than `LONGEST` comes in pieces, so that memory is bounded.

const NEWLINE = 0x0a
const LONGEST = 1 << 20

export async function* rawLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array()
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const line = chunk.subarray(start, end + 1)
      yield rest.length === 0 ? line : Buffer.concat([rest, line])
      rest = new Uint8Array()
      start = end + 1
    }
    if (start < chunk.length) rest = Buffer.concat([rest, chunk.subarray(start)])
    if (rest.length > LONGEST) {
      yield rest
      rest = new Uint8Array()
    }
  }
  if (rest.length > 0) yield rest
}
