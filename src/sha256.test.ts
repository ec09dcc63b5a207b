import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256 } from './sha256.ts'

test.each([
  ['', 'no bytes'],
  ['abc', 'the example of FIPS 180-4'],
  ['é'.repeat(40), 'more than a block'],
])('%j is hashed as Node does (%s)', (text) => {
  const bytes = Buffer.from(text)
  expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
})

test('a part of a longer buffer is hashed by itself', () => {
  expect(sha256(Buffer.from('xabcx').subarray(1, 4))).toBe(sha256(Buffer.from('abc')))
})
