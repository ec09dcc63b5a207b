// Slow tasks -> their results in the order of the tasks, several running at a time.

/** How much may be begun and not yet returned: number of tasks, and total size. */
export interface Room {
  items: number
  size: number
}

/**
 * Each result is given as soon as it and all before it are there, even while the next thing is waited for. Where the first
 * takes long, no more is begun than there is room for; a thing larger than the room goes in after all others are out.
 * @param begin must not throw; what it promises may fail, which ends the run
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  begin: (item: Item) => Promise<Result>,
  sizeOf: (item: Item) => number,
  room: Room,
): AsyncGenerator<{ item: Item; result: Result }> {
  const source = items[Symbol.asyncIterator]()
  const begun: { item: Item; size: number; finished: Promise<Result> }[] = []
  let held = 0
  let waiting: { item: Item; size: number } | null = null
  let coming: Promise<IteratorResult<Item>> | null = null
  let ended = false
  try {
    while (!ended || waiting || begun.length > 0) {
      if (waiting && (begun.length === 0 || held + waiting.size <= room.size)) {
        const finished = begin(waiting.item)
        finished.catch(() => {}) // told when its turn comes
        begun.push({ ...waiting, finished })
        held += waiting.size
        waiting = null
      }
      if (!ended && !waiting && begun.length < room.items) coming ??= source.next()
      const first = begun.at(0)
      const arrival = coming?.then((arrived) => ({ arrived }))
      const next = await Promise.race([
        ...(first ? [first.finished.then((result) => ({ result }))] : []),
        ...(arrival ? [arrival] : []),
      ])
      if ('arrived' in next) {
        coming = null
        if (next.arrived.done) ended = true
        else waiting = { item: next.arrived.value, size: sizeOf(next.arrived.value) }
      } else if (first) {
        begun.shift()
        held -= first.size
        yield { item: first.item, result: next.result }
      }
    }
  } finally {
    // Does not wait for the rest of the input: it may never come.
    coming?.catch(() => {})
    source.return?.(undefined)?.catch(() => {})
  }
}
