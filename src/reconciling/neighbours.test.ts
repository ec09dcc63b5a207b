// In a block of more than some 40 members, only those near in time or in wording are neighbours.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { neighboursIn } from './neighbours.ts'

const member = (at: number, words = at) => ({ key: `k${String(at).padStart(3, '0')}`, day: at, words })

it('has every pair of a small block', () => {
  const members = Array.from({ length: 20 }, (_, at) => member(at))
  expect([...neighboursIn(members).pairs()]).toHaveLength((20 * 19) / 2)
})

it.each([
  [0, 40, true, 'the last that is near in time'],
  [0, 41, false, 'one further'],
  [0, 150, true, 'far in time, near in wording'],
])('of 200 members, %d and %d are neighbours: %s (%s)', (one, other, expected) => {
  // Days and words go up together, but for one member whose words are those of the first.
  const members = Array.from({ length: 200 }, (_, at) => member(at, at === 150 ? 0 : at))
  expect(neighboursIn(members).areNeighbours(member(one).key, member(other).key)).toBe(expected)
})

it('gives each pair of neighbours once, whatever the order of the members', () => {
  const members = fc.uniqueArray(
    fc.record({ at: fc.nat(300), words: fc.nat(50) }).map(({ at, words }) => member(at, words)),
    { selector: ({ key }) => key, maxLength: 150 },
  )
  fc.assert(
    fc.property(members, (given) => {
      const { pairs, areNeighbours } = neighboursIn(given)
      const names = [...pairs()].map(([one, other]) => `${one} ${other}`)
      const keys = given.map(({ key }) => key).toSorted()
      const expected = keys.flatMap((one, at) =>
        keys.slice(at + 1).flatMap((other) => (areNeighbours(one, other) ? [`${one} ${other}`] : [])),
      )
      expect(names.toSorted()).toEqual(expected.toSorted())
      const reversed = [...neighboursIn(given.toReversed()).pairs()].map(([one, other]) => `${one} ${other}`)
      expect(reversed.toSorted()).toEqual(names.toSorted())
    }),
  )
})
