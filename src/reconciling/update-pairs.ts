// Blocks as they were and as they are -> the candidate pairs that are gained and lost; all others are left alone.

import type { BlockMember } from './blocks.ts'
import { compareChains } from './compare/compare.ts'
import type { MatchStore } from './match-store.ts'
import { neighboursIn } from './neighbours.ts'
import type { Replaced } from './replace-documents.ts'

/** A pair with a lower score is not kept, and connects nothing: so much may be chance. */
export const MIN_PAIR_SCORE = 1.2

/** @returns keys of the chains that gained or lost a pair */
export function updatePairs(store: MatchStore, { blocks, added }: Pick<Replaced, 'blocks' | 'added'>): Set<string> {
  const affected = new Set<string>()
  for (const [block, before] of blocks)
    for (const { one, other, change } of neighbourChanges(before, store.members(block), added))
      if (updatePair(store, one, other, change)) affected.add(one).add(other)
  return affected
}

interface NeighbourChange {
  /** The lower key. */
  one: string
  other: string
  /** 1 if they have become neighbours in a block, -1 if they are no longer. */
  change: 1 | -1
}

/** @param added chains that have no pairs yet, even if a chain with the same key was a member before */
function* neighbourChanges(
  before: readonly BlockMember[],
  now: readonly BlockMember[],
  added: ReadonlySet<string>,
): Generator<NeighbourChange> {
  const [were, are] = [neighboursIn(before), neighboursIn(now)]
  const stays = (key: string): boolean => !added.has(key) && were.has(key) && are.has(key)
  for (const [one, other] of were.pairs())
    if (stays(one) && stays(other) && !are.areNeighbours(one, other)) yield { one, other, change: -1 }
  for (const [one, other] of are.pairs())
    if (!(stays(one) && stays(other) && were.areNeighbours(one, other))) yield { one, other, change: 1 }
}

/**
 * Compares two chains when they first become neighbours; after that counts in how many blocks they are.
 * @returns whether the pair is gained or lost
 */
function updatePair(store: MatchStore, one: string, other: string, change: 1 | -1): boolean {
  const pair = store.pairBetween(one, other)
  if (pair) {
    const blocks = pair.blocks + change
    store.setPair({ ...pair, blocks })
    return blocks === 0
  }
  const [a, b] = [store.compared(one), store.compared(other)]
  if (change < 0 || !a || !b) return false
  const score = compareChains(a, b)
  if (score < MIN_PAIR_SCORE) return false
  store.setPair({ one, other, score, blocks: 1 })
  return true
}
