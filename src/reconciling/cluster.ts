// Items and how much two of them belong together -> groups, by average linkage: two groups become one while their members, each with
// each, belong together on average. The order of the items changes nothing.

export interface Pair {
  one: number
  other: number
  score: number
}

/**
 * @param size number of items; the caller has them in an order of their own, by which equal scores are settled
 * @param pairs those worth a look, each once; pairs that are not among them count as `absent`
 */
export function averageLink(size: number, pairs: readonly Pair[], least: number, absent: number): number[][] {
  const groups = new Map<number, number[]>(Array.from({ length: size }, (_, item) => [item, [item]]))
  // Sums of scores and numbers of known pairs between groups, by the lower of their first members.
  const links = new Map<number, Map<number, { sum: number; known: number }>>(
    [...groups.keys()].map((item) => [item, new Map()]),
  )
  for (const { one, other, score } of pairs) {
    links.get(one)?.set(other, { sum: score, known: 1 })
    links.get(other)?.set(one, { sum: score, known: 1 })
  }
  const mean = (one: number, other: number): number => {
    const { sum, known } = links.get(one)?.get(other) ?? { sum: 0, known: 0 }
    const all = (groups.get(one)?.length ?? 0) * (groups.get(other)?.length ?? 0)
    return (sum + absent * (all - known)) / all
  }
  const bestOf = (one: number): { other: number; score: number } | null => {
    let best: { other: number; score: number } | null = null
    for (const other of links.get(one)?.keys() ?? []) {
      const score = mean(one, other)
      if (!best || score > best.score || (score === best.score && other < best.other)) best = { other, score }
    }
    return best
  }
  const nearest = new Map([...groups.keys()].map((item) => [item, bestOf(item)]))
  for (;;) {
    let next: { one: number; other: number; score: number } | null = null
    for (const [one, best] of nearest)
      if (
        best &&
        best.score >= least &&
        (!next || best.score > next.score || (best.score === next.score && one < next.one))
      )
        next = { one, ...best }
    if (!next) break
    const [kept, gone] = [Math.min(next.one, next.other), Math.max(next.one, next.other)]
    groups.set(
      kept,
      [...(groups.get(kept) ?? []), ...(groups.get(gone) ?? [])].sort((a, b) => a - b),
    )
    const touched = new Set([...(links.get(kept)?.keys() ?? []), ...(links.get(gone)?.keys() ?? [])])
    for (const other of touched) {
      if (other === kept || other === gone) continue
      const [a, b] = [links.get(kept)?.get(other), links.get(gone)?.get(other)]
      const both = { sum: (a?.sum ?? 0) + (b?.sum ?? 0), known: (a?.known ?? 0) + (b?.known ?? 0) }
      links.get(kept)?.set(other, both)
      links.get(other)?.set(kept, both)
      links.get(other)?.delete(gone)
    }
    links.get(kept)?.delete(gone)
    for (const gather of [groups, links, nearest]) gather.delete(gone)
    nearest.set(kept, bestOf(kept))
    for (const other of touched) if (groups.has(other)) nearest.set(other, bestOf(other))
  }
  return [...groups.values()].sort((a, b) => a[0] - b[0])
}
