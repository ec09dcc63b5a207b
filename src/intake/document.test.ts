import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Received } from '../types.ts'
import { UserError } from '../user-error.ts'
import { openDocument } from './document.ts'

const open = (bytes: string | Uint8Array, more: Partial<Received> = {}) =>
  openDocument({ bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, origin: 'a/file', ...more })

describe('what the bytes are decides, not their name', () => {
  it.each([
    ['A paragraph is written <p> in HTML.', 'text/plain', 'a/page.html'],
    ['<!doctype html><title>T</title><p>Text', 'text/html', 'a/text.txt'],
    ['{"text": "One.", "id": "7"}', 'text/plain', 'a/page.html'],
    ['{"html": "<p>One.</p>"}', 'text/html', 'a/text.txt'],
  ])('%s', async (bytes, mediaType, origin) => {
    expect((await open(bytes, { origin })).mediaType).toBe(mediaType)
  })
})

describe('what holds no text is refused in a sentence', () => {
  it.each([
    ['', 'the file is empty'],
    [' \n\t\r\n ', 'there is no text in it'],
    ['<html><head><title></title></head><body><img src="a.jpg"></body></html>', 'there is no text in it'],
    [
      'GIF89a ...',
      'this is a GIF image, which cannot be read; if it shows text, a program for text recognition such as Tesseract or OCRmyPDF makes text of it',
    ],
    [new Uint8Array(1000), 'this is a binary file, which cannot be read'],
    ['{"text": "", "id": "1"}', 'there is no text in it'],
  ])('%s', async (bytes, message) => {
    await expect(open(bytes)).rejects.toThrow(new UserError(message))
  })
})

it('data is no text, unless somebody insists', async () => {
  await expect(open('{"name": "no envelope"}')).rejects.toThrow(/^this is JSON, not prose; /)
  expect(await open('{"name": "no envelope"}', { as: 'text' })).toMatchObject({ mediaType: 'text/plain' })
})

it('keeps plain text character for character', async () => {
  const text = '  Title\r\n\r\nOne.\u00a0 Two.\t\ufeff\n'
  expect(await open(text)).toMatchObject({ text, passages: [], metadata: {}, warnings: [] })
})

it('hashes the bytes as received, and takes the hash for an id where there is no other', async () => {
  const bytes = Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x2e])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(await open(bytes)).toMatchObject({ id: sha256, sha256, text: 'café.' })
  expect(await open(bytes, { id: 'mine' })).toMatchObject({ id: 'mine', sha256 })
  expect((await open('{"text": "x", "id": "its own"}')).id).toBe('its own')
  expect((await open('{"text": "x", "id": "its own"}', { id: 'mine' })).id).toBe('mine')
})

it('prefers what is given to what the page says', async () => {
  const page = '<meta property="og:title" content="A"><meta property="og:site_name" content="B"><p>Text'
  const given = { title: 'C', published: { value: '2020-01-01', basis: 'given' } } as const
  expect((await open(page, { given })).metadata).toEqual({ ...given, outlet: 'B' })
})

it('says when and whence it came', async () => {
  const retrievedAt = '2023-03-14T16:05:00Z'
  expect(await open('Text', { retrievedAt })).toMatchObject({ origin: 'a/file', retrievedAt })
  expect(await open('Text')).not.toHaveProperty('retrievedAt')
})
