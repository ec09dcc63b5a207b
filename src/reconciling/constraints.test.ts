// What people say of mentions overrules any comparison, transitively, whatever the order of readings.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inventReadings } from '../testing/invented-readings.ts'
import type { EventName, Grouping, Incident, Reading } from '../types.ts'
import { constraintsOf } from './constraints.ts'
import { openMatchStore } from './match-store.ts'
import { keyOf } from './mention.ts'
import { openReconciler, reconcile, updateIncidents } from './reconcile.ts'

const name = (document: string): EventName => ({ document, article: 1, event: 'a1.v1' })
const group = (words: string) => [...words].map(name)

const SAID: [groupings: string[][], one: string, other: string, expected: 'one' | 'apart' | 'open', why: string][] = [
  [[['ab']], 'a', 'b', 'one', 'put together'],
  [[['ab'], ['bc']], 'a', 'c', 'one', 'through a third'],
  [[['ab'], ['cd']], 'a', 'c', 'open', 'nobody spoke of these two'],
  [[['a', 'b']], 'a', 'b', 'apart', 'parted'],
  [[['ab'], ['b', 'c']], 'a', 'c', 'apart', 'one with what is parted'],
  [[['a', 'c'], ['ab']], 'b', 'c', 'apart', 'whichever was said first'],
  [[['ab'], ['a', 'b']], 'a', 'b', 'apart', 'the later grouping holds'],
  [[['a', 'b'], ['ab']], 'a', 'b', 'one', 'the later grouping holds, this way too'],
  [[['abcd'], ['ab', 'cd']], 'c', 'd', 'one', 'what a split leaves together stays together'],
  [[['abcd'], ['c', 'abd']], 'b', 'd', 'one', 'those around the one that was taken out'],
  [[['a', 'b'], ['bc'], ['ca']], 'a', 'b', 'one', 'of three that cannot all hold the later two do'],
  [[['ab']], 'a', 'z', 'open', 'nobody spoke of it'],
]

it.each(SAID)('after %j, %s and %s are %s: %s', (groupings, one, other, expected) => {
  const { groupOf, cannotLink } = constraintsOf(groupings.map((grouping) => grouping.map(group)))
  const [a, b] = [one, other].map((document) => groupOf(keyOf(name(document))))
  const found = a === null || b === null ? 'open' : a === b ? 'one' : cannotLink(a, b) ? 'apart' : 'open'
  expect(found).toBe(expected)
})

const READINGS = [...inventReadings(40, 5)].map(({ reading }) => reading)
const IDS = READINGS.map(({ document }) => document.id)
const grouping: fc.Arbitrary<Grouping> = fc
  .uniqueArray(fc.constantFrom(...IDS), { minLength: 2, maxLength: 8 })
  .chain((ids) =>
    fc
      .nat(ids.length)
      .map((cut) =>
        [ids.slice(0, cut), ids.slice(cut)].filter((part) => part.length > 0).map((part) => part.map(name)),
      ),
  )

it('keeps to the last grouping, and gives the same whatever the order of readings, batches and duplicates', () => {
  fc.assert(
    fc.property(
      fc.array(grouping, { minLength: 1, maxLength: 4 }),
      fc.shuffledSubarray(READINGS, { minLength: READINGS.length }),
      fc.nat(READINGS.length),
      (groupings, shuffled, cut) => {
        const incidents = reconcile(READINGS, groupings)
        const whereIs = new Map(
          incidents.flatMap(({ id, accounts }) => accounts.map(({ document }) => [document, id] as const)),
        )
        for (const [at, group] of (groupings.at(-1) ?? []).entries()) {
          expect(new Set(group.map(({ document }) => whereIs.get(document))).size).toBe(1)
          for (const others of (groupings.at(-1) ?? []).slice(at + 1))
            expect(whereIs.get(others[0].document)).not.toBe(whereIs.get(group[0].document))
        }
        const reconciler = openReconciler(groupings)
        for (const reading of shuffled.slice(0, cut)) reconciler.add(reading)
        reconciler.incidents()
        for (const reading of [...shuffled.slice(cut), ...shuffled.slice(0, 3)]) reconciler.add(reading)
        expect(JSON.stringify(reconciler.incidents())).toBe(JSON.stringify(incidents))
      },
    ),
    { numRuns: 40 },
  )
})

it('a store that was filled under other groupings: only the documents that they differ in are updated', () => {
  fc.assert(
    fc.property(
      fc.array(grouping, { maxLength: 4 }),
      fc.array(grouping, { maxLength: 3 }),
      fc.nat(3),
      (first, more, taken) => {
        const now = [...first.slice(0, taken), ...more]
        const changed = new Set([...first.slice(taken), ...more].flat(2).map(({ document }) => document))
        const store = openMatchStore()
        const all = new Map<string, Incident>()
        const update = (groupings: readonly Grouping[], readings: readonly Reading[]) => {
          const changes = readings.map((reading) => ({ id: reading.document.id, reading }))
          const { removed, added } = updateIncidents(store, changes, groupings)
          for (const id of removed) all.delete(id)
          for (const incident of added) all.set(incident.id, incident)
        }
        update(first, READINGS)
        update(
          now,
          READINGS.filter(({ document }) => changed.has(document.id)),
        )
        const whole = reconcile(READINGS, now)
        expect(whole.map(({ id }) => all.get(id))).toEqual(whole)
        expect(all.size).toBe(whole.length)
      },
    ),
    { numRuns: 60 },
  )
})

it('divides what one article reports as one event, and links what it reports as two', () => {
  const [first] = READINGS
  const [article] = first.articles
  const [event] = article.events
  const two = {
    ...first,
    articles: [{ ...article, events: [event, { ...event, id: 'a1.v2', trigger: article.counts[0].span }] }],
  }
  const names = ['a1.v1', 'a1.v2'].map((id) => ({ document: first.document.id, article: 1, event: id }))
  expect(reconcile([two])).toHaveLength(1)
  expect(reconcile([two], [[[names[0]], [names[1]]]])).toHaveLength(2)
  expect(reconcile([two], [[[names[0]], [names[1]]], [names]])).toHaveLength(1)
})

it('changes nothing without groupings', () => {
  expect(reconcile(READINGS, [])).toEqual(reconcile(READINGS))
})
