import { expect, test } from 'vitest'
import { UserError } from '../../user-error.ts'
import { formatSize, parseSize } from './size.ts'

const SIZES: [typed: string, bytes: number, shown: string][] = [
  ['1', 1, '1 B'],
  ['999b', 999, '999 B'],
  ['1k', 1000, '1 kB'],
  ['1.5kB', 1500, '1.5 kB'],
  ['50MB', 50e6, '50 MB'],
  ['50 mb', 50e6, '50 MB'],
  ['209.7M', 209.7e6, '210 MB'],
  ['2GB', 2e9, '2 GB'],
  ['3t', 3e12, '3 TB'],
]

test.each(SIZES)('%s is %d bytes, shown as %s', (typed, bytes, shown) => {
  expect(parseSize(typed)).toBe(bytes)
  expect(formatSize(bytes)).toBe(shown)
})

test.each([[''], ['MB'], ['0'], ['-5MB'], ['5 MiB'], ['1e6'], ['five'], ['5MB!'], ['0.5b']])(
  '%j is no size',
  (typed) => {
    expect(() => parseSize(typed)).toThrow(UserError)
  },
)
