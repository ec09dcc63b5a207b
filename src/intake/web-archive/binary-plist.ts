// A binary property list (Apple) -> its entries by the names they go by. Only what is asked for is looked at, so no list can be made to do harm.

export interface BinaryPlist {
  /** The number of its outermost object. */
  top: number
  /** What an object holds under a name: the number of another object. */
  entry(object: number, name: string): number | null
  text(object: number): string | null
  bytes(object: number): Uint8Array | null
}

/** In bytes: what stands at the end of the file and says where everything is. */
const TRAILER = 32
/** More names than an object needs that anybody asks for by name. */
const MAX_NAMES = 1000

const [DATA, ASCII, UTF16, DICTIONARY] = [0x4, 0x5, 0x6, 0xd]

/** Null where the end of it makes no sense: it is cut off. */
export function openPlist(file: Uint8Array): BinaryPlist | null {
  if (file.length < TRAILER) return null
  const number = (at: number, width: number): number => {
    let value = 0
    for (let byte = at; byte < at + width; byte++) value = value * 256 + (file[byte] ?? Number.NaN)
    return value
  }
  const end = file.length - TRAILER
  const [offsetWidth, referenceWidth] = [file[end + 6], file[end + 7]]
  const [objects, top, offsets] = [8, 16, 24].map((at) => number(end + at, 8))
  if (offsetWidth < 1 || offsetWidth > 8 || referenceWidth < 1 || referenceWidth > 8) return null
  if (!(top < objects) || !(offsets + objects * offsetWidth <= end)) return null

  /** Where what it is made of begins, and how many pieces of so many bytes that are; null where it is something else, or not all there. */
  const find = (object: number, kind: number, width: number): { from: number; count: number } | null => {
    if (!(object < objects)) return null
    const at = number(offsets + object * offsetWidth, offsetWidth)
    if (!(at < offsets) || file[at] >> 4 !== kind) return null
    const short = file[at] & 0xf
    // A longer one has its length written after its mark, as an integer object.
    const lengthWidth = short < 0xf ? 0 : 2 ** (file[at + 1] & 0xf)
    if (lengthWidth > 8) return null
    const count = lengthWidth === 0 ? short : number(at + 2, lengthWidth)
    const from = at + 1 + (lengthWidth === 0 ? 0 : 1 + lengthWidth)
    return from + count * width <= offsets ? { from, count } : null
  }
  const text = (object: number): string | null => {
    const ascii = find(object, ASCII, 1)
    if (ascii) return Buffer.from(file.subarray(ascii.from, ascii.from + ascii.count)).toString('latin1')
    const wide = find(object, UTF16, 2)
    return wide && new TextDecoder('utf-16be').decode(file.subarray(wide.from, wide.from + 2 * wide.count))
  }
  return {
    top,
    text,
    bytes(object) {
      const data = find(object, DATA, 1)
      return data && file.subarray(data.from, data.from + data.count)
    },
    entry(object, name) {
      const names = find(object, DICTIONARY, 2 * referenceWidth)
      if (names === null || names.count > MAX_NAMES) return null
      const reference = (index: number): number => number(names.from + index * referenceWidth, referenceWidth)
      for (let index = 0; index < names.count; index++)
        if (text(reference(index)) === name) return reference(names.count + index)
      return null
    },
  }
}
