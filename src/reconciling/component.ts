// Affected chains -> the components that they are in. A component is all chains that their closest pairs or must-link constraints connect; an
// incident never reaches beyond one. Its parts are connected by pairs alone, so they are the same whatever people say.

import type { ItemPair } from './average-linkage.ts'
import { closestPairs } from './closest-pairs.ts'
import { type Constraints, chainsLinkedTo } from './constraints.ts'
import type { EventChain } from './event-chain.ts'
import type { CandidatePair, MatchStore } from './match-store.ts'

export interface Component {
  parts: readonly ComponentPart[]
  /** Ids of the incidents that the chains belonged to until now. */
  incidents: ReadonlySet<string>
}

export interface ComponentPart {
  /** By key. */
  chains: readonly EventChain[]
  /** The candidate pairs among them, each once, by position in `chains`. */
  pairs: readonly ItemPair[]
}

/** Each component once. Keys of chains that are gone are passed over. */
export function* affectedComponents(
  affected: Iterable<string>,
  store: MatchStore,
  constraints: Constraints,
): Generator<Component> {
  const seen = new Set<string>()
  for (const key of affected) {
    if (seen.has(key) || !store.chain(key)) continue
    const component = componentAround(key, store, constraints)
    for (const { chains } of component.parts) for (const chain of chains) seen.add(chain.key)
    yield component
  }
}

function componentAround(key: string, store: MatchStore, constraints: Constraints): Component {
  const found = new Set<string>()
  const parts: ComponentPart[] = []
  const starts = new Set([key])
  // Iterating over a set also visits what is added on the way.
  for (const start of starts) {
    if (found.has(start)) continue
    const part = partAround(start, store)
    parts.push(part)
    for (const chain of part.chains) {
      found.add(chain.key)
      for (const linked of chainsLinkedTo(chain, constraints, store)) starts.add(linked.key)
    }
  }
  return { parts, incidents: new Set([...found].flatMap((member) => store.incident(member) ?? [])) }
}

function partAround(key: string, store: MatchStore): ComponentPart {
  const found = new Set([key])
  const pairs: CandidatePair[] = []
  for (const member of found) {
    for (const pair of closestPairs(member, store)) {
      if (pair.one === member) pairs.push(pair)
      found.add(pair.one === member ? pair.other : pair.one)
    }
  }
  const keys = [...found].sort()
  const positions = new Map(keys.map((member, position) => [member, position]))
  return {
    chains: keys.flatMap((member) => store.chain(member) ?? []),
    pairs: pairs.map(({ one, other, score }) => ({
      one: positions.get(one) ?? 0,
      other: positions.get(other) ?? 0,
      score,
    })),
  }
}
