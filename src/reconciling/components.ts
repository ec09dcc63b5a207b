// Tellings and the threads between them -> those that hang together, each with its threads; all in the order of their keys.

import type { Pair } from './cluster.ts'
import type { Profile } from './profile.ts'

export interface Component {
  members: Profile[]
  /** Between places in `members`. */
  pairs: Pair[]
}

export function componentsOf(
  tellings: readonly Profile[],
  threads: Iterable<readonly (readonly [Profile, Profile, number])[]>,
): Component[] {
  const sorted = tellings.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const placeOf = new Map(sorted.map((telling, place) => [telling, place]))
  const above = sorted.map((_, place) => place)
  const root = (place: number): number => {
    let at = place
    while (above[at] !== at) {
      above[at] = above[above[at]]
      at = above[at]
    }
    return at
  }
  const scores = new Map<number, number>()
  for (const block of threads)
    for (const [one, other, score] of block) {
      const [a, b] = [placeOf.get(one) ?? 0, placeOf.get(other) ?? 0]
      scores.set(a * sorted.length + b, score)
      const [low, high] = [root(a), root(b)].sort((x, y) => x - y)
      above[high] = low
    }
  const components = new Map<number, Component>()
  const within: number[] = []
  for (const [place, telling] of sorted.entries()) {
    const component = components.get(root(place)) ?? { members: [], pairs: [] }
    within.push(component.members.push(telling) - 1)
    components.set(root(place), component)
  }
  for (const [pair, score] of scores) {
    const [a, b] = [Math.floor(pair / sorted.length), pair % sorted.length]
    components.get(root(a))?.pairs.push({ one: within[a], other: within[b], score })
  }
  return [...components.values()]
}
