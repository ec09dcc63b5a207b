import { expect, test } from 'vitest'
import { parseBound } from './bounds.ts'

const TYPED: [typed: string, number: number | null, why: string][] = [
  ['40', 40, 'digits'],
  [' 40 ', 40, 'with space around them'],
  ['0', 0, 'nobody'],
  ['1,200', 1200, 'thousands with a comma'],
  ['1.200', 1200, 'thousands with a point'],
  ['1 200 000', 1_200_000, 'thousands with spaces'],
  ['1.5', null, 'no half people'],
  ['12,34', null, 'no thousands'],
  ['-3', null, 'fewer than nobody'],
  ['forty', null, 'a word'],
  ['40+', null, 'a bound is the empty other field'],
  ['', null, 'nothing'],
  ['999999999999', null, 'more than ever lived'],
]

test.each(TYPED)('%j is %s: %s', (typed, number) => expect(parseBound(typed)).toBe(number))
