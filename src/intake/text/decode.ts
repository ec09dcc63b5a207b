// Bytes -> text: by mark, then as UTF-8, then by what was declared, then by how it reads; no guess is passed over in silence.

import type { Warning } from '../../types.ts'
import { utf16Of } from '../sniff.ts'
import {
  type Guess,
  guessEncodings,
  leniently,
  senseOf,
  strictly,
  windowsOf,
  wordsWithHighBytes,
} from './single-byte.ts'

export interface Decoded {
  text: string
  encoding: string
  warnings: Warning[]
}

/** Share of the bytes above 127 that must form UTF-8 for a file to be damaged UTF-8: in anything else hardly any do. */
const MOSTLY_UTF8 = 0.5
/** How much better than what was declared another encoding has to read, and over how many letters at least. */
const CLEARLY_BETTER = 0.5
const ENOUGH_LETTERS = 8
/** Encodings in which all bytes are those of ASCII: only what is declared tells them from it. */
const OF_ASCII_BYTES = /^(?:iso-2022-jp|csiso2022jp)$/

/**
 * @param declared encoding by the HTTP header or the page's own meta element: believed after UTF-8 was ruled out,
 * since pages that are UTF-8 often declare something else and nothing else passes for UTF-8 by accident
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const utf16 = utf16Of(bytes)
  if (utf16) return decodeUtf16(bytes, utf16)
  if (OF_ASCII_BYTES.test(declared ?? '') && bytes.includes(ESCAPE))
    return { text: leniently('iso-2022-jp', bytes), encoding: 'iso-2022-jp', warnings: [] }
  const utf8 = strictly('utf-8', bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', warnings: twiceEncoded(utf8) }
  const { share, firstBad } = utf8Share(bytes)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  if (marked || share >= MOSTLY_UTF8) return damagedUtf8(bytes, firstBad)
  return decodeOther(bytes, declared === undefined || /^(?:utf|unicode)/.test(declared) ? undefined : declared)
}

const ESCAPE = 0x1b

/** "Ã¼" for ü, "â€œ" for “: what UTF-8 looks like where somebody took it for something else, and wrote that as UTF-8. */
const TWICE = /[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]|â(?:€|\u0080)[\u0090-\u00bf‘’“”•–—˜™š›œž¦]/g
/** One may be a capital letter before a mark. */
const FEWEST_TWICE = 2

function twiceEncoded(text: string): Warning[] {
  const found = text.match(TWICE)
  if (found === null || found.length < FEWEST_TWICE) return []
  const message = `signs such as "${found[0]}" show that its text was encoded twice before it came here; it is kept as it is`
  return [{ code: 'twice-encoded', message }]
}

/** What is declared holds, unless the bytes cannot be it: they have no meaning in it, or make no words where another makes many. */
function decodeOther(bytes: Uint8Array, declared: string | undefined): Decoded {
  const words = wordsWithHighBytes(bytes)
  const guesses = guessEncodings(bytes).filter(({ encoding }) => strictly(encoding, bytes) !== null)
  const stated = declared === undefined ? [] : [declared, windowsOf(declared)]
  const best = guesses[0]
  for (const encoding of stated) {
    const text = strictly(encoding, bytes)
    if (text === null) continue
    const { score, letters } = senseOf(encoding, words)
    if (best && letters >= ENOUGH_LETTERS && best.score > score + CLEARLY_BETTER) break
    return { text, encoding, warnings: [] }
  }
  if (!best) return damaged(bytes, declared ?? 'windows-1252')
  const text = strictly(best.encoding, bytes) ?? leniently(best.encoding, bytes)
  return { text, encoding: best.encoding, warnings: [guessed(best, declared)] }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  const warnings: Warning[] = []
  const isWhole = strictly(encoding, bytes) !== null
  const isCut =
    !isWhole && strictly(encoding, bytes.subarray(0, bytes.length - (bytes.length % 2 === 1 ? 1 : 2))) !== null
  if (isCut) {
    const message = `the UTF-16 text is cut off in the middle of a character, at byte ${bytes.length}`
    warnings.push({ code: 'damaged-encoding', message })
  } else if (!isWhole) {
    const message = 'the UTF-16 text has halves of characters; they were replaced by U+FFFD'
    warnings.push({ code: 'damaged-encoding', message })
  }
  return { text, encoding, warnings }
}

function damagedUtf8(bytes: Uint8Array, firstBad: number): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes)
  const message = `invalid UTF-8 at byte ${firstBad}; what could not be decoded was replaced by U+FFFD`
  return { text, encoding: 'utf-8', warnings: [{ code: 'damaged-encoding', message }] }
}

function damaged(bytes: Uint8Array, encoding: string): Decoded {
  const message = `no encoding fits all of the bytes; read as ${encoding}, with U+FFFD for what could not be decoded`
  return { text: leniently(encoding, bytes), encoding, warnings: [{ code: 'damaged-encoding', message }] }
}

function guessed({ encoding, score }: Guess, declared: string | undefined): Warning {
  if (score < 0) {
    return {
      code: 'doubtful-encoding',
      message: `the bytes read well in no known encoding; they were taken for ${encoding}`,
    }
  }
  const message =
    declared === undefined
      ? `the encoding is not stated; the bytes read best as ${encoding}`
      : `the encoding is stated as ${declared}, but the bytes read better as ${encoding}`
  return { code: 'guessed-encoding', message }
}

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
    const length =
      lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0
    let follow = 1
    while (follow < length && (bytes[i + follow] & 0xc0) === 0x80) follow++
    if (length > 0 && follow === length) good += length
    else {
      if (firstBad < 0) firstBad = i
      bad++
      follow = 1
    }
    i += follow
  }
  return { share: good + bad === 0 ? 1 : good / (good + bad), firstBad }
}
