// The rich text of an Outlook message, packed in Outlook's own way (MS-OXRTFCP) -> its bytes; null where it is damaged.

const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
const WINDOW = 4096
/** It packs to a sixteenth at best: more is damage. */
const MAX_TIMES = 20

export function unpackRtf(packed: Uint8Array): Uint8Array | null {
  if (packed.length < 16) return null
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const [size, kind] = [view.getUint32(4, true), view.getUint32(8, true)]
  if (kind === 0x414c454d) return packed.subarray(16, 16 + size)
  if (kind !== 0x75465a4c || size > packed.length * MAX_TIMES) return null
  const window = new Uint8Array(WINDOW)
  window.set(Buffer.from(DICTIONARY, 'latin1'))
  const out = new Uint8Array(size)
  let [length, at, from] = [0, DICTIONARY.length, 16]
  const put = (byte: number) => {
    if (length < size) out[length++] = byte
    window[at] = byte
    at = (at + 1) % WINDOW
  }
  while (from < packed.length && length < size) {
    const control = packed[from++]
    for (let bit = 0; bit < 8 && from < packed.length; bit++) {
      if ((control & (1 << bit)) === 0) put(packed[from++])
      else {
        const reference = (packed[from] << 8) | (packed[from + 1] ?? 0)
        from += 2
        const start = reference >> 4
        if (start === at) return out.subarray(0, length)
        for (let count = 0; count < (reference & 15) + 2; count++) put(window[(start + count) % WINDOW])
      }
    }
  }
  return out.subarray(0, length)
}
