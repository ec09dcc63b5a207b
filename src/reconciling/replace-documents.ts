// Documents that changed -> their chains replaced in the store, with their blocks, and what that affects.

import type { ArticleShingles } from './article-shingles.ts'
import { type BlockMember, blocksOf } from './blocks.ts'
import { type Constraints, chainsLinkedTo } from './constraints.ts'
import type { EventChain } from './event-chain.ts'
import type { MatchStore } from './match-store.ts'

/** What reconciling keeps of a document; no chains and no shingles if the document is gone. */
export interface DocumentChains {
  id: string
  chains: readonly EventChain[]
  shingles: readonly ArticleShingles[]
}

export interface Replaced {
  /** The blocks of all chains that were removed or added, each with its members before. */
  blocks: ReadonlyMap<string, readonly BlockMember[]>
  /** Keys of the chains that are in the store since; they have no pairs yet. */
  added: ReadonlySet<string>
  /** Keys of chains that may belong to another incident now: those added, and those that were paired with or must be linked to a removed one. */
  affected: ReadonlySet<string>
  /** Ids of the incidents that the removed chains belonged to. */
  incidents: ReadonlySet<string>
}

export function replaceDocuments(
  store: MatchStore,
  documents: Iterable<DocumentChains>,
  constraints: Constraints,
): Replaced {
  const blocks = new Map<string, readonly BlockMember[]>()
  const [added, affected, incidents] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const { id, chains, shingles } of documents) {
    const old = store.chains(id)
    for (const block of [...old, ...chains].flatMap(blocksOf))
      if (!blocks.has(block)) blocks.set(block, store.members(block))
    for (const chain of old) {
      added.delete(chain.key)
      for (const linked of chainsLinkedTo(chain, constraints, store)) affected.add(linked.key)
      const incident = store.incident(chain.key)
      if (incident !== null) incidents.add(incident)
      for (const pair of store.pairs(chain.key)) {
        affected.add(pair.one).add(pair.other)
        store.setPair({ ...pair, blocks: 0 })
      }
    }
    store.replaceDocument(id, chains, shingles)
    for (const { key } of chains) {
      added.add(key)
      affected.add(key)
    }
  }
  return { blocks, added, affected, incidents }
}
