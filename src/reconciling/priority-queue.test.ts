import fc from 'fast-check'
import { expect, it } from 'vitest'
import { popBest, push } from './priority-queue.ts'

it('gives the best first, in whatever order the items came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (items) => {
      const heap: number[] = []
      const isBetter = (one: number, other: number) => one > other
      for (const item of items) push(heap, item, isBetter)
      const popped = items.map(() => popBest(heap, isBetter))
      expect(popped).toEqual(items.toSorted((a, b) => b - a))
      expect(popBest(heap, isBetter)).toBeUndefined()
    }),
  )
})
