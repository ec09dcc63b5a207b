// Between comparing and clustering. rank: the pairs of each chain -> each with its rank there. connect: both ranks of a pair -> the pair, if it
// connects its chains (closest-pairs.ts). component: the pairs that connect -> of each chain its component. An engine finds components by a join
// of its own; this is for one machine, and holds the keys of all chains that are connected.

import { byCloseness, connects, otherOf, type ScoredPair } from '../closest-pairs.ts'
import { groupsOf } from './groups.ts'
import { field, fieldsOf, key, type Line, lineOf } from './line.ts'

interface RankedPair extends ScoredPair {
  rank: number
}

/** Sorted by chain. A pair may be there several times. */
export async function* rankPairs(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const { key: own, values } of groupsOf(lines)) {
    const pairs = [...new Set(values)].map((json) => JSON.parse(json) as ScoredPair)
    const chain = pairs.flatMap(({ one, other }) => [one, other]).find((each) => field(each) === own) ?? ''
    const others = new Map(pairs.map((pair) => [otherOf(pair, chain), pair]))
    for (const [rank, pair] of [...others.values()].sort(byCloseness(chain)).entries()) {
      const ranked: RankedPair = { ...pair, rank }
      yield lineOf(key(field(pair.one), field(pair.other)), JSON.stringify(ranked))
    }
  }
}

/** Sorted by pair. */
export async function* connectPairs(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const { key, values } of groupsOf(lines)) {
    const [one, other] = values.map((json) => JSON.parse(json) as RankedPair)
    if (!connects(one.rank, other.rank)) continue
    const { rank: _, ...pair } = one
    yield lineOf(key, JSON.stringify(pair))
  }
}

/** Sorted by pair. A component is named by its first chain. */
export async function* findComponents(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  const parents = new Map<string, string>()
  const rootOf = (chain: string): string => {
    let root = chain
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up
    for (let at = chain; at !== root; ) {
      const up = parents.get(at) ?? root
      parents.set(at, root)
      at = up
    }
    return root
  }
  for await (const { key } of groupsOf(lines)) {
    const roots = fieldsOf(key).map(rootOf).sort()
    for (const root of roots) parents.set(root, roots[0])
  }
  for (const chain of [...parents.keys()].sort()) yield lineOf(chain, rootOf(chain))
}
