// Every door that takes text, in every encoding that Europe's newsrooms wrote: what is declared comes out letter for letter.

import { describe, expect, test } from 'vitest'
import { encodeAs } from '../testing/encode-as.ts'
import { unpackAll } from '../testing/unpack-all.ts'
import { openDocument } from './document.ts'

const TEXTS: readonly [charset: string, sentence: string][] = [
  ['windows-1252', '“The quay – all of it – is shut,” said Zoë Hart’s clerk; mending it costs £9, or 11 €.'],
  ['iso-8859-1', 'The café on the quay is shut, said José Peña; mending it costs £9 a day, or half of that: 4½.'],
  ['iso-8859-15', 'The quay is shut, said Jérôme Lœuvre; mending it costs 11 €.'],
  ['windows-1250', '„The quay is shut,“ said Jiří Dvořák’s clerk; mending it costs 11 €.'],
  ['iso-8859-2', 'The quay is shut, said Łukasz Żak in Łódź.'],
  ['windows-1251', 'The sign on the quay, Иван said, reads “закрыто”; mending it costs 11 €.'],
  ['koi8-r', 'The sign on the quay, Иван said, reads "закрыто".'],
  ['windows-1254', 'The quay is shut, said Doğan Işık’s clerk; mending it costs 11 €.'],
  ['windows-1257', 'The quay is shut, said Ģirts Kļaviņš’s clerk; mending it costs 11 €.'],
  ['utf-8', '“The quay is shut,” said Łukasz Işık; mending it costs £9, or 11 €.'],
]

const encode = (charset: string, text: string): Buffer =>
  Buffer.from(charset === 'utf-8' ? Buffer.from(text) : encodeAs(charset, text))

const DOORS: readonly [
  door: string,
  make: (charset: string, sentence: string) => Buffer,
  known?: (charset: string) => string,
][] = [
  ['plain text', encode, (charset) => `text/plain; charset=${charset}`],
  [
    'a page, by its meta element',
    (charset, sentence) =>
      encode(
        charset,
        `<!doctype html><html><head><meta charset="${charset}"><title>T</title></head><body><p>${sentence}</p></body></html>`,
      ),
  ],
  [
    'a page, by what its server said',
    (charset, sentence) => encode(charset, `<!doctype html><html><body><p>${sentence}</p></body></html>`),
    (charset) => `text/html; charset=${charset}`,
  ],
  [
    'a feed',
    (charset, sentence) =>
      encode(
        charset,
        `<?xml version="1.0" encoding="${charset}"?><rss><channel><title>C</title><item><title>T</title><description>${sentence}</description></item></channel></rss>`,
      ),
  ],
  [
    'NITF',
    (charset, sentence) =>
      encode(
        charset,
        `<?xml version="1.0" encoding="${charset}"?><nitf><body><body.head><hedline><hl1>T</hl1></hedline></body.head><body.content><p>${sentence}</p></body.content></body></nitf>`,
      ),
  ],
  [
    'a letter',
    (charset, sentence) =>
      encode(
        charset,
        `From: a@b.example\nMessage-ID: <1@b.example>\nDate: Wed, 5 May 2021 10:00:00 +0200\nSubject: T\nContent-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: 8bit\n\n${sentence}\n`,
      ),
  ],
  [
    'a web archive',
    (charset, sentence) => {
      const page = Buffer.concat([
        Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=${charset}\r\n\r\n`),
        encode(charset, `<html><body><p>${sentence}</p></body></html>`),
      ])
      const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://b.example/\r\nContent-Type: application/http\r\nContent-Length: ${page.length}\r\n\r\n`
      return Buffer.concat([Buffer.from(head), page, Buffer.from('\r\n\r\n')])
    },
  ],
]

describe.each(DOORS)('%s', (_, make, known) => {
  test.each(TEXTS)('in %s', async (charset, sentence) => {
    const bytes = make(charset, sentence)
    const received = { bytes, origin: 'x', ...(known ? { mediaType: known(charset) } : {}) }
    const documents = known ? [await openDocument(received)] : await openAll(bytes)
    expect(documents.map(({ text }) => text).join('\n')).toContain(sentence)
    expect(documents.flatMap(({ warnings }) => warnings.map(({ code }) => code))).not.toContain('guessed-encoding')
  })
})

async function openAll(bytes: Uint8Array) {
  const all = await unpackAll('x', bytes)
  return Promise.all(all.flatMap((item) => ('received' in item ? [openDocument(item.received)] : [])))
}
