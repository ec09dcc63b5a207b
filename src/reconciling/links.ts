// What people say are one thing, or are not -> groups of names: which must be linked, and which cannot be. If two sayings contradict each
// other, the later holds.

/** Each group is one thing, and different groups are different ones. */
export type Saying = readonly (readonly string[])[]

export interface Links {
  /** The name that stands for its group; itself if nobody said anything of it. */
  rootOf(name: string): string
  /** Whether anybody said anything of it. */
  has(name: string): boolean
  cannotLink(one: string, other: string): boolean
  /** The roots of those that it cannot be, in the order of the alphabet. */
  partedFrom(name: string): string[]
  /** Nobody said anything. */
  isEmpty: boolean
  /** Makes them one, unless they cannot be. */
  link(one: string, other: string): void
}

/** @param sayings in the order in which they were said */
export function linksOf(sayings: readonly Saying[]): Links {
  // A forest (union-find): the root of a name stands for its group.
  const parents = new Map<string, string>()
  /** Between roots, both ways. */
  const parted = new Map<string, Set<string>>()
  const rootOf = (name: string): string => {
    const parent = parents.get(name) ?? name
    return parent === name ? name : rootOf(parent)
  }
  const cannotLink = (one: string, other: string): boolean => parted.get(rootOf(one))?.has(rootOf(other)) ?? false
  const link = (one: string, other: string): void => {
    const [kept, joined] = [rootOf(one), rootOf(other)].sort()
    if (kept === joined || cannotLink(kept, joined)) return
    parents.set(joined, kept)
    for (const third of parted.get(joined) ?? []) part(kept, third)
  }
  const part = (one: string, other: string): void => {
    const [a, b] = [rootOf(one), rootOf(other)]
    if (a === b) return
    parted.set(a, (parted.get(a) ?? new Set()).add(b))
    parted.set(b, (parted.get(b) ?? new Set()).add(a))
  }
  // The latest first, so that no earlier one can contradict it.
  for (const groups of sayings.toReversed()) {
    for (const group of groups) {
      for (const name of group) parents.set(name, parents.get(name) ?? name)
      for (const [one, other] of pairsOf(group)) link(one, other)
    }
    for (const [group, others] of pairsOf(groups)) for (const one of group) for (const other of others) part(one, other)
  }
  return {
    rootOf,
    has: (name) => parents.has(name),
    cannotLink,
    partedFrom: (name) => [...new Set([...(parted.get(rootOf(name)) ?? [])].map(rootOf))].sort(),
    isEmpty: sayings.length === 0,
    link,
  }
}

/** Each with each that comes after it. */
export function* pairsOf<Item>(items: readonly Item[]): Generator<[Item, Item]> {
  for (const [at, one] of items.entries()) for (const other of items.slice(at + 1)) yield [one, other]
}
