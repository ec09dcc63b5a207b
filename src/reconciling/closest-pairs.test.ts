// Candidate pairs by their scores -> which of them connect: a chain's best, those that it is the best of, and the closest of both.

import { expect, it } from 'vitest'
import { inventChain } from '../testing/invented-chain.ts'
import { closestPairs, withPartners } from './closest-pairs.ts'
import { openMatchStore } from './match-store.ts'

type Scored = [one: string, other: string, score: number]

function storeOf(pairs: readonly Scored[]) {
  const store = openMatchStore()
  const keys = [...pairs.map(([one]) => one), ...pairs.map(([, other]) => other)]
  for (const key of new Set(keys)) store.replaceDocument(key, [inventChain({ key })], [])
  for (const [one, other, score] of pairs) store.setPair({ one, other, score, blocks: 1 })
  return store
}

/** Of those nearest to it, a to e in turn, and of x to each of them. */
const STAR: Scored[] = ['a', 'b', 'c', 'd', 'e'].map((key, at) => [key, 'x', 9 - at])
/** A cluster whose members all resemble each other more than any stranger. */
const CLUSTER: Scored[] = [
  ['a', 'b', 9],
  ['a', 'c', 9],
  ['a', 'd', 9],
  ['b', 'c', 9],
  ['b', 'd', 9],
  ['c', 'd', 9],
]

it.each<[Scored[], string, string[], string]>([
  [[['a', 'b', 2]], 'a', ['b'], 'one pair'],
  [STAR, 'x', ['a', 'b', 'c', 'd', 'e'], 'it is the best of all of them'],
  [STAR, 'e', ['x'], 'its best, though the fifth of the other'],
  [[...CLUSTER, ['a', 'v', 2], ['v', 'z', 3]], 'v', ['z'], 'not the best, and not among the closest of the other'],
  [[...CLUSTER, ['a', 'v', 2], ['b', 'v', 1]], 'v', ['a'], 'the vague one joins by its best pair alone'],
  [
    [
      ['a', 'b', 2],
      ['a', 'c', 2],
    ],
    'a',
    ['b', 'c'],
    'two equal ones',
  ],
])('of %j, %s is connected with %j (%s)', (pairs, key, expected) => {
  const found = closestPairs(key, storeOf(pairs)).map(({ one, other }) => (one === key ? other : one))
  expect(found.toSorted()).toEqual(expected)
})

it('connects two chains as seen from either', () => {
  const store = storeOf([...CLUSTER, ['a', 'v', 2], ['b', 'v', 1], ['v', 'z', 3]])
  const seen = ['a', 'b', 'c', 'd', 'v', 'z'].map((key) =>
    closestPairs(key, store).map(({ one, other }) => `${one} ${other}`),
  )
  const times = new Map<string, number>()
  for (const name of seen.flat()) times.set(name, (times.get(name) ?? 0) + 1)
  expect([...times.values()].every((count) => count === 2)).toBe(true)
})

it('what a chain is paired with may be connected otherwise when it changes', () => {
  expect(
    [
      ...new Set(
        withPartners(
          ['v'],
          storeOf([
            ['a', 'v', 2],
            ['b', 'v', 1],
            ['a', 'b', 4],
          ]),
        ),
      ),
    ].toSorted(),
  ).toEqual(['a', 'b', 'v'])
})
