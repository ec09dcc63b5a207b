import { expect, it } from 'vitest'
import { NUMBER, parseNumber } from './numbers.ts'

it.each([
  ['40', 40],
  ['1,200', 1200],
  ['1.2 million', 1_200_000],
  ['twenty-five', 25],
  ['a dozen', 12],
  ['two dozen', 24],
  ['half a dozen', 6],
  ['a hundred', 100],
  ['three hundred and fifty', 350],
  ['two hundred thousand', 200_000],
  ['1,234,567', 1_234_567],
  ['3.5bn', null],
  ['many', null],
  ['', null],
  ['constructor', null],
])('%j is %j', (text, value) => {
  expect(parseNumber(text)).toBe(value)
})

it.each(['40', '1,200', '1.2 million', 'twenty-five', 'half a dozen', 'three hundred and fifty'])(
  '%s matches whole',
  (text) => {
    expect(new RegExp(`^${NUMBER}$`, 'iu').test(text)).toBe(true)
  },
)
