import { describe, expect, it } from 'vitest'
import { openDocument } from './document.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const PAGE = '<!doctype html><title>Dren</title><p>The army left.</p>'

describe('openDocument', () => {
  it('sniffs the format, unless the caller insists', () => {
    const open = (as?: 'text' | 'html') => openDocument({ bytes: bytesOf(PAGE), origin: 'x', ...(as ? { as } : {}) })
    expect(open().mediaType).toBe('text/html')
    expect(open('text')).toMatchObject({ mediaType: 'text/plain', text: PAGE })
  })

  it('takes the sha256 of the bytes as received', () => {
    const { sha256, id } = openDocument({ bytes: bytesOf('abc'), origin: 'x' })
    expect(sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(id).toBe(sha256)
  })

  it.each([
    ['', 'the file is empty'],
    [' \n\t', 'there is no text in it'],
    ['%PDF-1.7 ...', 'this is a PDF'],
    ['{"id": "a", "text": 5}', '"text" is not a string'],
    ['{"id": "a", "html": ', 'malformed JSON'],
  ])('says what is wrong with %j', (content, message) => {
    expect(() => openDocument({ bytes: bytesOf(content), origin: 'x' })).toThrow(message)
  })
})

describe('an NDJSON line', () => {
  const open = (line: object) => openDocument({ bytes: bytesOf(JSON.stringify(line)), origin: 'x' })

  it('hands its text on unchanged', () => {
    const text = ' a\r\nb\u0000c \ud83d\ude00 '
    expect(open({ id: 'i', text })).toMatchObject({ id: 'i', text, mediaType: 'text/plain' })
  })

  it.each([
    ['2016-06-26', '2016-06-26'],
    ['2016-06-26T12:30:00Z', '2016-06-26T12:30:00Z'],
    ['2016-06', '2016-06'],
    ['2016', '2016'],
  ])('published %s', (published, value) => {
    expect(open({ text: 'a', published }).metadata.published).toEqual({ value, basis: 'given' })
  })

  it('leaves a date open that is none, and says so', () => {
    const { metadata, warnings } = open({ text: 'a', published: 'last Tuesday' })
    expect(metadata.published).toBeUndefined()
    expect(warnings).toMatchObject([{ code: 'unreadable-date' }])
  })
})
