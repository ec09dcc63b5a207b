// Readings -> incidents. Pure, and independent of order, of batching and of duplicates: what comes out hangs on the set of readings alone,
// and on what people say of them.

import type { Grouping, Incident, Reading } from '../types.ts'
import { blocksOf, pairsIn } from './blocks.ts'
import { averageLink, type Pair } from './cluster.ts'
import { componentsOf } from './components.ts'
import { incidentOf } from './incident.ts'
import { likeness } from './likeness.ts'
import { type Links, linksOf } from './links.ts'
import { mentionsOf } from './mentions.ts'
import type { Profile } from './profile.ts'
import { printedOf } from './reprints.ts'
import { tellingsOf } from './tellings.ts'

/** @param groupings what people say are one event, or are not, in the order in which they said it: it holds against any likeness */
export function reconcile(readings: Iterable<Reading>, groupings: readonly Grouping[] = []): Incident[] {
  const reconciler = openReconciler(groupings)
  for (const reading of readings) reconciler.add(reading)
  return reconciler.incidents()
}

export interface Reconciler {
  /** A reading of a document that is there already takes the place of the one before. */
  add(reading: Reading): void
  remove(document: string): void
  /** By their time, then by their id. Only what changed since the last call is worked out again. */
  incidents(): Incident[]
}

/** What hangs together, and what came of it: worked out once. */
interface Settled {
  members: readonly Profile[]
  incidents: Incident[]
}

/** How much two tellings must have in common, on average, to be one event. */
const LEAST = 0.7
/** What pairs of tellings count that were not worth a look. */
const ABSENT = -0.5
/** Below this a pair is not even a thread from one telling to the next. */
const THREAD = 0.5
/** In greater components only the pairs that blocks gave are compared. */
const COMPARED = 150

export function openReconciler(groupings: readonly Grouping[] = []): Reconciler {
  const links = linksOf(groupings)
  const documents = new Map<string, { tellings: Profile[]; articles: string[] }>()
  const shingles = new Map<string, ReadonlySet<number>>()
  const blocks = new Map<string, Set<Profile>>()
  const dirty = new Set<string>()
  const threads = new Map<string, [Profile, Profile, number][]>()
  let known = new Map<string, Settled>()

  const remove = (document: string): void => {
    const { tellings = [], articles = [] } = documents.get(document) ?? {}
    for (const telling of tellings)
      for (const block of blocksOf(telling)) {
        blocks.get(block)?.delete(telling)
        dirty.add(block)
      }
    for (const article of articles) shingles.delete(article)
    documents.delete(document)
  }

  const add = (reading: Reading): void => {
    remove(reading.document.id)
    const printed = printedOf(reading)
    for (const { key, shingles: own } of printed) shingles.set(key, own)
    const tellings = mentionsOf(reading).flatMap((mentions) => tellingsOf(mentions, links))
    for (const telling of tellings)
      for (const block of blocksOf(telling)) {
        blocks.set(block, (blocks.get(block) ?? new Set()).add(telling))
        dirty.add(block)
      }
    documents.set(reading.document.id, { tellings, articles: printed.map(({ key }) => key) })
  }

  const incidents = (): Incident[] => {
    for (const block of dirty) {
      const found: [Profile, Profile, number][] = []
      for (const [one, other] of pairsIn([...(blocks.get(block) ?? [])])) {
        const score = likeness(one, other)
        if (score >= THREAD) found.push([one, other, score])
      }
      if (found.length > 0) threads.set(block, found)
      else threads.delete(block)
    }
    dirty.clear()
    const all = [...documents.values()].flatMap(({ tellings }) => tellings)
    const next = new Map<string, Settled>()
    for (const { members, pairs } of componentsOf(all, [...threads.values(), threadsBy(links, all)])) {
      const name = members[0].key
      const before = known.get(name)
      const isAsBefore =
        before?.members.length === members.length && members.every((one, at) => one === before.members[at])
      const incidents =
        before && isAsBefore
          ? before.incidents
          : settle(members, pairs, (article) => shingles.get(article) ?? new Set(), links)
      next.set(name, { members, incidents })
    }
    known = next
    return [...next.values()].flatMap(({ incidents }) => incidents).toSorted(byTime)
  }
  return { add, remove, incidents }
}

function settle(
  members: readonly Profile[],
  threads: readonly Pair[],
  shinglesOf: (article: string) => ReadonlySet<number>,
  links: Links,
): Incident[] {
  const pairs = members.length <= COMPARED ? everyPair(members) : threads
  const limits = { labels: members.map((member) => groupOf(member, links)), areApart: links.areApart }
  return averageLink(members.length, pairs, LEAST, ABSENT, limits).map((group) =>
    incidentOf(
      group.map((at) => members[at]),
      shinglesOf,
    ),
  )
}

/** Of mentions that people spoke of, a telling holds one group at most. */
const groupOf = ({ mentions }: Profile, links: Links): string | null => {
  for (const { key } of mentions) {
    const group = links.groupOf(key)
    if (group !== null) return group
  }
  return null
}

/** What people put together hangs together, however far apart it seems. */
function threadsBy(links: Links, tellings: readonly Profile[]): [Profile, Profile, number][] {
  const last = new Map<string, Profile>()
  return tellings
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap((telling): [Profile, Profile, number][] => {
      const group = groupOf(telling, links)
      const before = group === null ? undefined : last.get(group)
      if (group !== null) last.set(group, telling)
      return before ? [[before, telling, likeness(before, telling)]] : []
    })
}

const everyPair = (members: readonly Profile[]): Pair[] =>
  members.flatMap((_, one) =>
    Array.from({ length: members.length - one - 1 }, (_, step) => {
      const other = one + 1 + step
      return { one, other, score: likeness(members[one], members[other]) }
    }),
  )

const byTime = (one: Incident, other: Incident): number => {
  const [a, b] = [one.time?.start ?? '9999', other.time?.start ?? '9999']
  return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : 1
}
