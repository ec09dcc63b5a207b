import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonParts } from './json-parts.ts'

const joined = (value: unknown): string => Buffer.concat([...jsonParts(value)]).toString()

test('the parts together are the JSON of the whole', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => joined(value) === JSON.stringify(value)))
})

test.each<[what: string, value: unknown]>([
  ['fields without a value', { a: undefined, b: [], c: {}, d: { e: undefined } }],
  ['gaps in lists', [undefined, null, [undefined]]],
  ['marks, letters of several bytes and halves of them', { 'a"b': ['“Dren”', 'é\n', '😀', '\ud83d'] }],
])('%s are as in the JSON of the whole', (_, value) => {
  expect(joined(value)).toBe(JSON.stringify(value))
})

test('a long list comes in several parts', () => {
  const list = Array.from({ length: 3000 }, (_, start) => ({ start, words: 'Nobody was hurt. '.repeat(100) }))
  const parts = [...jsonParts({ articles: [{ statements: list }] })]
  expect(parts.length).toBeGreaterThan(4)
  expect(Buffer.concat(parts).toString()).toBe(JSON.stringify({ articles: [{ statements: list }] }))
})
