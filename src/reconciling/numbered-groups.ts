// Numbers, and which of them are linked -> groups of all that are linked by way of others (union-find).

export interface NumberedGroups {
  link(one: number, other: number): void
  /** The lowest number of its group. */
  rootOf(number: number): number
  /** Each group once, its numbers ascending; by its lowest number. */
  groups(): Generator<number[]>
}

export function openGroups(count: number): NumberedGroups {
  const parents = Int32Array.from({ length: count }, (_, at) => at)
  const rootOf = (number: number): number => {
    let at = number
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]] // halves the way for the next who asks
      at = parents[at]
    }
    return at
  }
  return {
    rootOf,
    link(one, other) {
      const [kept, joined] = [rootOf(one), rootOf(other)].sort((a, b) => a - b)
      parents[joined] = kept
    },
    *groups() {
      const next = new Int32Array(count).fill(-1)
      const last = Int32Array.from({ length: count }, (_, at) => at)
      for (let number = 0; number < count; number++) {
        const root = rootOf(number)
        if (root === number) continue
        next[last[root]] = number
        last[root] = number
      }
      for (let root = 0; root < count; root++) {
        if (parents[root] !== root) continue
        const group: number[] = []
        for (let at = root; at >= 0; at = next[at]) group.push(at)
        yield group
      }
    },
  }
}
