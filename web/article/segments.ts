// Blocks and marks -> stretches of text in each block that have the same marks throughout.

import type { Article, Mark } from './marks.ts'

export interface Segment {
  start: number
  end: number
  marks: readonly Mark[]
}

type Block = Article['blocks'][number]

export function segmentBlocks(blocks: readonly Block[], marks: readonly Mark[]): Segment[][] {
  const within: Mark[][] = blocks.map(() => [])
  for (const mark of marks) {
    for (let at = firstEndingAfter(blocks, mark.span[0]); at < blocks.length && blocks[at].span[0] < mark.span[1]; at++)
      within[at].push(mark)
  }
  return blocks.map((block, at) => segment(block, within[at]))
}

/** Blocks stand in order and apart. */
function firstEndingAfter(blocks: readonly Block[], position: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle].span[1] > position) high = middle
    else low = middle + 1
  }
  return low
}

function segment({ span: [start, end] }: Block, marks: readonly Mark[]): Segment[] {
  const changes = new Map<number, { open: Mark[]; close: Mark[] }>()
  const at = (position: number) => {
    const change = changes.get(position) ?? { open: [], close: [] }
    changes.set(position, change)
    return change
  }
  for (const mark of marks) {
    at(Math.max(start, mark.span[0])).open.push(mark)
    at(Math.min(end, mark.span[1])).close.push(mark)
  }
  at(end)
  const segments: Segment[] = []
  const open = new Set<Mark>()
  let done = start
  for (const [position, change] of [...changes].sort(([a], [b]) => a - b)) {
    if (position > done) segments.push({ start: done, end: position, marks: [...open] })
    done = position
    for (const mark of change.close) open.delete(mark)
    for (const mark of change.open) open.add(mark)
    for (const mark of change.close) if (mark.span[0] >= mark.span[1]) open.delete(mark)
  }
  return segments
}
