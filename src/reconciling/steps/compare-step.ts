// Chains, sorted by block, order, place in the order and key -> the candidate pairs among neighbours, with their scores; each pair twice, once
// for each of its chains. It holds as many chains as are neighbours, however large a block is.

import type { ScoredPair } from '../closest-pairs.ts'
import { compareChains } from '../compare/compare.ts'
import { type ComparedChain, unpackCompared } from '../compared-chain.ts'
import { WINDOW_MEMBERS } from '../neighbours.ts'
import { MIN_PAIR_SCORE } from '../update-pairs.ts'
import { BY_DAY, BY_WORDS } from './chains.ts'
import { inOrder } from './groups.ts'
import { field, fieldsOf, type Line, lineOf } from './line.ts'

/** A chain stands in several blocks that come one after the other: so many are kept as objects. */
const MAX_CHAINS_KEPT = 2000

export async function* comparePairs(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  const unpack = keeping(MAX_CHAINS_KEPT)
  let at: Group = { block: '', order: '', isWhole: false, isDone: false, size: 0, window: [] }
  for await (const { key, json } of inOrder(lines)) {
    const [block, order, , own] = fieldsOf(key)
    if (at.block !== block || at.order !== order) at = groupAfter(at, block, order)
    at.size++
    if (at.isDone) continue
    const chain = unpack(own, json)
    for (const other of at.window) yield* pairLines(chain, other)
    at.window.push(chain)
    if (at.window.length > WINDOW_MEMBERS) at.window.shift()
  }
}

/** The members of a block in one of its orders. */
interface Group {
  block: string
  order: string
  /** Whether it begins here: of the first one, more may be in another part of the lines. */
  isWhole: boolean
  /** Whether all of its pairs were compared already. */
  isDone: boolean
  size: number
  /** The last members. */
  window: ComparedChain[]
}

/** What was compared by day need not be compared by words, if all were neighbours. */
function groupAfter(before: Group, block: string, order: string): Group {
  const isSameBlock = before.block === block && before.order === BY_DAY && order === BY_WORDS
  const isDone = isSameBlock && before.isWhole && before.size <= WINDOW_MEMBERS + 1
  return { block, order, isWhole: before.size > 0, isDone, size: 0, window: [] }
}

function* pairLines(chain: ComparedChain, neighbour: ComparedChain): Generator<string> {
  const [one, other] = chain.key < neighbour.key ? [chain, neighbour] : [neighbour, chain]
  const score = compareChains(one, other)
  if (score < MIN_PAIR_SCORE) return
  const pair: ScoredPair = { one: one.key, other: other.key, score }
  const json = JSON.stringify(pair)
  for (const key of [one.key, other.key]) yield lineOf(field(key), json)
}

/** Unpacks chains, and keeps the last. */
function keeping(most: number): (key: string, json: string) => ComparedChain {
  const kept = new Map<string, ComparedChain>()
  return (key, json) => {
    const chain = kept.get(key) ?? unpackCompared(json)
    kept.delete(key)
    kept.set(key, chain)
    const [oldest] = kept.size > most ? kept.keys() : []
    if (oldest !== undefined) kept.delete(oldest)
    return chain
  }
}
