// All pairs at once -> the same connecting pairs as one chain after the other in a match store, in whatever order and however often they come.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inventChain } from '../testing/invented-chain.ts'
import { openClosestOfAll } from './closest-of-all.ts'
import { closestPairs } from './closest-pairs.ts'
import { openMatchStore } from './match-store.ts'

const SIZE = 12
const KEYS = Array.from({ length: SIZE }, (_, at) => String.fromCharCode(97 + at))

/** Few scores, so that many are equal. */
const PAIRS = fc.uniqueArray(
  fc
    .record({ one: fc.nat(SIZE - 1), other: fc.nat(SIZE - 1), score: fc.integer({ min: 2, max: 6 }) })
    .filter(({ one, other }) => one < other),
  { selector: ({ one, other }) => `${one} ${other}`, maxLength: 50 },
)

it('connects the same chains as a match store', () => {
  fc.assert(
    fc.property(PAIRS, fc.array(fc.nat(49), { maxLength: 40 }), (pairs, again) => {
      const store = openMatchStore()
      for (const key of KEYS) store.replaceDocument(key, [inventChain({ key })], [])
      for (const { one, other, score } of pairs) store.setPair({ one: KEYS[one], other: KEYS[other], score, blocks: 1 })
      const closest = openClosestOfAll(SIZE)
      for (const { one, other, score } of [...pairs, ...again.flatMap((at) => pairs[at] ?? [])])
        closest.offer(one, other, score)
      const found = KEYS.flatMap((_, chain) => closest.connecting(chain))
      const named = found.map(({ one, other, score }) => `${[KEYS[one], KEYS[other]].sort().join(' ')} ${score}`)
      const expected = KEYS.flatMap((key) =>
        closestPairs(key, store).flatMap(({ one, other, score }) => (one === key ? [`${one} ${other} ${score}`] : [])),
      )
      expect(named.sort()).toEqual(expected.sort())
    }),
    { numRuns: 300 },
  )
})
