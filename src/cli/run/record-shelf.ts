// The tables of a record -> a match store as reconciling takes it: chains are packed on the way in and unpacked on the way out, each once.

import type { ArticleShingles } from '../../reconciling/article-shingles.ts'
import { blocksOf, memberOf } from '../../reconciling/blocks.ts'
import { type EventChain, packChain, unpackChain } from '../../reconciling/event-chain.ts'
import type { MatchStore } from '../../reconciling/match-store.ts'
import type { StoredShelf, StoredShingles, StoredTelling } from '../../record/incidents/shelf.ts'

export function recordShelf(stored: StoredShelf): MatchStore {
  const unpacked = new Map<string, EventChain>()
  const unpack = (key: string, json: string): EventChain => {
    const chain = unpacked.get(key) ?? unpackChain(json)
    unpacked.set(key, chain)
    return chain
  }
  return {
    chains: (document) => stored.tellings(document).map(({ key, json }) => unpack(key, json)),
    replaceDocument(document, chains, shingles) {
      for (const { key } of stored.tellings(document)) unpacked.delete(key)
      stored.put(
        document,
        chains.map((chain) => storedTelling(chain, null)),
        shingles.map(storedShingles),
      )
      for (const chain of chains) unpacked.set(chain.key, chain)
    },
    chain(key) {
      const known = unpacked.get(key)
      if (known) return known
      const json = stored.telling(key)
      return json === null ? null : unpack(key, json)
    },
    shingles: (article) => numbersIn(stored.shingles(article)),
    members: stored.members,
    pairs: stored.threads,
    pairBetween: stored.threadBetween,
    setPair: stored.setThread,
    incident: stored.incident,
    setIncident: stored.setIncident,
  }
}

export const storedTelling = (chain: EventChain, incident: string | null): StoredTelling => ({
  ...memberOf(chain),
  json: packChain(chain),
  blocks: blocksOf(chain),
  incident,
})

export const storedShingles = ({ article, numbers }: ArticleShingles): StoredShingles => ({
  article,
  numbers: Buffer.from(Uint32Array.from(numbers).buffer),
})

const numbersIn = (bytes: Buffer | null): Set<number> =>
  new Set(bytes === null ? [] : new Uint32Array(Uint8Array.from(bytes).buffer))
