import { readFileSync } from 'node:fs'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { makeZip } from '../../testing/make-zip.ts'
import { tellAll, unpackAll } from '../../testing/unpack-all.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
const PAGES = [
  ['http://127.0.0.1:8765/', /Bridge at Zerin closed The mayor of Zerin, Tomas Hala, said .* until then\.$/],
  ['http://127.0.0.1:8765/dam.html', /Dam held The operator said/],
  ['http://127.0.0.1:8765/note.txt', /A doctor said that nobody was hurt\.$/],
] as const

describe('what wget archived: pages and texts, no pictures, styles, errors, robots.txt', () => {
  test.each([
    ['wget.warc.gz', fixture('wget.warc.gz'), 'a#'],
    ['the same as a WACZ', fixture('py-wacz.wacz'), 'a#archive/wget.warc.gz#'],
  ])('%s', async (_, bytes, place) => {
    const lines = await tellAll('a', bytes)
    expect(lines).toEqual(PAGES.map(([, words]) => expect.stringMatching(words)))
    for (const [index, [address]] of PAGES.entries()) expect(lines[index].startsWith(`${place}${address}: `)).toBe(true)
  })

  test('with the address, when it was fetched, and the bytes as they were sent', async () => {
    const [first] = await unpackAll('a', fixture('wget.warc.gz'))
    if (!('received' in first)) throw first.failure
    const { bytes, ...known } = first.received
    expect(known).toEqual({
      origin: 'a#http://127.0.0.1:8765/',
      mediaType: 'text/html',
      retrievedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      given: { url: 'http://127.0.0.1:8765/' },
    })
    expect(bytes.length).toBe(528)
  })
})

const record = (
  block: Uint8Array | string,
  {
    length = Buffer.byteLength(block) as number | string,
    address = 'https://a.example/1',
    type = 'response',
    mediaType = 'application/http;msgtype=response',
  } = {},
) =>
  Buffer.concat([
    Buffer.from(
      `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${address}\r\nWARC-Date: 2021-05-04T10:00:00Z\r\nContent-Type: ${mediaType}\r\nContent-Length: ${length}\r\n\r\n`,
    ),
    Buffer.from(block),
    Buffer.from('\r\n\r\n'),
  ])
const answer = (body: Uint8Array | string, headers = '', status = '200 OK') =>
  Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: text/plain\r\n${headers}\r\n`), Buffer.from(body)])
const WORDS = 'The mayor said so.'
const good = record(answer('Good.'), { address: 'https://a.example/good' })
const GOOD = 'a#https://a.example/good: Good.'

test.each<[string, Buffer]>([
  ['as it is', answer(WORDS)],
  ['in chunks', answer('5\r\nThe m\r\nd;x=y\r\nayor said so.\r\n0\r\n\r\n', 'Transfer-Encoding: chunked\r\n')],
  ['said to be in chunks', answer(WORDS, 'Transfer-Encoding: chunked\r\n')],
  ['gzip', answer(gzipSync(WORDS), 'Content-Encoding: gzip\r\n')],
  ['said to be gzip', answer(WORDS, 'Content-Encoding: gzip\r\n')],
  ['deflate', answer(deflateSync(WORDS), 'Content-Encoding: deflate\r\n')],
  ['Brotli', answer(brotliCompressSync(Buffer.from(WORDS)), 'Content-Encoding: br\r\n')],
])('a body %s', async (_, block) => {
  expect(await tellAll('a', record(block))).toEqual([`a#https://a.example/1: ${WORDS}`])
})

