// All documents, on a shelf -> their incidents, one after the other, by the same steps as updateIncidents takes with a match store: block, compare,
// connect, cluster, constrain, describe. What is held in memory is some eighty bytes a chain, and one component.

import type { AccountByHand, Incident } from '../types.ts'
import { asSaid } from './as-said.ts'
import type { ItemPair } from './average-linkage.ts'
import type { BlockMember } from './blocks.ts'
import { type Guests, guestsIn } from './by-hand.ts'
import { type ClosestOfAll, openClosestOfAll } from './closest-of-all.ts'
import { clusterItems } from './cluster.ts'
import { compareChains } from './compare/compare.ts'
import { type ComparedLately, openComparedLately } from './compared-lately.ts'
import { type Constraints, groupOfChain } from './constraints.ts'
import type { EventChain } from './event-chain.ts'
import { incidentOf } from './incident.ts'
import { keepConstraints } from './keep-constraints.ts'
import type { Links } from './links.ts'
import { neighboursIn } from './neighbours.ts'
import { openGroups } from './numbered-groups.ts'
import type { NumberedChains } from './shelf.ts'
import { MIN_PAIR_SCORE } from './update-pairs.ts'

/** What people say. */
export interface Said {
  constraints: Constraints
  parties: Links
  byHand: readonly AccountByHand[]
}

export interface DescribedIncident {
  incident: Incident
  /** Of its chains. */
  keys: readonly string[]
}

/** @param onPair told of each candidate pair once for each block in which its chains are neighbours */
export function* incidentsOf(
  shelf: NumberedChains,
  said: Said,
  onPair: (one: number, other: number, score: number) => void = () => {},
): Generator<DescribedIncident> {
  const closest = openClosestOfAll(shelf.count)
  const lately = openComparedLately(shelf.count)
  for (const members of shelf.blocks())
    comparePairs(members, shelf, lately, (one, other, score) => {
      closest.offer(one, other, score)
      onPair(one, other, score)
    })
  const named = namedChains(shelf, said.constraints)
  const guests = guestsIn(said.byHand, { chains: (document) => shelf.chainsOf(document).map(shelf.chain) })
  const isGuest = guestNumbers(shelf, said.byHand, guests)
  for (const parts of componentsOf(shelf.count, closest, named)) {
    if (parts.every((part) => part.chains.every((chain) => isGuest.has(chain)))) continue
    const clusters = parts.flatMap((part) => clusterPart(part, shelf))
    const isNamed = clusters.some((cluster) => cluster.some((chain) => named.has(chain)))
    if (isNamed) {
      const whole = clusters.map((cluster) => cluster.map(shelf.chain))
      for (const own of keepConstraints(whole, said.constraints)) yield describe(own, guests, said, shelf.shingles)
    } else for (const own of clusters) yield describe(own.map(shelf.chain), guests, said, shelf.shingles)
  }
}

/** @param own the chains of a cluster, by key */
export function describe(
  own: readonly EventChain[],
  guests: Guests,
  { parties }: Pick<Said, 'parties'>,
  shinglesOf: (article: string) => ReadonlySet<number>,
): DescribedIncident {
  const joining = own.flatMap(({ key }) => guests.guestsOf(key))
  const chains = [...own, ...joining].toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const incident = incidentOf(
    chains.map((chain) => asSaid(chain, parties)),
    shinglesOf,
  )
  return { incident, keys: chains.map(({ key }) => key) }
}

function comparePairs(
  members: readonly BlockMember<number>[],
  shelf: NumberedChains,
  lately: ComparedLately,
  onPair: (one: number, other: number, score: number) => void,
): void {
  for (const [one, other] of neighboursIn(members).pairs()) {
    if (shelf.areApart(one, other) || lately.has(one, other)) continue
    const score = compareChains(shelf.compared(one), shelf.compared(other))
    if (score >= MIN_PAIR_SCORE) onPair(one, other, score)
    else lately.add(one, other)
  }
}

/** What pairs alone connect: the same whatever people say. */
interface Part {
  chains: readonly number[]
  pairs: readonly ItemPair[]
}

/** The parts of each component. Chains of which people say that they are one event are in one, whatever the pairs say. */
function* componentsOf(count: number, closest: ClosestOfAll, named: ReadonlyMap<number, string>): Generator<Part[]> {
  const parts = openGroups(count)
  const components = named.size > 0 ? openGroups(count) : parts
  for (let chain = 0; chain < count; chain++)
    for (const { one, other } of closest.connecting(chain)) {
      parts.link(one, other)
      components.link(one, other)
    }
  const firstOf = new Map<string, number>()
  for (const [chain, group] of named) {
    const first = firstOf.get(group) ?? chain
    firstOf.set(group, first)
    components.link(first, chain)
  }
  for (const component of components.groups()) {
    const chainsOf = new Map<number, number[]>()
    for (const chain of component) {
      const root = parts.rootOf(chain)
      const chains = chainsOf.get(root)
      if (chains) chains.push(chain)
      else chainsOf.set(root, [chain])
    }
    yield [...chainsOf.values()].map((chains) => ({ chains, pairs: chains.flatMap(closest.connecting) }))
  }
}

function clusterPart({ chains, pairs }: Part, shelf: NumberedChains): (readonly number[])[] {
  if (pairs.length === 0) return [chains]
  const itemOf = new Map(chains.map((chain, item) => [chain, item]))
  const itemPairs = pairs.map(({ one, other, score }) => ({
    one: itemOf.get(one) ?? 0,
    other: itemOf.get(other) ?? 0,
    score,
  }))
  const clusters = clusterItems(chains.length, itemPairs, (item) => shelf.compared(chains[item]))
  return clusters.map((cluster) => cluster.map((item) => chains[item]))
}

/** The chains with a mention in a grouping, each with its group. */
function namedChains(shelf: NumberedChains, constraints: Constraints): Map<number, string> {
  const named = new Map<number, string>()
  for (const document of new Set(constraints.names.map((name) => name.document)))
    for (const chain of shelf.chainsOf(document)) {
      const group = groupOfChain(shelf.chain(chain), constraints)
      if (group !== null) named.set(chain, group)
    }
  return named
}

function guestNumbers(shelf: NumberedChains, byHand: readonly AccountByHand[], { isGuest }: Guests): Set<number> {
  const documents = new Set(byHand.flatMap(({ event }) => event?.document ?? []))
  const chains = [...documents].flatMap((document) => shelf.chainsOf(document))
  return new Set(chains.filter((chain) => isGuest(shelf.chain(chain).key)))
}
