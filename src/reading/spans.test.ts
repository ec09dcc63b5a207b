import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../types.ts'
import { indexSpans } from './spans.ts'

const spans = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]): Span => [start, start + length])

describe('indexSpans', () => {
  it('finds what looking at all of them finds', () => {
    fc.assert(
      fc.property(fc.array(spans), spans, (all, span) => {
        const index = indexSpans(all.map((own) => [own, own] as const))
        const sort = (list: Span[]) => list.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
        expect(index.touching(span)).toEqual(sort(all.filter(([start, end]) => start < span[1] && end > span[0])))
        expect(index.holding(span)).toEqual(sort(all.filter(([start, end]) => start <= span[0] && end >= span[1])))
      }),
    )
  })
})
