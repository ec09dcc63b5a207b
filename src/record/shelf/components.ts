// All chains on a shelf, and which are connected -> pieces of work that threads can do: components, with what clustering and describing need.

import type { ItemPair } from '../../reconciling/average-linkage.ts'
import type { ClosestOfAll } from '../../reconciling/closest-of-all.ts'
import { clusterItems } from '../../reconciling/cluster.ts'
import { chainOf, type EventChain } from '../../reconciling/event-chain.ts'
import { incidentOf } from '../../reconciling/incident.ts'
import { SEPARATOR } from '../../reconciling/mention.ts'
import { openGroups } from '../../reconciling/numbered-groups.ts'
import type { PackedChains } from './file-shelf.ts'
import { type PackedIncident, packIncident } from './incident-file.ts'
import { fromBytes, unpackedMentions } from './packing.ts'

export interface Component {
  /** By key. */
  chains: Uint8Array[]
  /** Those that connect them, by position. */
  pairs: ItemPair[]
  /** Of the documents, by which their articles are compared; of one chain there is nothing to compare. */
  shingles: [document: string, ofArticles: Uint8Array[]][]
}

/** Chains of a piece, but for the last component's. */
const MIN_CHAINS = 200

export function* componentsOf(shelf: PackedChains, closest: ClosestOfAll): Generator<Component[]> {
  const groups = openGroups(shelf.count)
  for (let chain = 0; chain < shelf.count; chain++)
    for (const { one, other } of closest.connecting(chain)) groups.link(one, other)
  let [piece, size]: [Component[], number] = [[], 0]
  for (const chains of groups.groups()) {
    piece.push(componentOf(chains, shelf, closest))
    size += chains.length
    if (size < MIN_CHAINS) continue
    yield piece
    piece = []
    size = 0
  }
  yield piece
}

function componentOf(chains: readonly number[], shelf: PackedChains, closest: ClosestOfAll): Component {
  const positions = new Map(chains.map((chain, position) => [chain, position]))
  const positionOf = (chain: number): number => positions.get(chain) ?? 0
  const documents = chains.length > 1 ? new Set(chains.map(shelf.documentOf)) : []
  return {
    chains: chains.map(shelf.packedMentions),
    pairs: chains
      .flatMap(closest.connecting)
      .map(({ one, other, score }) => ({ one: positionOf(one), other: positionOf(other), score })),
    shingles: Array.from(documents, (document) => [document, shelf.packedShingles(document)]),
  }
}

export const describeAll = (components: readonly Component[]): PackedIncident[] => components.flatMap(incidentsIn)

function incidentsIn({ chains, pairs, shingles }: Component): PackedIncident[] {
  const mentions = chains.map(unpackedMentions)
  const compared: EventChain[] = []
  const chainAt = (item: number): EventChain => {
    compared[item] ??= chainOf(mentions[item])
    return compared[item]
  }
  const byArticle = new Map<string, ReadonlySet<number>>(
    shingles.flatMap(([document, ofArticles]) =>
      ofArticles.map((bytes, at) => [`${document}${SEPARATOR}${at + 1}`, fromBytes(bytes)]),
    ),
  )
  const shinglesOf = (article: string): ReadonlySet<number> => byArticle.get(article) ?? new Set()
  return clusterItems(chains.length, pairs, chainAt).map((cluster) => {
    const own = cluster.map((item) => ({ mentions: mentions[item] }))
    return packIncident(incidentOf(own, shinglesOf))
  })
}
