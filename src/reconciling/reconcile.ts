// Readings -> incidents. Pure, and independent of order, of batching and of duplicates: what comes out hangs on the set of readings alone,
// and on what people say of them.

import type { Grouping, Incident, Reading } from '../types.ts'
import { blocksOf, type Member } from './blocks.ts'
import { averageLink, type Pair } from './cluster.ts'
import { componentAround } from './component.ts'
import { incidentOf } from './incident.ts'
import { likeness } from './likeness.ts'
import { groupOf, linkedTo, tellingOf } from './linked.ts'
import { type Links, linksOf } from './links.ts'
import { mentionsOf } from './mentions.ts'
import type { Profile } from './profile.ts'
import { printedOf } from './reprints.ts'
import { openShelf, type Shelf } from './shelf.ts'
import { tellingsOf } from './tellings.ts'
import { weave } from './weave.ts'

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

export function openReconciler(groupings: readonly Grouping[] = []): Reconciler {
  const { add, remove, settle } = openReconciling(openShelf(), groupings)
  const all = new Map<string, Incident>()
  return {
    add,
    remove,
    incidents() {
      const { gone, come } = settle()
      for (const id of gone) all.delete(id)
      for (const incident of come) all.set(incident.id, incident)
      return [...all.values()].sort(byTime)
    },
  }
}

const byTime = (one: Incident, other: Incident): number => {
  const [a, b] = [one.time?.start ?? '9999', other.time?.start ?? '9999']
  return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : 1
}

/** What a change of readings makes of the incidents: ids of those that are no more, and those that are there instead. */
interface Change {
  gone: string[]
  come: Incident[]
}

export interface Reconciling {
  add(reading: Reading): void
  remove(document: string): void
  /** Of all that changed since the last call. */
  settle(): Change
}

/** How much two tellings must have in common, on average, to be one event. */
const LEAST = 0.7
/** What pairs of tellings count that were not worth a look. */
const ABSENT = -0.5
/** In greater components only the pairs that blocks gave are compared. */
const COMPARED = 150

/**
 * @param shelf as the last `settle` left it, or empty
 * @param groupings may be others than then, where the documents that they differ in are added anew
 */
export function openReconciling(shelf: Shelf, groupings: readonly Grouping[] = []): Reconciling {
  const links = linksOf(groupings)
  /** Blocks that changed, each with its members when it was woven last. */
  const before = new Map<string, readonly Member[]>()
  const fresh = new Set<string>()
  // What an earlier word held together may fall apart by a later one.
  const touched = new Set(links.names.flatMap((name) => tellingOf(name, shelf)?.key ?? []))
  const gone = new Set<string>()

  const replace = (document: string, tellings: readonly Profile[], printed: Parameters<Shelf['put']>[2]): void => {
    const old = shelf.tellings(document)
    for (const telling of [...old, ...tellings])
      for (const block of blocksOf(telling)) if (!before.has(block)) before.set(block, shelf.members(block))
    for (const telling of old) for (const key of linkedTo(telling, links, shelf)) touched.add(key)
    for (const { key } of old) {
      const incident = shelf.incident(key)
      if (incident !== null) gone.add(incident)
      for (const thread of shelf.threads(key)) {
        touched.add(thread.one).add(thread.other)
        shelf.setThread({ ...thread, blocks: 0 })
      }
      fresh.delete(key)
    }
    shelf.put(document, tellings, printed)
    for (const { key } of tellings) {
      fresh.add(key)
      touched.add(key)
    }
  }

  const settleAround = (key: string, settled: Set<string>): Incident[] => {
    const { members, pairs } = componentAround(key, shelf, links)
    for (const member of members) {
      settled.add(member.key)
      const incident = shelf.incident(member.key)
      if (incident !== null) gone.add(incident)
    }
    return groupsOf(members, pairs, links).map((group) => {
      const incident = incidentOf(group, shelf.shingles)
      shelf.setIncident(
        group.map((telling) => telling.key),
        incident.id,
      )
      return incident
    })
  }

  const tellingsIn = (reading: Reading): Profile[] =>
    mentionsOf(reading).flatMap((mentions) => tellingsOf(mentions, links))

  return {
    add: (reading) => replace(reading.document.id, tellingsIn(reading), printedOf(reading)),
    remove: (document) => replace(document, [], []),
    settle() {
      for (const [block, members] of before) weave(shelf, members, shelf.members(block), fresh, touched)
      const settled = new Set<string>()
      const come: Incident[] = []
      for (const key of touched) if (!settled.has(key) && shelf.telling(key)) come.push(...settleAround(key, settled))
      const change = { gone: [...gone], come }
      for (const pending of [before, fresh, touched, gone]) pending.clear()
      return change
    },
  }
}

function groupsOf(members: readonly Profile[], threads: readonly Pair[], links: Links): Profile[][] {
  const pairs = members.length <= COMPARED ? everyPair(members) : threads
  const limits = { labels: members.map((member) => groupOf(member, links)), areApart: links.areApart }
  return averageLink(members.length, pairs, LEAST, ABSENT, limits).map((group) => group.map((at) => members[at]))
}

const everyPair = (members: readonly Profile[]): Pair[] =>
  members.flatMap((_, one) =>
    Array.from({ length: members.length - one - 1 }, (_, step) => {
      const other = one + 1 + step
      return { one, other, score: likeness(members[one], members[other]) }
    }),
  )
