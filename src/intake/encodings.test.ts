// Every format that is text, in every encoding that Europe's newsrooms wrote: what is declared comes out letter for letter, and no guess is silent.

import { describe, expect, test } from 'vitest'
import { encodeAs } from '../testing/encode-as.ts'
import { type Opened, openAll } from '../testing/open-all.ts'
import { ENCODED_TEXTS, TEXT_SAMPLES, type TextSample } from '../testing/text-samples.ts'

/** Two more that nobody could guess from so few letters. */
const DECLARED_ONLY: readonly (readonly [charset: string, sentence: string])[] = [
  ['iso-8859-15', 'The quay is shut, said Jérôme Lœuvre; mending it costs 11 €.'],
  ['windows-1257', 'The quay is shut, said Ģirts Kļaviņš’s clerk; mending it costs 11 €.'],
  ['windows-1251', 'The sign on the quay, Иван said, reads “закрыто”; mending it costs 11 €.'],
  ['windows-1252', 'The quay is shut, said José; mending it costs £9.'],
]

const encode = (charset: string, text: string): Uint8Array =>
  charset === 'utf-8' ? Buffer.from(text) : encodeAs(charset, text)

const wordsOf = ({ documents }: Opened): string => documents.map(({ text }) => text.replace(/\s+/g, ' ')).join('\n')
const doubtsOf = ({ documents, notes, failures }: Opened): string[] => [
  ...documents.flatMap(({ warnings }) =>
    warnings.flatMap(({ code, message }) => (/encoding/.test(code) ? [message] : [])),
  ),
  ...notes.filter((note) => /encoding/.test(note)),
  ...failures,
]

/** A list in JSON is in UTF-8 by its standard, and can say nothing else. */
const canDeclare = ({ write, mediaType }: TextSample): boolean =>
  mediaType !== undefined || write('', 'koi8-r') !== write('', undefined)

describe.each(TEXT_SAMPLES.filter(canDeclare))('$name, its encoding declared', ({ name, write, mediaType }) => {
  test.each([...ENCODED_TEXTS, ...DECLARED_ONLY])('%s', async (charset, sentence) => {
    const stated = mediaType === undefined ? {} : { mediaType: `${mediaType}; charset=${charset}` }
    const opened = await openAll(name, encode(charset, write(asWritten(name, sentence), charset)), stated)
    expect(wordsOf(opened)).toContain(asWritten(name, sentence))
    expect(doubtsOf(opened)).toEqual([])
  })
})

describe.each(TEXT_SAMPLES)('$name, its encoding not declared', ({ name, write }) => {
  test.each(ENCODED_TEXTS)('%s', async (charset, sentence) => {
    const opened = await openAll(name, encode(charset, write(asWritten(name, sentence), undefined)))
    expect(wordsOf(opened)).toContain(asWritten(name, sentence))
    if (charset !== 'utf-8') expect(doubtsOf(opened)).not.toEqual([])
  })
})

/** Cells between tabs have no quotation marks of their own. */
const asWritten = (name: string, sentence: string): string =>
  name.endsWith('.tsv') ? sentence.replaceAll('"', "'") : sentence

test.each(ENCODED_TEXTS)('a web archive whose server said %s', async (charset, sentence) => {
  const page = Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=${charset}\r\n\r\n`),
    encode(charset, `<html><body><p>${sentence}</p></body></html>`),
  ])
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://b.example/\r\nContent-Type: application/http\r\nContent-Length: ${page.length}\r\n\r\n`
  const opened = await openAll('a.warc', Buffer.concat([Buffer.from(head), page, Buffer.from('\r\n\r\n')]))
  expect(wordsOf(opened)).toContain(sentence)
  expect(doubtsOf(opened)).toEqual([])
})
