import { expect, test } from 'vitest'
import { readBytes } from './byte-reader.ts'

async function* chunksOf(...chunks: string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield new TextEncoder().encode(chunk)
}

const text = (bytes: Uint8Array | null): string | null => bytes && new TextDecoder().decode(bytes)

test('lines and lengths, over the ends of chunks', async () => {
  const reader = readBytes(chunksOf('a\nb', 'c\nde', 'f'))
  expect(text(await reader.line(10))).toBe('a\n')
  expect(text(await reader.line(10))).toBe('bc\n')
  expect(text(await reader.take(2))).toBe('de')
  expect(text(await reader.line(10))).toBe('f')
  expect(await reader.line(10)).toBe(null)
})

test('a line longer than the most comes in pieces', async () => {
  const reader = readBytes(chunksOf('abcdef\ng'))
  expect([text(await reader.line(4)), text(await reader.line(4)), text(await reader.line(4))]).toEqual([
    'abcd',
    'ef\n',
    'g',
  ])
})

test.each([
  ['of the same chunk', ['abc\ndef\n']],
  ['of two chunks', ['ab', 'c\ndef\n']],
])('what is given back %s is read next, before all else', async (_, chunks) => {
  const reader = readBytes(chunksOf(...chunks))
  const first = await reader.take(4)
  reader.unread(first.subarray(2))
  reader.unread(first.subarray(0, 2))
  expect([text(await reader.line(9)), text(await reader.line(9)), await reader.line(9)]).toEqual([
    'abc\n',
    'def\n',
    null,
  ])
})

test('what is given back copies nothing of what is held', async () => {
  const chunk = new TextEncoder().encode('abc\ndef\n')
  const reader = readBytes(
    (async function* () {
      yield chunk
    })(),
  )
  reader.unread(await reader.take(2))
  expect((await reader.line(9))?.buffer).toBe(chunk.buffer)
})
