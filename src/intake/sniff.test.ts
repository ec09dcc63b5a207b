import { describe, expect, it } from 'vitest'
import { encodeAs, encodeUtf16 } from '../testing/encode-as.ts'
import { nameBinary, utf16Of } from './sniff.ts'

const OWNER = 'the owner file of an open Word or Excel document'
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1')

describe('bytes that are no text have a name', () => {
  it.each([
    [bytesOf('%PDF-1.7\n'), 'a PDF'],
    [bytesOf('PK\x03\x04 word/document.xml'), 'a ZIP archive'],
    [bytesOf('\x1f\x8b\x08\0'), 'a gzip archive'],
    [bytesOf('\x89PNG\r\n'), 'a PNG image'],
    [bytesOf('\xff\xd8\xff\xe0'), 'a JPEG image'],
    [bytesOf('SQLite format 3\0'), 'an SQLite database'],
    [bytesOf('bplist00\xd0\b'), 'a binary property list (Apple)'],
    [bytesOf(`\x04Rosa${'\0'.repeat(157)}`), OWNER],
    [bytesOf(`\x04Rosa${' '.repeat(49)}\x04\0R\0o\0s\0a\0${' \0'.repeat(50)}\0`), OWNER],
    [bytesOf(`\x04Rosa${'x'.repeat(20)}${'\0'.repeat(137)}`), 'a binary file'],
    [bytesOf(`\x04Rosa${'\0'.repeat(158)}`), 'a binary file'],
    [Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256), 'a binary file'],
    [new Uint8Array(100), 'a binary file'],
    [Buffer.concat([Buffer.from('layer.weight '.repeat(9000)), new Uint8Array(400_000)]), 'a binary file'],
  ])('%s', (bytes, name) => {
    expect(nameBinary(bytes)).toBe(name)
  })
})

describe('text has none', () => {
  it.each<[Uint8Array, string]>([
    [bytesOf('PDF files begin with %PDF.'), 'mentions a signature'],
    [bytesOf('GIF is a format'), 'begins like one'],
    [bytesOf('A line\r\nwith\ttabs\fand a form feed'), 'white space'],
    [bytesOf(`${'word '.repeat(20)}\0${'word '.repeat(20)}`), 'a stray zero byte'],
    [Buffer.from('Министр заявил'), 'UTF-8'],
    [encodeAs('koi8-r', 'Министр заявил'), 'bytes above 127'],
    [encodeUtf16('Министр заявил, что всё', 'be', false), 'UTF-16 without a mark'],
  ])('%s (%s)', (bytes) => {
    expect(nameBinary(bytes)).toBeNull()
  })
})

describe('UTF-16 is told', () => {
  it.each<[Uint8Array, string | null, string]>([
    [encodeUtf16('', 'le', true), 'utf-16le', 'nothing but the mark'],
    [encodeUtf16('a', 'be', true), 'utf-16be', 'marked'],
    [encodeUtf16('The minister said', 'le', false), 'utf-16le', 'Latin letters'],
    [encodeUtf16('قال الوزير إن المحادثات', 'be', false), 'utf-16be', 'Arabic letters'],
    [bytesOf('The minister said'), null, 'ASCII'],
    [bytesOf('The minister\0said'), null, 'one zero byte'],
    [new Uint8Array(64), null, 'zeros alone'],
  ])('%s is %s (%s)', (bytes, expected) => {
    expect(utf16Of(bytes)).toBe(expected)
  })
})
