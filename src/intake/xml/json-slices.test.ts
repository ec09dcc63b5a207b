import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sliceList } from './json-slices.ts'

const LISTS: [json: string, expected: string[] | null, why: string][] = [
  ['{"items": [1, {"a": [2]}, "x"]}', ['1', '{"a": [2]}', '"x"'], 'each item as it came'],
  ['{"items": []}', [], 'an empty list'],
  ['{"a": "items", "items" : [ 1 ]}', ['1'], 'a value of that name is no list'],
  ['{"a": {"items": [1]}, "items": [2]}', ['2'], 'only at the top level'],
  [
    '{"items": ["a ] \\" , b", "\\\\"]}',
    ['"a ] \\" , b"', '"\\\\"'],
    'brackets, commas and quotation marks in strings',
  ],
  ['{"xitems": [1]}', null, 'another name that ends so'],
  ['{"items": [1, 2', null, 'a list without an end'],
  ['{"items": ["a', null, 'a string without an end'],
]

test.each(LISTS)('%s: %j (%s)', (json, expected) => {
  expect(sliceList(json, 'items')).toEqual(expected)
})

test('whatever is in a list, its items are what JSON says', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (items) => {
      const slices = sliceList(JSON.stringify({ title: '"items":[', items }), 'items')
      expect(slices?.map((slice) => JSON.parse(slice))).toEqual(JSON.parse(JSON.stringify(items)))
    }),
  )
})

test('strings of many megabytes, escapes in them, exhaust nothing', () => {
  for (const long of ['a'.repeat(20e6), '\\"'.repeat(10e6), '\\\\'.repeat(10e6)])
    expect(sliceList(`{"items": ["${long}"]}`, 'items')).toHaveLength(1)
})
