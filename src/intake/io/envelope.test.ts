import { describe, expect, it } from 'vitest'
import { UserError } from '../../user-error.ts'
import { envelope } from './envelope.ts'

const MEDIA_TYPE = 'application/x-ndjson'
const parse = (line: string) => envelope.parse({ bytes: Buffer.from(line), origin: '-', mediaType: MEDIA_TYPE })

describe('a line of the contract', () => {
  it('holds text, kept as it is', () => {
    expect(parse('{"id": "1", "text": " One.\\n\\u00a0Two. "}')).toEqual({
      id: '1',
      mediaType: 'text/plain',
      text: ' One.\n\u00a0Two. ',
      passages: [],
      metadata: {},
      warnings: [],
    })
  })

  it('or HTML, whatever encoding it declares', () => {
    const line = JSON.stringify({ html: '<meta charset="windows-1251"><p>Đorđe</p>' })
    expect(parse(line)).toMatchObject({ mediaType: 'text/html', text: 'Đorđe' })
  })

  it('prefers the text where it has both', () => {
    expect(parse('{"text": "a", "html": "<p>b</p>"}').text).toBe('a')
  })

  it('knows better than the page', () => {
    const html = '<title>A</title><html lang="en"><p>Text'
    const line = JSON.stringify({ html, url: 'https://example.org/', title: 'B', outlet: 'C', published: '2020-01-01' })
    expect(parse(line).metadata).toEqual({
      title: 'B',
      outlet: 'C',
      url: 'https://example.org/',
      published: { value: '2020-01-01', basis: 'given' },
      language: 'en',
    })
  })

  it('may have a whole number for its id', () => {
    expect(parse('{"id": 17, "text": "a"}').id).toBe('17')
  })

  it('may call its date, author and outlet as other programs do', () => {
    const line = { text: 'a', date: '2021-05-04', author: 'Ana Ruiz', source: { name: 'Zerin Post' } }
    expect(parse(JSON.stringify(line)).metadata).toEqual({
      bylines: ['Ana Ruiz'],
      outlet: 'Zerin Post',
      published: { value: '2021-05-04', basis: 'metadata' },
    })
    expect(parse(JSON.stringify({ ...line, published: '2021-05-05', outlet: 'C' })).metadata).toMatchObject({
      outlet: 'C',
      published: { value: '2021-05-05', basis: 'given' },
    })
  })

  it('may have fields that mean nothing here, and null for those that are not known', () => {
    expect(parse('{"text": "a", "title": null, "score": 3}').metadata).toEqual({})
  })
})

describe('a line that is none', () => {
  it.each([
    ['{"text": "a"', 'malformed JSON'],
    ['[]', 'not a JSON object'],
    ['"text"', 'not a JSON object'],
    ['null', 'not a JSON object'],
    ['{}', 'it has neither "text" nor "html"'],
    ['{"text": null}', 'it has neither "text" nor "html"'],
    ['{"text": 7}', '"text" is not a string'],
    ['{"text": "a", "published": 2020}', '"published" is not a string'],
    ['{"id": 1.5, "text": "a"}', '"id" is not a string'],
    ['{"id": 12345678901234567890, "text": "a"}', '"id" is not a string'],
  ])('%s', (line, message) => {
    expect(() => parse(line)).toThrow(UserError)
    expect(() => parse(line)).toThrow(message)
  })
})

it.each([
  ['{"id": "1", "text": "a"}', undefined, true],
  ['{ "html" : "<p>" }', undefined, true],
  ['{"a": 1}', MEDIA_TYPE, true],
  ['{"a": 1}', undefined, false],
  ['Text about {"text": "a"}', undefined, false],
])('%s, brought as %s, is a line: %s', (head, mediaType, expected) => {
  const brought = mediaType === undefined ? {} : { mediaType }
  expect(envelope.matches(head, { bytes: Buffer.from(head), origin: '-', ...brought })).toBe(expected)
})
