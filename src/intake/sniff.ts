// Bytes -> what they are, where they are no text: told from the bytes, never from a file's name.

import { latin1 } from './text/latin1.ts'

const SIGNATURES: readonly [bytes: readonly number[], name: string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz archive'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG image'],
  [[0xff, 0xd8, 0xff], 'a JPEG image'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF image'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x4d, 0x5a, 0x90], 'a program'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office file'],
  [[0x21, 0x42, 0x44, 0x4e], 'an Outlook mailbox (PST or OST)'],
  [[0x49, 0x44, 0x33], 'a sound file (MP3)'],
  [[0x4f, 0x67, 0x67, 0x53], 'a sound file (Ogg)'],
  [[0x66, 0x4c, 0x61, 0x43], 'a sound file (FLAC)'],
  [[0x1a, 0x45, 0xdf, 0xa3], 'a video (WebM or Matroska)'],
  [[0x49, 0x49, 0x2a, 0x00], 'a TIFF image'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive'],
  [[0x62, 0x70, 0x6c, 0x69, 0x73, 0x74, 0x30], 'a binary property list (Apple)'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], 'an SQLite database'],
]

const RIFF: ReadonlyMap<string, string> = new Map([
  ['WEBP', 'a WebP image'],
  ['WAVE', 'a sound file (WAV)'],
  ['AVI ', 'a video (AVI)'],
])

/** So many stretches of a file, from its beginning to its end, are looked at for control characters, each of so many bytes. */
const STRETCHES = 16
const STRETCH = 4096
/** Share of control characters above which bytes are no text: prose has next to none. */
const CONTROL_SHARE = 0.05

/** A name for bytes that cannot be text, null for those that can. */
export function nameBinary(bytes: Uint8Array): string | null {
  for (const [signature, name] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) return name
  }
  // Of MP4 and its like, the mark comes after a length, and what it is after the mark; so it is of WebP, WAV and AVI.
  if (latin1(bytes.subarray(4, 8)) === 'ftyp')
    return /^(?:hei|hev|mif1|msf1|avif|avis)/.test(latin1(bytes.subarray(8, 12)))
      ? 'an image (HEIC or AVIF)'
      : 'a video or sound file (MP4)'
  if (latin1(bytes.subarray(0, 4)) === 'RIFF') return RIFF.get(latin1(bytes.subarray(8, 12))) ?? 'a RIFF file'
  if (latin1(bytes.subarray(257, 262)) === 'ustar') return 'a tar archive'
  if (isOwnerFile(bytes)) return 'the owner file of an open Word or Excel document'
  if (utf16Of(bytes.subarray(0, STRETCH))) return null
  let [control, looked] = [0, 0]
  // A model's weights begin with the names of its parts: the head alone does not tell.
  const step = Math.max(STRETCH, Math.floor(bytes.length / STRETCHES))
  for (let from = 0; from < bytes.length; from += step)
    for (const byte of bytes.subarray(from, from + STRETCH)) {
      looked++
      if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) control++
    }
  return control / looked > CONTROL_SHARE ? 'a binary file' : null
}

/** "~$report.docx": the length of a name, the name, and nothing else but the same in UTF-16. */
function isOwnerFile(bytes: Uint8Array): boolean {
  const [length] = bytes
  if (!OWNER_FILE.has(bytes.length) || length === 0 || length > OWNER_NAME) return false
  const rest = bytes.subarray(1 + length, 1 + OWNER_NAME)
  return bytes.subarray(1, 1 + length).every((byte) => byte >= 32) && rest.every((byte) => byte === 0 || byte === 32)
}

/** Sizes in bytes: of Word's, of Excel's. */
const OWNER_FILE: ReadonlySet<number> = new Set([162, 165])
/** In bytes: the room for the name. */
const OWNER_NAME = 53

/** UTF-16 by its mark, or by what its bytes read as. */
export function utf16Of(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const looked = bytes.subarray(0, HEAD_OF_UTF16)
  // Every space, digit and line end of UTF-16 has a zero byte; text in anything else has none.
  if (!looked.includes(0)) return null
  return UTF16.find((encoding) => readsAsText(new TextDecoder(encoding).decode(looked))) ?? null
}

type Utf16 = 'utf-16le' | 'utf-16be'

const UTF16: readonly Utf16[] = ['utf-16le', 'utf-16be']
/** Bytes, an even number. */
const HEAD_OF_UTF16 = 2048

/** Nearly all letters, spaces, digits and marks, and ASCII among them: the bytes of ASCII text in pairs have no spaces. */
function readsAsText(text: string): boolean {
  const plain = text.match(/[\p{L}\p{M}\p{N}\p{P}\p{Sm}\p{Sc}\s]/gu)?.length ?? 0
  const ascii = text.match(/[\t\n\r -~]/g)?.length ?? 0
  return plain > 0.9 * text.length && ascii > 0.05 * text.length
}
