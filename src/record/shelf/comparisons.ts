// All chains on a shelf -> pieces of work that threads can do: the pairs to be compared, with what comparing needs of their chains.

import { compareChains } from '../../reconciling/compare/compare.ts'
import { openComparedLately } from '../../reconciling/compared-lately.ts'
import { neighboursIn } from '../../reconciling/neighbours.ts'
import { MIN_PAIR_SCORE } from '../../reconciling/update-pairs.ts'
import type { PackedChains } from './file-shelf.ts'
import { unpackedCompared } from './packing.ts'

/** Pairs of neighbours. A pair that stands in several blocks may be there several times. */
export interface Comparisons {
  /** By number. */
  chains: number[]
  packed: (string | Uint8Array)[]
  /** Two for each pair: where its chains stand in `chains`. */
  pairs: number[]
}

/** Those of the pairs that may be of one event. */
export interface ScoredPairs {
  /** By number, two for each pair. */
  chains: Int32Array
  scores: Float64Array
}

/** Chains of a piece: unpacked, some ten megabytes. */
const MAX_CHAINS = 1500
/** Twice as many numbers. */
const MAX_PAIRS = 50_000

export function* comparisonsOf(shelf: PackedChains): Generator<Comparisons> {
  const lately = openComparedLately(shelf.count)
  let piece = openPiece(shelf)
  for (const members of shelf.blocks())
    for (const [one, other] of neighboursIn(members).pairs()) {
      if (shelf.areApart(one, other) || lately.has(one, other)) continue
      lately.add(one, other)
      piece.add(one, other)
      if (!piece.isFull()) continue
      yield piece.comparisons
      piece = openPiece(shelf)
    }
  yield piece.comparisons
}

function openPiece(shelf: PackedChains) {
  const comparisons: Comparisons = { chains: [], packed: [], pairs: [] }
  const { chains, packed, pairs } = comparisons
  const positions = new Map<number, number>()
  const positionOf = (chain: number): number => {
    const known = positions.get(chain)
    if (known !== undefined) return known
    packed.push(shelf.packedCompared(chain))
    const position = chains.push(chain) - 1
    positions.set(chain, position)
    return position
  }
  return {
    comparisons,
    add: (one: number, other: number) => void pairs.push(positionOf(one), positionOf(other)),
    isFull: () => chains.length >= MAX_CHAINS || pairs.length >= 2 * MAX_PAIRS,
  }
}

export function compareAll({ chains, packed, pairs }: Comparisons): ScoredPairs {
  const unpacked = packed.map(unpackedCompared)
  const found: number[] = []
  const scores: number[] = []
  for (let at = 0; at < pairs.length; at += 2) {
    const [one, other] = [pairs[at], pairs[at + 1]]
    const score = compareChains(unpacked[one], unpacked[other])
    if (score < MIN_PAIR_SCORE) continue
    found.push(chains[one], chains[other])
    scores.push(score)
  }
  return { chains: Int32Array.from(found), scores: Float64Array.from(scores) }
}
