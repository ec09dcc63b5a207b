// An account by hand joins the incident that it was added to, and changes nothing else of who belongs to what.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inventReadings } from '../testing/invented-readings.ts'
import type { AccountByHand, EventName, Incident, Reading } from '../types.ts'
import { openMatchStore } from './match-store.ts'
import { openReconciler, reconcile, updateIncidents } from './reconcile.ts'

const READINGS = [...inventReadings(40, 5)].map(({ reading }) => reading)
const IDS = READINGS.map(({ document }) => document.id)
const name = (document: string): EventName => ({ document, article: 1, event: 'a1.v1' })

/** Reports of other events, that nobody else would take for these. */
const WRITTEN = [...inventReadings(4, 77)].map(({ reading }) => renamed(reading, `hand ${reading.document.id}`))
const WORDS = WRITTEN.map(({ document }) => document.id)

function renamed(reading: Reading, id: string): Reading {
  return { ...reading, document: { ...reading.document, id } }
}

const membersOf = (incidents: readonly Incident[]): string[] =>
  incidents.map(({ accounts }) => [...new Set(accounts.map(({ document }) => document))].sort().join(' ')).sort()

const withoutWritten = (members: readonly string[]): string[] =>
  members
    .map((each) => (each.match(/hand r\d+|\S+/g) ?? []).filter((id) => !id.startsWith('hand')).join(' '))
    .filter((each) => each !== '')
    .sort()

const added: fc.Arbitrary<AccountByHand[]> = fc
  .array(
    fc.record({
      document: fc.constantFrom(...WORDS),
      stands: fc.boolean(),
      to: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) =>
    all.map(({ document, stands, to }) => ({ document, event: stands ? name(document) : null, to: to.map(name) })),
  )

it('joins the incident of the first mention that is found, whose other accounts and whose id stay', () => {
  const [before] = reconcile(READINGS).filter(({ accounts }) => accounts.length > 2)
  const to = before.accounts.map(({ document }) => name(document))
  const byHand = [{ document: WORDS[0], event: name(WORDS[0]), to: [name('gone'), ...to] }]
  const after = reconcile([...READINGS, WRITTEN[0]], [], [], byHand).find(({ id }) => id === before.id)
  expect(after?.accounts).toHaveLength(before.accounts.length + 1)
  expect(after?.accounts.map(({ document }) => document)).toEqual(
    expect.arrayContaining([WORDS[0], ...before.accounts.map(({ document }) => document)]),
  )
})

it('an account that was taken back is in no incident; one without a mention to go with is an incident by itself', () => {
  const back = [{ document: WORDS[0], event: null, to: [name(IDS[0])] }]
  expect(reconcile([...READINGS, WRITTEN[0]], [], [], back)).toEqual(reconcile(READINGS))
  const lost = [{ document: WORDS[0], event: name(WORDS[0]), to: [name('gone')] }]
  expect(membersOf(reconcile([...READINGS, WRITTEN[0]], [], [], lost))).toContain(WORDS[0])
})

it('one that goes with another by hand goes where that one goes', () => {
  const byHand = [
    { document: WORDS[0], event: name(WORDS[0]), to: [name(IDS[0])] },
    { document: WORDS[1], event: name(WORDS[1]), to: [name(WORDS[0])] },
  ]
  const found = membersOf(reconcile([...READINGS, ...WRITTEN.slice(0, 2)], [], [], byHand))
  expect(found.filter((each) => each.includes('hand'))).toEqual([
    expect.stringContaining(`${WORDS[0]} ${WORDS[1]} ${IDS[0]}`),
  ])
})

it('changes nothing of who else belongs together, and gives the same whatever the order, batches, duplicates and removals', () => {
  const plain = membersOf(reconcile(READINGS))
  fc.assert(
    fc.property(
      added,
      fc.shuffledSubarray([...READINGS, ...WRITTEN], { minLength: READINGS.length + WRITTEN.length }),
      fc.nat(READINGS.length),
      (byHand, shuffled, cut) => {
        const spoken = WRITTEN.filter(({ document }) => byHand.some((one) => one.document === document.id))
        const all = [...READINGS, ...spoken]
        const incidents = reconcile(all, [], [], byHand)
        expect(withoutWritten(membersOf(incidents))).toEqual(plain)
        const given = shuffled.filter((reading) => all.includes(reading))
        const reconciler = openReconciler([], [], byHand)
        for (const reading of given.slice(0, cut)) reconciler.add(reading)
        reconciler.incidents()
        for (const reading of [...given.slice(cut), ...given.slice(0, 3)]) reconciler.add(reading)
        reconciler.incidents()
        for (const { document } of given.slice(0, 5)) reconciler.remove(document.id)
        reconciler.incidents()
        for (const reading of given.slice(0, 5)) reconciler.add(reading)
        expect(JSON.stringify(reconciler.incidents())).toBe(JSON.stringify(incidents))
      },
    ),
    { numRuns: 25 },
  )
})

it('what was filled under other accounts by hand: only the documents that they differ in are updated', () => {
  fc.assert(
    fc.property(added, added, fc.nat(3), (first, more, kept) => {
      const now = [...first.slice(0, kept), ...more]
      const changed = new Set(
        [...first.slice(kept), ...more].flatMap(({ document, to }) => [document, ...to.map((each) => each.document)]),
      )
      const wereIn = new Set([...first, ...more].map(({ document }) => document))
      const store = openMatchStore()
      const all = new Map<string, Incident>()
      const update = (byHand: readonly AccountByHand[], readings: readonly Reading[]) => {
        const changes = readings.map((reading) => ({ id: reading.document.id, reading }))
        const { removed, added } = updateIncidents(store, changes, [], [], byHand)
        for (const id of removed) all.delete(id)
        for (const incident of added) all.set(incident.id, incident)
      }
      // Every one of them is known to be by hand from the start: taken back or not yet added, it is in no incident.
      const known = WORDS.filter((document) => wereIn.has(document)).map((document) => ({
        document,
        event: null,
        to: [],
      }))
      const readings = [...READINGS, ...WRITTEN.filter(({ document }) => wereIn.has(document.id))]
      update([...known, ...first], readings)
      update(
        [...known, ...now],
        readings.filter(({ document }) => changed.has(document.id)),
      )
      const whole = reconcile(readings, [], [], [...known, ...now])
      expect(whole.map(({ id }) => all.get(id))).toEqual(whole)
      expect(all.size).toBe(whole.length)
    }),
    { numRuns: 30 },
  )
})
