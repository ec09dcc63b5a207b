// An XML file of many like elements (entries of a feed, items of a message) -> the bytes of each, as they came, uncounted and unparsed.

import { utf16Of } from '../sniff.ts'

export interface Slices {
  /** What stands before the first. */
  before: Uint8Array
  slices: { bytes: Uint8Array /** False where the file breaks off in it. */; whole: boolean }[]
}

/** @param names of the elements, without prefixes; one inside another is part of it */
export function sliceElements(file: Uint8Array, names: string): Slices {
  const encoding = utf16Of(file)
  const bytes = encoding === null ? file : Buffer.from(new TextDecoder(encoding).decode(file))
  // One character a byte, so that places in the one are places in the other.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const slices: Slices['slices'] = []
  const mark = new RegExp(`<(?:!\\[CDATA\\[|!--|(/?)((?:[\\w-]{1,40}:)?(?:${names}))(?=[\\s/>]))`, 'g')
  let first = text.length
  let start = -1
  let name = ''
  let depth = 0
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [found, slash, tag] = match
    if (tag === undefined) {
      const end = text.indexOf(found === '<!--' ? '-->' : ']]>', mark.lastIndex)
      if (end < 0) break
      mark.lastIndex = end
    } else if (start < 0 && slash === '') {
      if (slices.length === 0) first = match.index
      start = match.index
      name = tag
      depth = 1
    } else if (tag === name) {
      depth += slash === '' ? 1 : -1
      if (depth > 0) continue
      const end = text.indexOf('>', mark.lastIndex)
      if (end < 0) break
      slices.push({ bytes: bytes.subarray(start, end + 1), whole: true })
      mark.lastIndex = end
      start = -1
    }
  }
  if (start >= 0) slices.push({ bytes: bytes.subarray(start), whole: false })
  return { before: bytes.subarray(0, first), slices }
}
