// The members of a block -> which of them are neighbours, by day or by wording. In a small block all are.

import type { BlockMember } from './blocks.ts'

/** The members on either side, in each of the two orders, that are a member's neighbours. */
export const WINDOW_MEMBERS = 40

export interface Neighbours<Key> {
  has(key: Key): boolean
  areNeighbours(one: Key, other: Key): boolean
  /** Each pair of neighbours once, the lower key first. */
  pairs(): Generator<[Key, Key]>
}

export function neighboursIn<Key extends string | number>(members: readonly BlockMember<Key>[]): Neighbours<Key> {
  const orders = [BY_DAY, BY_WORDS].map((compare) =>
    members.toSorted((a, b) => compare(a, b) || (a.key < b.key ? -1 : 1)).map(({ key }) => key),
  )
  const [byDay, byWords] = orders.map((keys) => new Map(keys.map((key, position) => [key, position])))
  const areNear = (positions: ReadonlyMap<Key, number>, one: Key, other: Key): boolean =>
    Math.abs((positions.get(one) ?? -Infinity) - (positions.get(other) ?? Infinity)) <= WINDOW_MEMBERS
  return {
    has: (key) => byDay.has(key),
    areNeighbours: (one, other) => areNear(byDay, one, other) || areNear(byWords, one, other),
    *pairs() {
      for (const [order, keys] of orders.entries())
        for (const [at, one] of keys.entries())
          for (const other of keys.slice(at + 1, at + 1 + WINDOW_MEMBERS))
            if (order === 0 || !areNear(byDay, one, other)) yield one < other ? [one, other] : [other, one]
    },
  }
}

type Order = (one: BlockMember<unknown>, other: BlockMember<unknown>) => number

const BY_DAY: Order = (one, other) => one.day - other.day
const BY_WORDS: Order = (one, other) => one.words - other.words
