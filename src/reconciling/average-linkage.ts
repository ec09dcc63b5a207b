// Items, and scores for pairs of them -> clusters, by average linkage: two clusters are joined while the average score between their members
// is high enough, the best first. The order of the pairs changes nothing.

import { popBest, push } from './priority-queue.ts'

/** Two items by their numbers, and how far they speak for one cluster. */
export interface ItemPair {
  one: number
  other: number
  score: number
}

export interface Linkage {
  /** The least average score between two clusters that are joined. */
  minAverage: number
  /** The score of a pair that is not among those given; asked for only between clusters that a given pair connects. */
  uncompared: (one: number, other: number) => number
}

/** It holds whatever the scores. */
export interface ItemConstraints {
  /** For each item its group, or null. */
  groups: readonly (string | null)[]
  /** Whether clusters that hold these groups can never be joined. */
  cannotLink: (one: string, other: string) => boolean
}

/** @param size number of items; of equal scores, those of the lower items are joined first */
export function averageLinkage(
  size: number,
  pairs: readonly ItemPair[],
  { minAverage, uncompared }: Linkage,
  { groups, cannotLink }: ItemConstraints = { groups: [], cannotLink: () => false },
): number[][] {
  const clusters = singleItems(size, pairs, groups)
  const queue: Joining[] = []
  const propose = (one: number, other: number): void => {
    const { score, size } = compareClusters(clusters, one, other)
    if (score >= minAverage && mayJoin(clusters, one, other, cannotLink))
      push(queue, { one: Math.min(one, other), other: Math.max(one, other), score, size }, isBetter)
  }
  for (const [one, others] of clusters.links) for (const other of others.keys()) if (one < other) propose(one, other)
  for (let next = popBest(queue, isBetter); next; next = popBest(queue, isBetter)) {
    const { one, other, size } = next
    const [a, b] = [clusters.members.get(one), clusters.members.get(other)]
    // If one of them has grown or was joined since, what it is now was proposed again.
    if (!a || !b || a.length + b.length !== size) continue
    join(clusters, one, other, uncompared)
    for (const third of clusters.links.get(one)?.keys() ?? []) propose(one, third)
  }
  return [...clusters.members.values()].sort((a, b) => a[0] - b[0])
}

/** All three by the lowest item of a cluster, which identifies it. */
interface Clusters {
  members: Map<number, number[]>
  /** To each other cluster that a given pair connects it with: the sum of the scores of all pairs between them, given or not. */
  links: Map<number, Map<number, number>>
  /** The groups in a cluster. */
  groups: Map<number, string[]>
}

/** Each item as a cluster of its own. */
function singleItems(size: number, pairs: readonly ItemPair[], groups: ItemConstraints['groups']): Clusters {
  const clusters: Clusters = { members: new Map(), links: new Map(), groups: new Map() }
  for (let item = 0; item < size; item++) {
    clusters.members.set(item, [item])
    clusters.links.set(item, new Map())
  }
  for (const { one, other, score } of pairs) {
    clusters.links.get(one)?.set(other, score)
    clusters.links.get(other)?.set(one, score)
  }
  for (const [item, group] of groups.entries()) if (group !== null) clusters.groups.set(item, [group])
  return clusters
}

/** The average score between their members, and the number of members of both together. */
function compareClusters({ members, links }: Clusters, one: number, other: number) {
  const sum = links.get(one)?.get(other) ?? Number.NEGATIVE_INFINITY
  const [a, b] = [members.get(one)?.length ?? 0, members.get(other)?.length ?? 0]
  return { score: sum / (a * b), size: a + b }
}

/** Of all members of the one with all of the other. */
function sumOfScores(ones: readonly number[], others: readonly number[], uncompared: Linkage['uncompared']): number {
  let sum = 0
  for (const one of ones) for (const other of others) sum += uncompared(one, other)
  return sum
}

const mayJoin = (
  { groups }: Clusters,
  one: number,
  other: number,
  cannotLink: ItemConstraints['cannotLink'],
): boolean => !groups.get(one)?.some((a) => groups.get(other)?.some((b) => cannotLink(a, b)))

function join(
  { members, links, groups }: Clusters,
  kept: number,
  joined: number,
  uncompared: Linkage['uncompared'],
): void {
  const [own, its] = [links.get(kept) ?? new Map<number, number>(), links.get(joined) ?? new Map<number, number>()]
  const [keeps, joins] = [members.get(kept) ?? [], members.get(joined) ?? []]
  for (const third of new Set([...own.keys(), ...its.keys()])) {
    links.get(third)?.delete(joined)
    if (third === kept || third === joined) continue
    const thirds = members.get(third) ?? []
    const sum =
      (own.get(third) ?? sumOfScores(keeps, thirds, uncompared)) +
      (its.get(third) ?? sumOfScores(joins, thirds, uncompared))
    own.set(third, sum)
    links.get(third)?.set(kept, sum)
  }
  own.delete(joined)
  links.delete(joined)
  members.set(
    kept,
    [...keeps, ...joins].sort((a, b) => a - b),
  )
  members.delete(joined)
  groups.set(kept, [...new Set([...(groups.get(kept) ?? []), ...(groups.get(joined) ?? [])])])
}

/** Two clusters that may be joined. They are still the same if they have as many members together as they had. */
interface Joining extends ItemPair {
  size: number
}

const isBetter = (a: Joining, b: Joining): boolean =>
  a.score !== b.score ? a.score > b.score : a.one !== b.one ? a.one < b.one : a.other < b.other
