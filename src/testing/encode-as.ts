// Text -> its bytes in a single-byte encoding: for tests, since the platform only decodes.

import { leniently } from '../intake/text/single-byte.ts'

/** Throws where the encoding lacks a character. */
export function encodeAs(encoding: string, text: string): Uint8Array {
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [leniently(encoding, Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, (character) => {
    const byte = byteOf.get(character)
    if (byte === undefined) throw new Error(`${encoding} has no "${character}"`)
    return byte
  })
}

/** @param mark with the byte order mark before it */
export function encodeUtf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
