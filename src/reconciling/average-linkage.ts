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
  /** The score of a pair that is not among those given. */
  uncompared: number
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
    const { score, size } = compareClusters(clusters, one, other, uncompared)
    if (score >= minAverage && mayJoin(clusters, one, other, cannotLink))
      push(queue, { one: Math.min(one, other), other: Math.max(one, other), score, size }, isBetter)
  }
  for (const [one, others] of clusters.links) for (const other of others.keys()) if (one < other) propose(one, other)
  for (let next = popBest(queue, isBetter); next; next = popBest(queue, isBetter)) {
    const { one, other, size } = next
    const [a, b] = [clusters.members.get(one), clusters.members.get(other)]
    // If one of them has grown or was joined since, what it is now was proposed again.
    if (!a || !b || a.length + b.length !== size) continue
    join(clusters, one, other)
    for (const third of clusters.links.get(one)?.keys() ?? []) propose(one, third)
  }
  return [...clusters.members.values()].sort((a, b) => a[0] - b[0])
}

/** All three by the lowest item of a cluster, which identifies it. */
interface Clusters {
  members: Map<number, number[]>
  /** To each other cluster. */
  links: Map<number, Map<number, Link>>
  /** The groups in a cluster. */
  groups: Map<number, string[]>
}

/** Between two clusters: the sum of the scores of pairs, and how many pairs have a score. */
interface Link {
  sum: number
  compared: number
}

const NO_LINK: Link = { sum: 0, compared: 0 }

/** Each item as a cluster of its own. */
function singleItems(size: number, pairs: readonly ItemPair[], groups: ItemConstraints['groups']): Clusters {
  const clusters: Clusters = { members: new Map(), links: new Map(), groups: new Map() }
  for (let item = 0; item < size; item++) {
    clusters.members.set(item, [item])
    clusters.links.set(item, new Map())
  }
  for (const { one, other, score } of pairs) {
    clusters.links.get(one)?.set(other, { sum: score, compared: 1 })
    clusters.links.get(other)?.set(one, { sum: score, compared: 1 })
  }
  for (const [item, group] of groups.entries()) if (group !== null) clusters.groups.set(item, [group])
  return clusters
}

/** The average score between their members, and the number of members of both together. */
function compareClusters({ members, links }: Clusters, one: number, other: number, uncompared: number) {
  const { sum, compared } = links.get(one)?.get(other) ?? NO_LINK
  const [a, b] = [members.get(one)?.length ?? 0, members.get(other)?.length ?? 0]
  return { score: (sum + uncompared * (a * b - compared)) / (a * b), size: a + b }
}

const mayJoin = (
  { groups }: Clusters,
  one: number,
  other: number,
  cannotLink: ItemConstraints['cannotLink'],
): boolean => !groups.get(one)?.some((a) => groups.get(other)?.some((b) => cannotLink(a, b)))

function join({ members, links, groups }: Clusters, kept: number, joined: number): void {
  const all = [...(members.get(kept) ?? []), ...(members.get(joined) ?? [])].sort((a, b) => a - b)
  members.set(kept, all)
  members.delete(joined)
  groups.set(kept, [...new Set([...(groups.get(kept) ?? []), ...(groups.get(joined) ?? [])])])
  const own = links.get(kept)
  for (const [other, link] of links.get(joined) ?? []) {
    links.get(other)?.delete(joined)
    if (other === kept) continue
    const before = own?.get(other) ?? NO_LINK
    const both = { sum: before.sum + link.sum, compared: before.compared + link.compared }
    own?.set(other, both)
    links.get(other)?.set(kept, both)
  }
  own?.delete(joined)
  links.delete(joined)
}

/** Two clusters that may be joined. They are still the same if they have as many members together as they had. */
interface Joining extends ItemPair {
  size: number
}

const isBetter = (a: Joining, b: Joining): boolean =>
  a.score !== b.score ? a.score > b.score : a.one !== b.one ? a.one < b.one : a.other < b.other
