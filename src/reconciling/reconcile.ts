// Readings -> incidents, in eight steps: identify the sources of all mentions, chain the mentions of one event within an article, block,
// compare, connect, cluster, constrain, describe. Pure: the result depends only on the set of readings and on what people say of them, not on order,
// batches or duplicates.

import type { AccountByHand, Grouping, Incident, Reading } from '../types.ts'
import { describe, incidentsOf, type Said } from './all-at-once.ts'
import { articleShinglesOf } from './article-shingles.ts'
import { guestsIn, onlyByHand } from './by-hand.ts'
import { chainMentions } from './chain-mentions.ts'
import { withPartners } from './closest-pairs.ts'
import { clusterChains } from './cluster.ts'
import { affectedComponents } from './component.ts'
import { chainsNamedIn, constraintsOf } from './constraints.ts'
import { keepConstraints } from './keep-constraints.ts'
import { linksOf, type Saying } from './links.ts'
import { type MatchStore, openMatchStore } from './match-store.ts'
import { mentionsOf } from './mentions.ts'
import { type DocumentChains, replaceDocuments } from './replace-documents.ts'
import { openMemoryShelf } from './shelf.ts'
import { updatePairs } from './update-pairs.ts'

/**
 * @param groupings which mentions people say are one event, or are not, in the order in which they said it; they overrule any comparison
 * @param sayings the same of parties, by their keys
 * @param byHand accounts that people added, in the order in which they did
 */
export function reconcile(
  readings: Iterable<Reading>,
  groupings: readonly Grouping[] = [],
  sayings: readonly Saying[] = [],
  byHand: readonly AccountByHand[] = [],
): Incident[] {
  const said = saidIn(groupings, sayings, byHand)
  const shelf = openMemoryShelf()
  for (const reading of readings) shelf.put(chainsOf(reading, said))
  return Array.from(incidentsOf(shelf.number(), said), ({ incident }) => incident).sort(byTime)
}

/** A document that is new or was read again; without a reading, one that is gone. */
export interface DocumentChange {
  id: string
  reading: Reading | null
}

/** To be removed first: an incident that gains an account mostly keeps its id. */
export interface IncidentChange {
  removed: string[]
  added: Incident[]
}

/**
 * @param store empty, or as the last update left it
 * @param groupings may differ from those of the last update, if the documents that they differ in are among the changes
 * @param sayings likewise
 * @param byHand likewise
 */
export function updateIncidents(
  store: MatchStore,
  changes: Iterable<DocumentChange>,
  groupings: readonly Grouping[] = [],
  sayings: readonly Saying[] = [],
  byHand: readonly AccountByHand[] = [],
): IncidentChange {
  const said = saidIn(groupings, sayings, byHand)
  // A later grouping may part what an earlier one linked.
  const affected = chainsNamedIn(said.constraints, store).map(({ key }) => key)
  return update(store, chainEach(changes, said), said, affected)
}

/** What people say, as the steps take it. */
export const saidIn = (
  groupings: readonly Grouping[],
  sayings: readonly Saying[],
  byHand: readonly AccountByHand[],
): Said => ({ constraints: constraintsOf(groupings), parties: linksOf(sayings), byHand })

/** As in a filter, to which nobody says anything. */
export const NOTHING_SAID: Said = saidIn([], [], [])

function* chainEach(changes: Iterable<DocumentChange>, said: Said): Generator<DocumentChains> {
  for (const { id, reading } of changes) yield reading ? chainsOf(reading, said) : withoutChains(id)
}

/** The first two steps, for each document by itself: identify sources, and chain mentions. */
export const chainsOf = (reading: Reading, { constraints, byHand }: Said): DocumentChains => ({
  id: reading.document.id,
  chains: onlyByHand(
    reading.document.id,
    mentionsOf(reading).flatMap((mentions) => chainMentions(mentions, constraints)),
    byHand,
  ),
  shingles: articleShinglesOf(reading),
})

const withoutChains = (id: string): DocumentChains => ({ id, chains: [], shingles: [] })

/** The other steps, for what the changed documents affect; with an empty store this is everything. */
function update(
  store: MatchStore,
  documents: Iterable<DocumentChains>,
  said: Said,
  affected: readonly string[] = [],
): IncidentChange {
  const { constraints, byHand } = said
  const replaced = replaceDocuments(store, documents, constraints) // block
  const paired = updatePairs(store, replaced) // compare
  const guests = guestsIn(byHand, store)
  const removed = new Set(replaced.incidents)
  const added: Incident[] = []
  const mayDiffer = [...affected, ...replaced.affected, ...paired, ...guests.affected].filter(
    (key) => !guests.isGuest(key),
  )
  // connect
  for (const component of affectedComponents(withPartners(mayDiffer, store), store, constraints)) {
    for (const id of component.incidents) removed.add(id)
    const clusters = component.parts.flatMap(clusterChains) // cluster
    // constrain
    for (const own of keepConstraints(clusters, constraints)) {
      const { incident, keys } = describe(own, guests, said, store.shingles) // describe
      for (const key of keys) {
        const before = guests.isGuest(key) ? store.incident(key) : null
        if (before !== null) removed.add(before)
      }
      store.setIncident(keys, incident.id)
      added.push(incident)
    }
  }
  return { removed: [...removed], added }
}

/** Keeps readings and incidents between calls. */
export interface Reconciler {
  /** Replaces an earlier reading of the same document. */
  add(reading: Reading): void
  remove(document: string): void
  /** By time, then by id. Only incidents that changed since the last call are worked out again. */
  incidents(): Incident[]
}

export function openReconciler(
  groupings: readonly Grouping[] = [],
  sayings: readonly Saying[] = [],
  byHand: readonly AccountByHand[] = [],
): Reconciler {
  const said = saidIn(groupings, sayings, byHand)
  const store = openMatchStore()
  const incidents = new Map<string, Incident>()
  /** Since the last call of `incidents`, by document. */
  const changed = new Map<string, DocumentChains>()
  return {
    add: (reading) => void changed.set(reading.document.id, chainsOf(reading, said)),
    remove: (id) => void changed.set(id, withoutChains(id)),
    incidents() {
      const { removed, added } = update(store, changed.values(), said)
      changed.clear()
      for (const id of removed) incidents.delete(id)
      for (const incident of added) incidents.set(incident.id, incident)
      return [...incidents.values()].sort(byTime)
    },
  }
}

/** Those without a day come last. */
export const timeOfIncident = ({ time }: Incident): string => time?.start ?? '9999'

export const byTime = (one: Incident, other: Incident): number => {
  const [a, b] = [timeOfIncident(one), timeOfIncident(other)]
  return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : 1
}
