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

/** They hold whatever the scores. */
export interface ItemConstraints {
  /** For each item its must-link group, or null: the items of a group are one cluster from the start. */
  groups: readonly (string | null)[]
  /** Whether clusters that hold these groups can never be joined. */
  cannotLink: (one: string, other: string) => boolean
}

/** Between two clusters. */
interface Link {
  sum: number
  /** How many pairs of their members have a score. */
  compared: number
}

const NO_LINK: Link = { sum: 0, compared: 0 }

/** @param size number of items; of equal scores, those of the lower items are joined first */
export function averageLinkage(
  size: number,
  pairs: readonly ItemPair[],
  { minAverage, uncompared }: Linkage,
  { groups, cannotLink }: ItemConstraints = { groups: [], cannotLink: () => false },
): number[][] {
  // All three by the lowest item of a cluster, which names it.
  const clusters = new Map<number, number[]>()
  const links = new Map<number, Map<number, Link>>()
  const groupsIn = new Map<number, string[]>()
  for (let item = 0; item < size; item++) {
    clusters.set(item, [item])
    links.set(item, new Map())
  }
  for (const { one, other, score } of pairs) {
    links.get(one)?.set(other, { sum: score, compared: 1 })
    links.get(other)?.set(one, { sum: score, compared: 1 })
  }
  for (const [item, group] of groups.entries()) if (group !== null) groupsIn.set(item, [group])

  const queue: Joining[] = []
  const mayJoin = (one: number, other: number): boolean =>
    !groupsIn.get(one)?.some((a) => groupsIn.get(other)?.some((b) => cannotLink(a, b)))
  const propose = (one: number, other: number): void => {
    const { sum, compared } = links.get(one)?.get(other) ?? NO_LINK
    const [a, b] = [clusters.get(one)?.length ?? 0, clusters.get(other)?.length ?? 0]
    const score = (sum + uncompared * (a * b - compared)) / (a * b)
    if (score >= minAverage && mayJoin(one, other))
      push(queue, { one: Math.min(one, other), other: Math.max(one, other), score, size: a + b }, isBetter)
  }
  const join = (kept: number, joined: number): void => {
    const members = [...(clusters.get(kept) ?? []), ...(clusters.get(joined) ?? [])]
    clusters.set(
      kept,
      members.sort((a, b) => a - b),
    )
    clusters.delete(joined)
    groupsIn.set(kept, [...new Set([...(groupsIn.get(kept) ?? []), ...(groupsIn.get(joined) ?? [])])])
    const own = links.get(kept)
    for (const [other, { sum, compared }] of links.get(joined) ?? []) {
      links.get(other)?.delete(joined)
      if (other === kept) continue
      const before = own?.get(other) ?? NO_LINK
      const both = { sum: before.sum + sum, compared: before.compared + compared }
      own?.set(other, both)
      links.get(other)?.set(kept, both)
    }
    own?.delete(joined)
    links.delete(joined)
  }

  const firstOf = new Map<string, number>()
  for (const [item, group] of groups.entries()) {
    if (group === null) continue
    const first = firstOf.get(group)
    if (first === undefined) firstOf.set(group, item)
    else join(first, item)
  }
  for (const [one, others] of links) for (const other of others.keys()) if (one < other) propose(one, other)
  for (let next = popBest(queue, isBetter); next; next = popBest(queue, isBetter)) {
    const { one, other, size } = next
    const [a, b] = [clusters.get(one), clusters.get(other)]
    // One of them has grown or was joined since; what it is now was proposed again.
    if (!a || !b || a.length + b.length !== size) continue
    join(one, other)
    for (const third of links.get(one)?.keys() ?? []) propose(one, third)
  }
  return [...clusters.values()].sort((a, b) => a[0] - b[0])
}

/** Two clusters that may be joined; `size`, of both together, tells whether they are still as they were. */
interface Joining extends ItemPair {
  size: number
}

const isBetter = (a: Joining, b: Joining): boolean =>
  a.score !== b.score ? a.score > b.score : a.one !== b.one ? a.one < b.one : a.other < b.other
