import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gzipPieces } from './gzip-pieces.ts'

async function* inChunks(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

/** Where each head begins. */
async function headsIn(bytes: Uint8Array, length: number): Promise<number[]> {
  const heads: number[] = []
  let at = 0
  const parts: Uint8Array[] = []
  for await (const { bytes: part, isHead } of gzipPieces(inChunks(bytes, length))) {
    if (isHead) heads.push(at)
    at += part.length
    parts.push(part)
  }
  expect(Buffer.concat(parts).equals(bytes)).toBe(true)
  return heads
}

test('nothing is lost, and heads are found, however the bytes come', async () => {
  const [one, two] = [gzipSync('One.'), gzipSync('Two said so.')]
  const bytes = Buffer.concat([one, two, Buffer.from([0x1f, 0x8b, 0x08, 0xff]), Buffer.alloc(20), one])
  const expected = [0, one.length, bytes.length - one.length]
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: bytes.length }), async (length) => {
      expect(await headsIn(bytes, length)).toEqual(expected)
    }),
  )
})
