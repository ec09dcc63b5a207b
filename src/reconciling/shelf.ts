// What a reconciler keeps between reports: tellings, which blocks they stand in, the threads between them, the incident each belongs to.
// Here it is kept in memory; a record keeps the same in its tables.

import { blocksOf, type Member, memberOf } from './blocks.ts'
import type { Profile } from './profile.ts'
import type { Printed } from './reprints.ts'

/** Two tellings that may be of one event, and in how many blocks they stand near each other. */
export interface Thread {
  /** The lower key. */
  one: string
  other: string
  score: number
  blocks: number
}

export interface Shelf {
  tellings(document: string): readonly Profile[]
  /** In place of what the document had; nothing where it is gone. Threads are the caller's to take away. */
  put(document: string, tellings: readonly Profile[], printed: readonly Printed[]): void
  /** Null where it is gone. */
  telling(key: string): Profile | null
  shingles(article: string): ReadonlySet<number>
  members(block: string): readonly Member[]
  threads(key: string): readonly Thread[]
  threadBetween(one: string, other: string): Thread | null
  /** One that stands in no block is gone. */
  setThread(thread: Thread): void
  /** Null where it was not settled yet. */
  incident(key: string): string | null
  setIncident(keys: readonly string[], incident: string): void
}

interface Kept {
  telling: Profile
  member: Member
  threads: Map<string, Thread>
  incident: string | null
}

interface MemoryShelf extends Shelf {
  documents(): Iterable<readonly [string, { tellings: readonly Profile[]; printed: readonly Printed[] }]>
  allThreads(): Iterable<Thread>
}

const NOTHING = { tellings: [], printed: [] }

export function openShelf(): MemoryShelf {
  const documents = new Map<string, { tellings: readonly Profile[]; printed: readonly Printed[] }>()
  const kept = new Map<string, Kept>()
  const blocks = new Map<string, Set<Member>>()
  const shingles = new Map<string, ReadonlySet<number>>()
  return {
    tellings: (document) => (documents.get(document) ?? NOTHING).tellings,
    put(document, tellings, printed) {
      const before = documents.get(document) ?? NOTHING
      for (const { key } of before.printed) shingles.delete(key)
      for (const telling of before.tellings) {
        const member = kept.get(telling.key)?.member
        if (member) for (const block of blocksOf(telling)) blocks.get(block)?.delete(member)
        kept.delete(telling.key)
      }
      documents.delete(document)
      if (tellings.length + printed.length === 0) return
      documents.set(document, { tellings, printed })
      for (const { key, shingles: own } of printed) shingles.set(key, own)
      for (const telling of tellings) {
        const member = memberOf(telling)
        kept.set(telling.key, { telling, member, threads: new Map(), incident: null })
        for (const block of blocksOf(telling)) {
          const members = blocks.get(block) ?? new Set()
          blocks.set(block, members.add(member))
        }
      }
    },
    telling: (key) => kept.get(key)?.telling ?? null,
    shingles: (article) => shingles.get(article) ?? new Set(),
    members: (block) => [...(blocks.get(block) ?? [])],
    threads: (key) => [...(kept.get(key)?.threads.values() ?? [])],
    threadBetween: (one, other) => kept.get(one)?.threads.get(other) ?? null,
    setThread(thread) {
      const ends = [kept.get(thread.one)?.threads, kept.get(thread.other)?.threads] as const
      if (thread.blocks > 0) {
        ends[0]?.set(thread.other, thread)
        ends[1]?.set(thread.one, thread)
      } else {
        ends[0]?.delete(thread.other)
        ends[1]?.delete(thread.one)
      }
    },
    incident: (key) => kept.get(key)?.incident ?? null,
    setIncident(keys, incident) {
      for (const key of keys) {
        const one = kept.get(key)
        if (one) one.incident = incident
      }
    },
    documents: () => documents,
    *allThreads() {
      for (const [key, { threads }] of kept) for (const thread of threads.values()) if (thread.one === key) yield thread
    },
  }
}
