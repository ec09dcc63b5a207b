// What reconciling keeps between reports: event chains, the blocks they stand in, the candidate pairs among them and the incident of each.
// This one keeps them in memory; a record keeps the same in its tables.

import type { ArticleShingles } from './article-shingles.ts'
import { type BlockMember, blocksOf, memberOf } from './blocks.ts'
import type { ComparedChain } from './compared-chain.ts'
import type { EventChain } from './event-chain.ts'

/** Two chains that are neighbours in a block, and may be of one event. */
export interface CandidatePair {
  /** The lower key. */
  one: string
  other: string
  score: number
  /** In how many blocks they are neighbours. */
  blocks: number
}

export interface MatchStore {
  chains(document: string): readonly EventChain[]
  /** Replaces what the document had; no chains and no shingles remove it. The caller has removed the pairs of its chains before. */
  replaceDocument(document: string, chains: readonly EventChain[], shingles: readonly ArticleShingles[]): void
  /** Null if it is gone. */
  chain(key: string): EventChain | null
  /** What comparison needs of it; null if it is gone. */
  compared(key: string): ComparedChain | null
  shingles(article: string): ReadonlySet<number>
  members(block: string): readonly BlockMember[]
  pairs(key: string): readonly CandidatePair[]
  pairBetween(one: string, other: string): CandidatePair | null
  /** A pair with `blocks` 0 is removed. */
  setPair(pair: CandidatePair): void
  /** The id of the chain's incident; null before the first clustering. */
  incident(key: string): string | null
  setIncident(keys: readonly string[], incident: string): void
}

interface StoredDocument {
  chains: readonly EventChain[]
  shingles: readonly ArticleShingles[]
}

interface StoredChain {
  chain: EventChain
  member: BlockMember
  /** By the key of the other chain. */
  pairs: Map<string, CandidatePair>
  incident: string | null
}

export interface MemoryMatchStore extends MatchStore {
  documents(): Iterable<readonly [id: string, StoredDocument]>
  allPairs(): Iterable<CandidatePair>
}

const NO_DOCUMENT: StoredDocument = { chains: [], shingles: [] }

export function openMatchStore(): MemoryMatchStore {
  const documents = new Map<string, StoredDocument>()
  const stored = new Map<string, StoredChain>()
  const blocks = new Map<string, Set<BlockMember>>()
  const shinglesOf = new Map<string, ReadonlySet<number>>()

  const removeDocument = (document: string): void => {
    const { chains, shingles } = documents.get(document) ?? NO_DOCUMENT
    for (const { article } of shingles) shinglesOf.delete(article)
    for (const chain of chains) {
      const member = stored.get(chain.key)?.member
      if (member) for (const block of blocksOf(chain)) blocks.get(block)?.delete(member)
      stored.delete(chain.key)
    }
    documents.delete(document)
  }

  return {
    chains: (document) => (documents.get(document) ?? NO_DOCUMENT).chains,
    replaceDocument(document, chains, shingles) {
      removeDocument(document)
      if (chains.length + shingles.length === 0) return
      documents.set(document, { chains, shingles })
      for (const { article, numbers } of shingles) shinglesOf.set(article, numbers)
      for (const chain of chains) {
        const member = memberOf(chain)
        stored.set(chain.key, { chain, member, pairs: new Map(), incident: null })
        for (const block of blocksOf(chain)) blocks.set(block, (blocks.get(block) ?? new Set()).add(member))
      }
    },
    chain: (key) => stored.get(key)?.chain ?? null,
    compared: (key) => stored.get(key)?.chain ?? null,
    shingles: (article) => shinglesOf.get(article) ?? new Set(),
    members: (block) => [...(blocks.get(block) ?? [])],
    pairs: (key) => [...(stored.get(key)?.pairs.values() ?? [])],
    pairBetween: (one, other) => stored.get(one)?.pairs.get(other) ?? null,
    setPair(pair) {
      const [ofOne, ofOther] = [stored.get(pair.one)?.pairs, stored.get(pair.other)?.pairs]
      if (pair.blocks > 0) {
        ofOne?.set(pair.other, pair)
        ofOther?.set(pair.one, pair)
      } else {
        ofOne?.delete(pair.other)
        ofOther?.delete(pair.one)
      }
    },
    incident: (key) => stored.get(key)?.incident ?? null,
    setIncident(keys, incident) {
      for (const key of keys) {
        const found = stored.get(key)
        if (found) found.incident = incident
      }
    },
    documents: () => documents,
    *allPairs() {
      for (const [key, { pairs }] of stored) for (const pair of pairs.values()) if (pair.one === key) yield pair
    },
  }
}
