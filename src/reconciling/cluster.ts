// Items and how much two of them belong together -> groups, by average linkage: two groups become one while their members, each with
// each, belong together on average. The order of the items changes nothing.

export interface Pair {
  one: number
  other: number
  score: number
}

/** What holds whatever the scores say. */
export interface Limits {
  /** Of each item: those with the same label are one group from the start; null where nothing holds of it. */
  labels: readonly (string | null)[]
  /** Whether groups with these labels may never become one. */
  areApart: (one: string, other: string) => boolean
}

/**
 * @param size number of items; the caller has them in an order of their own, by which equal scores are settled
 * @param pairs those worth a look, each once; pairs that are not among them count as `absent`
 */
export function averageLink(
  size: number,
  pairs: readonly Pair[],
  least: number,
  absent: number,
  { labels, areApart }: Limits = NONE,
): number[][] {
  const groups = new Map<number, number[]>(Array.from({ length: size }, (_, item) => [item, [item]]))
  // Sums of scores and numbers of known pairs between groups, by the lower of their first members.
  const links = new Map<number, Map<number, { sum: number; known: number }>>(
    [...groups.keys()].map((item) => [item, new Map()]),
  )
  for (const { one, other, score } of pairs) {
    links.get(one)?.set(other, { sum: score, known: 1 })
    links.get(other)?.set(one, { sum: score, known: 1 })
  }
  const labelsOf = new Map<number, string[]>(labels.flatMap((label, item) => (label === null ? [] : [[item, [label]]])))
  const mayBeOne = (one: number, other: number): boolean =>
    !labelsOf.get(one)?.some((a) => labelsOf.get(other)?.some((b) => areApart(a, b)))
  const queue: Candidate[] = []
  const offer = (one: number, other: number): void => {
    const { sum, known } = links.get(one)?.get(other) ?? { sum: 0, known: 0 }
    const [a, b] = [groups.get(one)?.length ?? 0, groups.get(other)?.length ?? 0]
    const score = (sum + absent * (a * b - known)) / (a * b)
    if (score >= least && mayBeOne(one, other))
      push(queue, { one: Math.min(one, other), other: Math.max(one, other), score, size: a + b })
  }
  const join = (kept: number, gone: number): void => {
    groups.set(
      kept,
      [...(groups.get(kept) ?? []), ...(groups.get(gone) ?? [])].sort((a, b) => a - b),
    )
    groups.delete(gone)
    labelsOf.set(kept, [...new Set([...(labelsOf.get(kept) ?? []), ...(labelsOf.get(gone) ?? [])])])
    const own = links.get(kept)
    for (const [other, { sum, known }] of links.get(gone) ?? []) {
      links.get(other)?.delete(gone)
      if (other === kept) continue
      const before = own?.get(other) ?? { sum: 0, known: 0 }
      const both = { sum: before.sum + sum, known: before.known + known }
      own?.set(other, both)
      links.get(other)?.set(kept, both)
    }
    own?.delete(gone)
    links.delete(gone)
  }
  const first = new Map<string, number>()
  for (const [item, label] of labels.entries()) {
    if (label === null) continue
    const kept = first.get(label)
    if (kept === undefined) first.set(label, item)
    else join(kept, item)
  }
  for (const [one, others] of links) for (const other of others.keys()) if (one < other) offer(one, other)
  for (let next = pop(queue); next; next = pop(queue)) {
    const { one: kept, other: gone, size } = next
    const [mine, theirs] = [groups.get(kept), groups.get(gone)]
    // Either has grown or gone since: what they now have in common was offered anew.
    if (!mine || !theirs || mine.length + theirs.length !== size) continue
    join(kept, gone)
    for (const other of links.get(kept)?.keys() ?? []) offer(kept, other)
  }
  return [...groups.values()].sort((a, b) => a[0] - b[0])
}

const NONE: Limits = { labels: [], areApart: () => false }

/** Two groups, by their first members, that may become one; `size` tells whether they are still as they were. */
interface Candidate {
  one: number
  other: number
  score: number
  size: number
}

const isBefore = (a: Candidate, b: Candidate): boolean =>
  a.score !== b.score ? a.score > b.score : a.one !== b.one ? a.one < b.one : a.other < b.other

/** A binary heap, the best on top. */
function push(heap: Candidate[], item: Candidate): void {
  let at = heap.push(item) - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    if (!isBefore(heap[at], heap[above])) return
    ;[heap[at], heap[above]] = [heap[above], heap[at]]
    at = above
  }
}

function pop(heap: Candidate[]): Candidate | undefined {
  const [top] = heap
  const last = heap.pop()
  if (heap.length === 0 || last === undefined) return top
  heap[0] = last
  for (let at = 0; ; ) {
    let best = at
    for (const below of [2 * at + 1, 2 * at + 2])
      if (below < heap.length && isBefore(heap[below], heap[best])) best = below
    if (best === at) return top
    ;[heap[at], heap[best]] = [heap[best], heap[at]]
    at = best
  }
}
