import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './sha256.ts'

const byNode = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test('it is what Node makes of the same bytes', () => {
  // Around the ends of blocks, where the padding needs another one.
  for (const length of [0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1_000_003]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255)
    expect(sha256(bytes), String(length)).toBe(byNode(bytes))
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => sha256(bytes) === byNode(bytes)))
})
