// The first three steps. chain: a reading -> a line with all event chains of its document. block: these lines -> each chain once for each block
// and order that it stands in. single: the same lines -> a line for each chain, as the last two steps take it.

import type { Reading } from '../../types.ts'
import { blocksOf, memberOf } from '../blocks.ts'
import { packCompared } from '../compared-chain.ts'
import { articleOf, chainOf } from '../event-chain.ts'
import type { Mention } from '../mention.ts'
import { chainsOf, NOTHING_SAID } from '../reconcile.ts'
import { lastOfEach } from './groups.ts'
import { field, key, type Line, lineOf, numberField } from './line.ts'

interface PackedDocument {
  chains: (readonly Mention[])[]
  /** Of each article. */
  shingles: [article: string, numbers: number[]][]
}

/** Its key is the document's: if there are several readings of a document, the last counts. */
export function documentLine(reading: Reading): string {
  const { id, chains, shingles } = chainsOf(reading, NOTHING_SAID)
  const packed: PackedDocument = {
    chains: chains.map(({ mentions }) => mentions),
    shingles: shingles.map(({ article, numbers }) => [article, [...numbers]]),
  }
  return lineOf(field(id), JSON.stringify(packed))
}

const unpackDocument = (json: string): PackedDocument => JSON.parse(json) as PackedDocument

/** Sorted by document. */
export async function* blockChains(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const json of lastOfEach(lines))
    for (const chain of unpackDocument(json).chains.map(chainOf)) {
      const { day, words } = memberOf(chain)
      const [own, compared] = [field(chain.key), packCompared(chain)]
      for (const block of blocksOf(chain).map(field)) {
        yield lineOf(key(block, BY_DAY, numberField(day), own), compared)
        yield lineOf(key(block, BY_WORDS, numberField(words), own), compared)
      }
    }
}

/** The two orders in which chains of a block are neighbours (neighbours.ts). */
export const BY_DAY = 'D'
export const BY_WORDS = 'W'

/** Sorted by document. */
export async function* singleChains(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const json of lastOfEach(lines)) {
    const { chains, shingles } = unpackDocument(json)
    const shinglesOf = new Map(shingles)
    for (const chain of chains) {
      const [first] = chain
      const single: SingleChain = { chain, shingles: shinglesOf.get(articleOf(first)) ?? [] }
      yield lineOf(field(first.key), JSON.stringify(single))
    }
  }
}

/** An event chain with the shingles of its article. */
export interface SingleChain {
  chain: readonly Mention[]
  shingles: number[]
}
