import { expect, test } from 'vitest'
import { makeReading } from '../../testing/made-reading.ts'
import type { Count } from '../../types.ts'
import { faultOfReading } from './check-reading.ts'

/** Each count is part of the next. */
const chain = (length: number): Count[] =>
  Array.from({ length }, (_, at) => ({
    id: `c${at}`,
    span: [0, 1],
    low: 1,
    high: 1,
    approximate: false,
    of: 'people',
    ...(at + 1 < length ? { partOf: `c${at + 1}` } : {}),
  }))

test('a chain of parts is walked once, however long it is', () => {
  const { reading } = makeReading('Ten people were hurt.')
  const counts = chain(30_000)
  const [article, ...others] = reading.articles
  const from = performance.now()
  expect(faultOfReading({ ...reading, articles: [{ ...article, counts }, ...others] })).toBe(null)
  // Walking it anew from each part takes half a minute.
  expect(performance.now() - from).toBeLessThan(10_000)
  counts[counts.length - 1].partOf = 'c0'
  expect(faultOfReading({ ...reading, articles: [{ ...article, counts }, ...others] })).toMatch(/circle/)
})
