// A binary heap in an array: items go in in any order, and come out the best first.

type IsBetter<Item> = (one: Item, other: Item) => boolean

export function push<Item>(heap: Item[], item: Item, isBetter: IsBetter<Item>): void {
  let at = heap.push(item) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isBetter(heap[at], heap[parent])) return
    swap(heap, at, parent)
    at = parent
  }
}

/** Undefined if the heap is empty. */
export function popBest<Item>(heap: Item[], isBetter: IsBetter<Item>): Item | undefined {
  const [best] = heap
  const last = heap.pop()
  if (heap.length === 0 || last === undefined) return best
  heap[0] = last
  for (let at = 0; ; ) {
    let next = at
    for (const child of [2 * at + 1, 2 * at + 2])
      if (child < heap.length && isBetter(heap[child], heap[next])) next = child
    if (next === at) return best
    swap(heap, at, next)
    at = next
  }
}

function swap<Item>(heap: Item[], one: number, other: number): void {
  const held = heap[one]
  heap[one] = heap[other]
  heap[other] = held
}
