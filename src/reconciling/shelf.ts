// Where the event chains of many documents stand while all of them are reconciled at once: here in memory; beyond a bound in a file
// (record/shelf/file-shelf.ts). Once all documents are there, chains go by numbers in the order of their keys.

import type { ArticleShingles } from './article-shingles.ts'
import { type BlockMember, blocksOf } from './blocks.ts'
import type { ComparedChain } from './compared-chain.ts'
import type { EventChain } from './event-chain.ts'
import type { DocumentChains } from './replace-documents.ts'
import { chainRow, openShelfRows } from './shelf-rows.ts'

export interface Shelf {
  /** Replaces what the document had. */
  put(document: DocumentChains): void
  /** When all documents are there. */
  number(): NumberedChains
}

export interface NumberedChains {
  count: number
  /** The members of each block. */
  blocks(): Iterable<readonly BlockMember<number>[]>
  /** What comparison needs of a chain. */
  compared(chain: number): ComparedChain
  /** The whole of it, as describing needs it. */
  chain(chain: number): EventChain
  /** The chains of a document. */
  chainsOf(document: string): readonly number[]
  /** Of two chains, whether their kinds are so different that nothing else could make them one event. */
  areApart(one: number, other: number): boolean
  documents(): Iterable<string>
  shingles(article: string): ReadonlySet<number>
  shinglesOf(document: string): readonly ArticleShingles[]
}

const NO_SHINGLES: ReadonlySet<number> = new Set()

export function openMemoryShelf(): Shelf {
  const rows = openShelfRows()
  const stored: EventChain[] = []
  const blocks = new Map<string, number[]>()
  const shinglesOf = new Map<string, readonly ArticleShingles[]>()
  return {
    put({ id, chains, shingles }) {
      const sorted = chains.toSorted((one, other) => (one.key < other.key ? -1 : 1))
      const first = rows.put(id, sorted.map(chainRow))
      for (const [at, chain] of sorted.entries()) {
        stored[first + at] = chain
        for (const block of blocksOf(chain)) {
          const members = blocks.get(block)
          if (members) members.push(first + at)
          else blocks.set(block, [first + at])
        }
      }
      shinglesOf.set(id, shingles)
    },
    number() {
      const { rowOf, members, ...numbered } = rows.number()
      const chain = (number: number): EventChain => stored[rowOf(number)]
      const printed = new Map([...shinglesOf.values()].flat().map(({ article, numbers }) => [article, numbers]))
      return {
        ...numbered,
        *blocks() {
          for (const of of blocks.values()) yield members(of)
        },
        compared: chain,
        chain,
        shingles: (article) => printed.get(article) ?? NO_SHINGLES,
        shinglesOf: (document) => shinglesOf.get(document) ?? [],
      }
    },
  }
}
