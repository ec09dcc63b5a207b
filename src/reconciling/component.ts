// A telling, the threads on the shelf, and what people put together -> all that hang together with it, in the order of their keys, each
// thread between them once.

import type { Pair } from './cluster.ts'
import { linkedTo } from './linked.ts'
import type { Links } from './links.ts'
import type { Profile } from './profile.ts'
import type { Shelf, Thread } from './shelf.ts'

export interface Component {
  members: Profile[]
  /** Between places in `members`. */
  pairs: Pair[]
}

export function componentAround(key: string, shelf: Shelf, links: Links): Component {
  const found = new Set([key])
  const threads: Thread[] = []
  // A set that grows while it is gone through gives what was added too.
  for (const member of found) {
    for (const thread of shelf.threads(member)) {
      if (thread.one === member) threads.push(thread)
      found.add(thread.one === member ? thread.other : thread.one)
    }
    const telling = shelf.telling(member)
    if (telling) for (const other of linkedTo(telling, links, shelf)) found.add(other)
  }
  const keys = [...found].sort()
  const placeOf = new Map(keys.map((member, place) => [member, place]))
  return {
    members: keys.flatMap((member) => shelf.telling(member) ?? []),
    pairs: threads.map(({ one, other, score }) => ({
      one: placeOf.get(one) ?? 0,
      other: placeOf.get(other) ?? 0,
      score,
    })),
  }
}
