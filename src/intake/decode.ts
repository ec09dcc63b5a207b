// Bytes -> text: by mark, then as UTF-8, then by what was declared, then by statistics; never a guess passed over in silence.

import chardet from 'chardet'
import type { Warning } from '../types.ts'
import { utf16Of } from './sniff.ts'

export interface Decoded {
  text: string
  encoding: string
  warnings: Warning[]
}

/** Share of the non-ASCII bytes that must form UTF-8 for a file to count as damaged UTF-8 rather than something else. */
const MOSTLY_UTF8 = 0.9

/**
 * @param declared encoding by the HTTP header or the page's own meta element: believed after UTF-8 was ruled out,
 * since pages that are UTF-8 often declare something else and nothing else passes for UTF-8 by accident
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const utf16 = utf16Of(bytes)
  if (utf16) return decodeUtf16(bytes, utf16)
  const utf8 = strictly('utf-8', bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', warnings: [] }
  const { share, firstBad } = utf8Share(bytes)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  if (marked || share >= MOSTLY_UTF8) return damagedUtf8(bytes, firstBad)
  for (const encoding of [declared, ...guesses(bytes), 'windows-1252']) {
    const text = encoding === undefined ? null : strictly(encoding, bytes)
    if (text === null || encoding === undefined) continue
    const warnings = encoding === declared ? [] : [guessed(encoding)]
    return { text, encoding, warnings }
  }
  return damagedUtf8(bytes, firstBad)
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // C1 controls are what a windows page read as ISO 8859 leaves behind; no text has them.
    return /[\u0080-\u009f]/.test(text) && encoding !== 'utf-8' ? null : text
  } catch {
    return null // an encoding this Node does not know, or bytes that it does not have
  }
}

/** chardet's ranking, less UTF-8, which was ruled out, and the multi-byte ones that it offers for anything. */
function guesses(bytes: Uint8Array): string[] {
  return chardet
    .analyse(bytes.subarray(0, 1 << 20))
    .filter(({ name, confidence }) => name !== 'UTF-8' && confidence >= 10)
    .map(({ name }) => name.toLowerCase())
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  const warnings: Warning[] = []
  if (bytes.length % 2 === 1 || /[\ud800-\udbff]?\ufffd$/.test(text)) {
    warnings.push({
      code: 'damaged-encoding',
      message: `the UTF-16 text is cut off in the middle of a character, at byte ${bytes.length}`,
    })
  } else if (text.includes('\ufffd') && strictly(encoding, bytes) === null) {
    warnings.push({
      code: 'damaged-encoding',
      message: 'the UTF-16 text has halves of characters; they were replaced by U+FFFD',
    })
  }
  return { text, encoding, warnings }
}

function damagedUtf8(bytes: Uint8Array, firstBad: number): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes)
  const message = `invalid UTF-8 at byte ${firstBad}; what could not be decoded was replaced by U+FFFD`
  return { text, encoding: 'utf-8', warnings: [{ code: 'damaged-encoding', message }] }
}

const guessed = (encoding: string): Warning => ({
  code: 'guessed-encoding',
  message: `the encoding is not stated; the bytes read best as ${encoding}`,
})

/** How many of the bytes above 127 stand in well-formed UTF-8 sequences, and where the first other one is. */
function utf8Share(bytes: Uint8Array): { share: number; firstBad: number } {
  let good = 0
  let bad = 0
  let firstBad = -1
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]
    if (lead < 0x80) {
      i++
      continue
    }
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
    let follow = 1
    while (follow < length && (bytes[i + follow] & 0xc0) === 0x80) follow++
    if (length > 0 && lead < 0xf5 && follow === length) good += length
    else {
      if (firstBad < 0) firstBad = i
      bad++
      follow = 1
    }
    i += follow
  }
  return { share: good + bad === 0 ? 1 : good / (good + bad), firstBad }
}
