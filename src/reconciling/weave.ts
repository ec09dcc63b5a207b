// A block as it was and as it is -> the threads that its tellings gain and lose; the rest are left alone.

import { type Member, neighboursIn } from './blocks.ts'
import { likeness } from './likeness.ts'
import type { Shelf } from './shelf.ts'

/** Below this a pair is not even a thread from one telling to the next. */
const THREAD = 0.5

/**
 * @param before members when it was woven last
 * @param fresh keys of tellings that came since; what had their keys before took its threads along
 * @param touched gains the tellings whose threads change
 */
export function weave(
  shelf: Shelf,
  before: readonly Member[],
  now: readonly Member[],
  fresh: ReadonlySet<string>,
  touched: Set<string>,
): void {
  const [was, is] = [neighboursIn(before), neighboursIn(now)]
  const stays = (key: string): boolean => !fresh.has(key) && was.has(key) && is.has(key)
  const change = (one: string, other: string, blocks: 1 | -1): void => {
    const thread = shelf.threadBetween(one, other)
    if (thread) shelf.setThread({ ...thread, blocks: thread.blocks + blocks })
    if (thread && thread.blocks + blocks > 0) return
    if (!thread) {
      const [a, b] = [shelf.telling(one), shelf.telling(other)]
      const score = a && b ? likeness(a, b) : -Infinity
      if (score < THREAD) return
      shelf.setThread({ one, other, score, blocks })
    }
    touched.add(one).add(other)
  }
  for (const [one, other] of was.pairs()) if (stays(one) && stays(other) && !is.are(one, other)) change(one, other, -1)
  for (const [one, other] of is.pairs()) if (!(stays(one) && stays(other) && was.are(one, other))) change(one, other, 1)
}
