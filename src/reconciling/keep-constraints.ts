// Clusters by comparison alone -> clusters that keep to what people say. Clusters with chains that must be linked become one, and one with
// chains that cannot be linked is divided. Decisions weigh in no comparison, so a chain that nobody named stays with its cluster.

import { compareChains } from './compare/compare.ts'
import { type Constraints, groupOfChain } from './constraints.ts'
import type { EventChain } from './event-chain.ts'
import { pairsOf } from './links.ts'

/** Of a larger group, these chains stand for all in a comparison. */
const MAX_CHAINS_COMPARED = 20

/** @param clusters of one component, the chains of each by key */
export function keepConstraints(clusters: readonly EventChain[][], constraints: Constraints): EventChain[][] {
  const groups = clusters.map((cluster) => chainsByGroup(cluster, constraints))
  const incidentOf = joinGroups(groups, constraints)
  const alone = clusters.filter((_, at) => groups[at].size === 0)
  const held = new Map<string, EventChain[]>()
  for (const [at, cluster] of clusters.entries()) {
    /** Which of its named chains are of which incident. */
    const named = new Map<string, EventChain[]>()
    for (const [group, chains] of groups[at]) append(named, incidentOf(group), chains)
    if (named.size === 0) continue
    for (const chain of cluster) {
      const group = groupOfChain(chain, constraints)
      append(held, group === null ? mostAlike(chain, named) : incidentOf(group), [chain])
    }
  }
  return [...alone, ...held.values()]
}

/** Without those that nobody named. */
function chainsByGroup(cluster: readonly EventChain[], constraints: Constraints): Map<string, EventChain[]> {
  const groups = new Map<string, EventChain[]>()
  for (const chain of cluster) {
    const group = groupOfChain(chain, constraints)
    if (group !== null) append(groups, group, [chain])
  }
  return groups
}

/**
 * Groups in one cluster are one incident, and so are groups that these have in common with another cluster, unless two of them cannot be linked.
 * Then those that are most alike are.
 *
 * @returns of a group one that stands for its incident
 */
function joinGroups(
  clusters: readonly ReadonlyMap<string, readonly EventChain[]>[],
  { cannotLink, partedFrom }: Constraints,
): (group: string) => string {
  const joined = new Map<string, readonly string[]>()
  for (const groups of clusters) for (const group of groups.keys()) joined.set(group, [group])
  const mayConflict = [...joined.keys()].some((group) => partedFrom(group).some((other) => joined.has(other)))
  const pairs = clusters
    .flatMap((groups) =>
      [...pairsOf([...groups.keys()].sort())].map(([one, other]) => ({
        one,
        other,
        score: mayConflict ? likeness(groups.get(one) ?? [], groups.get(other) ?? []) : 0,
      })),
    )
    .sort((a, b) => b.score - a.score || compareNames(a.one, b.one) || compareNames(a.other, b.other))
  for (const { one, other } of pairs) {
    const [a, b] = [joined.get(one) ?? [], joined.get(other) ?? []]
    if (a === b || (mayConflict && a.some((group) => b.some((next) => cannotLink(group, next))))) continue
    const both = [...a, ...b]
    for (const group of both) joined.set(group, both)
  }
  return (group) => joined.get(group)?.[0] ?? group
}

const compareNames = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The incident, of those that a cluster was divided into, whose chains in it are most like this one. */
function mostAlike(chain: EventChain, incidents: ReadonlyMap<string, readonly EventChain[]>): string {
  const [[first, chains], ...others] = incidents
  if (others.length === 0) return first
  let best = { incident: first, score: likeness([chain], chains) }
  for (const [incident, chains] of others) {
    const score = likeness([chain], chains)
    if (score > best.score) best = { incident, score }
  }
  return best.incident
}

/** The average score between them. */
function likeness(some: readonly EventChain[], others: readonly EventChain[]): number {
  const [a, b] = [some.slice(0, MAX_CHAINS_COMPARED), others.slice(0, MAX_CHAINS_COMPARED)]
  const scores = a.flatMap((one) => b.map((other) => compareChains(one, other)))
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}

function append(lists: Map<string, EventChain[]>, key: string, chains: readonly EventChain[]): void {
  const list = lists.get(key)
  if (list) list.push(...chains)
  else lists.set(key, [...chains])
}
