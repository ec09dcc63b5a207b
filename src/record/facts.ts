// What people say of a document: outlet, date, address, title, collection.

import type { Metadata, Received } from '../types.ts'

/** What can be said of a document as a whole. */
export const FACTS = ['outlet', 'published', 'url', 'title', 'collection'] as const
export type Fact = (typeof FACTS)[number]

/** What a document is filed under changes nothing of what is read in it. */
export const isFiling = (changes: Partial<Record<Fact, string | null>>): boolean =>
  Object.entries(changes).every(([fact, value]) => fact === 'collection' || value === undefined)

/** @param changes null takes back what was said. The same object where nothing changes. */
export function withFacts(received: Received, changes: Partial<Record<Fact, string | null>>): Received {
  const { given: before = {}, collection: filed, ...rest } = received
  const given: Metadata = { ...before }
  let collection = filed
  let changed = false
  for (const fact of FACTS) {
    const value = changes[fact]
    if (value === undefined) continue
    const now = fact === 'collection' ? collection : fact === 'published' ? given.published?.value : given[fact]
    if ((value ?? undefined) === now && (fact !== 'published' || value === null || given.published?.basis === 'given'))
      continue
    changed = true
    if (fact === 'collection') collection = value ?? undefined
    else if (value === null) delete given[fact]
    else if (fact === 'published') given.published = { value, basis: 'given' }
    else given[fact] = value
  }
  if (!changed) return received
  return {
    ...rest,
    ...(Object.keys(given).length === 0 ? {} : { given }),
    ...(collection === undefined ? {} : { collection }),
  }
}