describe('a web archive packed record by record loses only what is damaged', () => {
  const pages = ['One', 'Two', 'Three', 'Four'].map((words, index) =>
    gzipSync(
      record(answer(`${words} said so. ${'The road is open. '.repeat(5)}`), { address: `https://a.example/${index}` }),
    ),
  )
  const namesOf = (lines: readonly string[]) =>
    lines.map((line) => /^a#https:\/\/a\.example\/(\d): /.exec(line)?.[1] ?? line)
  const damaged = (at: number, spoil: (page: Buffer) => Buffer): Buffer =>
    Buffer.concat(pages.map((page, index) => (index === at ? spoil(Buffer.from(page)) : page)))
  const LOST = (whole: number) =>
    expect.stringMatching(
      new RegExp(
        `^a! the gzip archive is damaged \\(.*\\); ${whole} of its records were whole, and the others are lost$`,
      ),
    )
  const wrongByte = (page: Buffer): Buffer => {
    page[40] ^= 0xff
    page[41] ^= 0xff
    return page
  }

  test.each<[string, Buffer, unknown[]]>([
    ['a wrong byte in the first', damaged(0, wrongByte), ['1', '2', '3', LOST(3)]],
    ['a wrong byte in the middle', damaged(1, wrongByte), ['0', '2', '3', LOST(3)]],
    ['a wrong byte in the last', damaged(3, wrongByte), ['0', '1', '2', LOST(3)]],
    ['one cut short', damaged(2, (page) => page.subarray(0, 60)), ['0', '1', '3', LOST(3)]],
    ['broken off', damaged(3, (page) => page.subarray(0, 60)), ['0', '1', '2', LOST(3)]],
  ])('%s', async (_, bytes, expected) => {
    expect(namesOf(await tellAll('a', bytes))).toEqual(expected)
  })

  test('a page that is a gzip file itself is no damage', async () => {
    const inner = gzipSync(Buffer.from(WORDS))
    const one = gzipSync(record(answer(inner, 'Content-Encoding: gzip\r\n')), { level: 0 })
    expect(await tellAll('a', Buffer.concat([one, gzipSync(good)]))).toEqual([`a#https://a.example/1: ${WORDS}`, GOOD])
  })
})

test('what is passed over', async () => {
  const file = Buffer.concat([
    record(answer('x', '', '404 Not Found')),
    record(answer('x', '', '301 Moved')),
    record('x', { type: 'metadata', mediaType: 'text/plain' }),
    record('x', { type: 'resource', mediaType: 'text/plain', address: 'urn:pageinfo:x' }),
    record(Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx')),
    record(WORDS, { type: 'resource', mediaType: 'text/plain' }),
  ])
  expect(await tellAll('a', file)).toEqual([`a#https://a.example/1: ${WORDS}`])
})

describe('archives made to do harm get one clear line for what is bad; the rest is read', () => {
  const body = answer(WORDS)
  const bomb = answer(gzipSync(Buffer.alloc(60e6, 'a')), 'Content-Encoding: gzip\r\n')
  test.each<[string, Buffer, (string | RegExp)[]]>([
    [
      'a length that is too small',
      Buffer.concat([record(body, { length: 20 }), good]),
      [/\/1! its length is stated as 20 B, which is wrong; it is not read$/, GOOD],
    ],
    [
      'a length that is too large',
      Buffer.concat([record(body, { length: body.length + 50 }), good]),
      [/\/1! its length is stated as .* which is wrong; it is not read$/, GOOD],
    ],
    [
      'a length beyond the end',
      record(body, { length: 5000 }),
      [/\/1! its length is stated as 5 kB, which is wrong, and the archive ends after/],
    ],
    [
      'a length beyond all files',
      Buffer.concat([record(body, { length: 999_999_999_999_999 }), good]),
      [/\/1! 1000 TB is over the limit/, GOOD],
    ],
    [
      'a length below nothing',
      Buffer.concat([record(body, { length: '-5' }), good]),
      [/\/1! its length is stated as "-5", which is not a length$/, GOOD],
    ],
    [
      'no length',
      Buffer.concat([record(body, { length: '' }), good]),
      [/\/1! its length is stated as "", which is not a length$/, GOOD],
    ],
    [
      'a packed body of 60 MB',
      Buffer.concat([record(bomb), good]),
      [/\/1! unpacked it is over the limit of 50 MB/, GOOD],
    ],
    [
      'a damaged packed body',
      Buffer.concat([record(answer(gzipSync(WORDS).subarray(0, 20), 'Content-Encoding: gzip\r\n')), good]),
      [/\/1! its gzip packing is damaged/, GOOD],
    ],
    [
      'an answer that is none',
      Buffer.concat([record('HTTP/what'), good]),
      [/\/1! the answer of the server is damaged/, GOOD],
    ],
    [
      'headers without end',
      Buffer.from(`WARC/1.0\r\n${'X: y\r\n'.repeat(100_000)}`),
      [/^a#record 1! the archive breaks off in this record$/],
    ],
    [
      'an address with line ends',
      record(body, { address: 'https://a.example/\u001b[31m\tx' }),
      [/^a#https:\/\/a\.example\/ \[31m x: The mayor/],
    ],
    ['nothing but a head', Buffer.from('WARC/1.0\r\n'), [/breaks off/]],
    [
      'gzip that breaks off',
      gzipSync(Buffer.concat([good, record(Buffer.concat([body, Buffer.alloc(50_000, 'abcdefgh')]))])).subarray(0, 250),
      [GOOD, /\/1! its length is stated/, /^a! the gzip archive is damaged/],
    ],
    ['gzip of zeros', gzipSync(Buffer.alloc(400e6)), [/^a! it (?:unpacks to more than 200 times|is over the limit)/]],
    [
      'bombs in an archive',
      makeZip([
        { name: 'a.gz', content: gzipSync(Buffer.alloc(300e6)) },
        { name: 'good.txt', content: 'Good.' },
      ]),
      [/^a#a\.gz! it is over the limit of 50 MB/, 'a#good.txt: Good.'],
    ],
  ])('%s', async (_, bytes, expected) => {
    const lines = await tellAll('a', bytes)
    expect(lines).toHaveLength(expected.length)
    for (const [index, line] of expected.entries())
      expect(lines[index]).toEqual(typeof line === 'string' ? line : expect.stringMatching(line))
  })
})
