// Whatever the readings, order, batches and duplicates change nothing, and an update changes only what it affects.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inventReadings } from '../testing/invented-readings.ts'
import type { Reading } from '../types.ts'
import { independentOrigins } from './independent-origins.ts'
import { openMatchStore } from './match-store.ts'
import { type DocumentChange, openReconciler, reconcile, updateIncidents } from './reconcile.ts'

const READINGS = [...inventReadings(60, 3)].map(({ reading }) => reading)
const whole = JSON.stringify(reconcile(READINGS))

it('gives the same whatever the order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(READINGS, { minLength: READINGS.length }), (shuffled) => {
      expect(JSON.stringify(reconcile(shuffled))).toBe(whole)
    }),
    { numRuns: 30 },
  )
})

it('gives the same in batches, and however often a reading comes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(READINGS.length - 1), { maxLength: 30 }), fc.nat(READINGS.length), (again, cut) => {
      const reconciler = openReconciler()
      for (const reading of READINGS.slice(0, cut)) reconciler.add(reading)
      reconciler.incidents()
      for (const reading of READINGS.slice(cut)) reconciler.add(reading)
      for (const at of again) reconciler.add(structuredClone(READINGS[at]))
      expect(JSON.stringify(reconciler.incidents())).toBe(whole)
    }),
    { numRuns: 30 },
  )
})

it('forgets what is taken away', () => {
  const reconciler = openReconciler()
  for (const reading of READINGS) reconciler.add(reading)
  reconciler.incidents()
  for (const { document } of READINGS.slice(20)) reconciler.remove(document.id)
  expect(JSON.stringify(reconciler.incidents())).toBe(JSON.stringify(reconcile(READINGS.slice(0, 20))))
})

it('works out anew only the incidents that a new report touches', () => {
  const reconciler = openReconciler()
  for (const reading of READINGS.slice(1)) reconciler.add(reading)
  const before = reconciler.incidents()
  reconciler.add(READINGS[0])
  const after = reconciler.incidents()
  const changed = after.filter((incident) => !before.includes(incident))
  expect(changed.length).toBeGreaterThan(0)
  expect(changed.length).toBeLessThan(6)
  expect(changed.some(({ accounts }) => accounts.some(({ document }) => document === 'r0'))).toBe(true)
})

it('has every mention in one incident, and says no more than the readings', () => {
  const incidents = reconcile(READINGS)
  const mentions = incidents.flatMap(({ accounts }) =>
    accounts.flatMap(({ document, events }) => events.map((event) => `${document} ${event}`)),
  )
  expect(new Set(mentions).size).toBe(mentions.length)
  expect(mentions.length).toBe(READINGS.flatMap(({ articles }) => articles.flatMap(({ events }) => events)).length)
  for (const { accounts, aspects, origins } of incidents) {
    expect(origins).toBe(independentOrigins(accounts).size || 1)
    for (const { values } of aspects)
      for (const { value, grounds } of values)
        for (const { account, span } of grounds) {
          const { text } = READINGS.find(({ document }) => document.id === accounts[account].document)?.document ?? {
            text: '',
          }
          expect(span[1]).toBeGreaterThan(span[0])
          if (/^\d+$/.test(value)) expect(text.slice(...span)).toBe(value)
        }
  }
})

it('an update says which incidents are removed and which are added, so that the two together are those of all readings', () => {
  const changeOf = (reading: Reading) => ({ id: reading.document.id, reading })
  fc.assert(
    fc.property(fc.subarray(READINGS), fc.subarray(READINGS), (early, gone) => {
      const store = openMatchStore()
      const found = new Map<string, string>()
      const update = (changes: Iterable<DocumentChange>) => {
        const { removed, added } = updateIncidents(store, changes)
        for (const id of removed) expect(found.delete(id)).toBe(true)
        for (const incident of added) {
          expect(found.has(incident.id)).toBe(false)
          found.set(incident.id, JSON.stringify(incident))
        }
      }
      update(early.map(changeOf))
      update(READINGS.map(changeOf))
      update(gone.map(({ document }) => ({ id: document.id, reading: null })))
      const left = reconcile(READINGS.filter((reading) => !gone.includes(reading)))
      expect([...found.values()].toSorted()).toEqual(left.map((incident) => JSON.stringify(incident)).toSorted())
    }),
    { numRuns: 20 },
  )
})

it('the same where each event resembles many others, and a pair that is gained or lost changes which others connect', () => {
  const dense = [...inventReadings(60, 5, { towns: 2, days: 12 })].map(({ reading }) => reading)
  fc.assert(
    fc.property(fc.shuffledSubarray(dense, { minLength: 20 }), fc.nat(59), (order, cut) => {
      const reconciler = openReconciler()
      for (const reading of order.slice(0, cut)) reconciler.add(reading)
      reconciler.incidents()
      for (const reading of dense) reconciler.add(reading)
      reconciler.incidents()
      for (const reading of dense) if (!order.includes(reading)) reconciler.remove(reading.document.id)
      expect(JSON.stringify(reconciler.incidents())).toBe(JSON.stringify(reconcile(order)))
    }),
    { numRuns: 20 },
  )
})

it('an update without changes changes nothing', () => {
  const store = openMatchStore()
  updateIncidents(
    store,
    READINGS.map((reading) => ({ id: reading.document.id, reading })),
  )
  expect(updateIncidents(store, [])).toEqual({ removed: [], added: [] })
})
