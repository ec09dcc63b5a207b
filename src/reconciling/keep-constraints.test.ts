// Who confirms, merges, divides or adds an account says something of what was named, and moves nothing else.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inventReadings } from '../testing/invented-readings.ts'
import type { AccountByHand, EventName, Grouping, Incident, Reading } from '../types.ts'
import { openMatchStore } from './match-store.ts'
import { reconcile, updateIncidents } from './reconcile.ts'

const name = (document: string): EventName => ({ document, article: 1, event: 'a1.v1' })
const idOf = ({ document }: Reading): string => document.id

/** One town and nine days: much is almost alike, and a little more weight on either side would move it. */
const READINGS = [...inventReadings(50, 5, { towns: 1, days: 9 })].map(({ reading }) => reading)
const PLAIN = reconcile(READINGS)
const WRITTEN = [...inventReadings(3, 77)].map(({ reading }) => ({
  ...reading,
  document: { ...reading.document, id: `hand-${reading.document.id}` },
}))

const documentsOf = ({ accounts }: Incident): string[] => [...new Set(accounts.map(({ document }) => document))].sort()
const isWritten = (document: string): boolean => document.startsWith('hand-')
/** Without accounts by hand. */
const membersOf = (incidents: readonly Incident[]): string[] =>
  incidents
    .map((incident) => documentsOf(incident).filter((document) => !isWritten(document)))
    .filter((documents) => documents.length > 0)
    .map((documents) => documents.join(' '))
    .sort()
const MEMBERS = membersOf(PLAIN)
const LARGE = PLAIN.map(documentsOf).filter(({ length }) => length > 1)

/** What people decided, in any order, each taken back or not. */
interface Decision {
  grouping: Grouping | null
  byHand: AccountByHand | null
}

/** An incident, or some of its accounts: what was confirmed before the others came. */
const confirmed: fc.Arbitrary<Decision> = fc
  .constantFrom(...LARGE)
  .chain((documents) => fc.subarray(documents, { minLength: 1 }))
  .map((documents) => ({ grouping: [documents.map(name)], byHand: null }))

const added = (reading: Reading): fc.Arbitrary<Decision> =>
  fc.subarray(READINGS.map(idOf), { minLength: 1, maxLength: 3 }).map((to) => ({
    grouping: null,
    byHand: { document: idOf(reading), event: name(idOf(reading)), to: to.map(name) },
  }))

const decisions: fc.Arbitrary<Decision[]> = fc
  .tuple(fc.array(confirmed, { minLength: 1, maxLength: 4 }), ...WRITTEN.map(added))
  .chain(([groups, ...accounts]) => {
    const all = [...groups, ...accounts]
    return fc.shuffledSubarray(all, { minLength: all.length })
  })

/** As the record gives it: of an account that was taken back the document is still known. */
const saidIn = (standing: readonly Decision[]) => ({
  groupings: standing.flatMap(({ grouping }) => (grouping ? [grouping] : [])),
  byHand: WRITTEN.map(
    ({ document: { id } }) =>
      standing.find(({ byHand }) => byHand?.document === id)?.byHand ?? { document: id, event: null, to: [] },
  ),
})

const documentsIn = ({ grouping, byHand }: Decision): Set<string> =>
  new Set(
    [...(grouping ?? []).flat(), ...(byHand?.to ?? []), ...(byHand ? [byHand] : [])].map(({ document }) => document),
  )

it('some events are hard to tell apart', () => {
  expect(PLAIN.length).toBeGreaterThan(5)
  expect(LARGE.length).toBeGreaterThan(4)
})

it('whichever incident is confirmed, or half of its accounts were, none gains or loses any', () => {
  const halves = LARGE.flatMap((documents) => [0, 1].map((half) => documents.filter((_, at) => at % 2 === half)))
  for (const documents of [...LARGE, ...halves])
    expect(membersOf(reconcile(READINGS, [[documents.map(name)]])), documents.join(' ')).toEqual(MEMBERS)
})

it('confirming and accounts by hand move nobody, in any order, and undone they leave what was, to the byte', () => {
  fc.assert(
    fc.property(decisions, fc.infiniteStream(fc.nat()), (made, dice) => {
      const readings = [...READINGS, ...WRITTEN]
      const store = openMatchStore()
      const all = new Map<string, Incident>()
      const bytes = (incidents: Iterable<Incident>) =>
        JSON.stringify([...incidents].toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      const update = (standing: readonly Decision[], changed: readonly Reading[]) => {
        const { groupings, byHand } = saidIn(standing)
        const changes = changed.map((reading) => ({ id: idOf(reading), reading }))
        const { removed, added } = updateIncidents(store, changes, groupings, [], byHand)
        for (const id of removed) all.delete(id)
        for (const incident of added) all.set(incident.id, incident)
        expect(membersOf([...all.values()])).toEqual(MEMBERS)
        expect(bytes(all.values())).toBe(bytes(reconcile(readings, groupings, [], byHand)))
      }
      const standing: Decision[] = []
      update(standing, readings)
      expect(bytes(all.values())).toBe(bytes(PLAIN))
      const step = (decision: Decision) => {
        const documents = documentsIn(decision)
        update(
          standing,
          readings.filter((reading) => documents.has(idOf(reading))),
        )
      }
      for (const decision of made) {
        standing.push(decision)
        step(decision)
      }
      expect(bytes(all.values())).toBe(bytes(reconcileSaid(readings, made.toReversed())))
      while (standing.length > 0) {
        const [undone] = standing.splice((dice.next().value ?? 0) % standing.length, 1)
        step(undone)
      }
      expect(bytes(all.values())).toBe(bytes(PLAIN))
    }),
    { numRuns: 6 },
  )
})

function reconcileSaid(readings: readonly Reading[], standing: readonly Decision[]): Incident[] {
  const { groupings, byHand } = saidIn(standing)
  return reconcile(readings, groupings, [], byHand)
}

/** Any mentions in one group or in two, which are parted. */
const grouping: fc.Arbitrary<string[][]> = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...READINGS.map(idOf)), { minLength: 2, maxLength: 8 }), fc.nat(8))
  .map(([ids, cut]) => [ids.slice(0, cut), ids.slice(cut)].filter(({ length }) => length > 0))

it('incidents of which nothing was named are as they were, whatever people say of others', () => {
  fc.assert(
    fc.property(fc.array(grouping, { minLength: 1, maxLength: 4 }), (groupings) => {
      const named = new Set(groupings.flat(2))
      const isLeft = (incident: Incident) => !documentsOf(incident).some((document) => named.has(document))
      const after = reconcile(
        READINGS,
        groupings.map((groups) => groups.map((group) => group.map(name))),
      )
      expect(after).toEqual(expect.arrayContaining(PLAIN.filter(isLeft)))
    }),
    { numRuns: 25 },
  )
})

it('what is merged brings along all that was one incident with it, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.array(fc.subarray(READINGS.map(idOf), { minLength: 2, maxLength: 3 }), { maxLength: 3 }),
      (groups) => {
        // The incidents that hold any of a group, together.
        let expected: string[][] = PLAIN.map(documentsOf)
        for (const group of groups) {
          const holds = (documents: string[]) => documents.some((document) => group.includes(document))
          expected = [expected.filter(holds).flat(), ...expected.filter((documents) => !holds(documents))]
        }
        const after = reconcile(
          READINGS,
          groups.map((group) => [group.map(name)]),
        )
        expect(membersOf(after)).toEqual(expected.map((documents) => documents.sort().join(' ')).sort())
      },
    ),
    { numRuns: 25 },
  )
})

it('of an incident that is divided, what nobody named goes with the part that it resembles most', () => {
  const withCopies = (ids: readonly string[]) => [
    ...READINGS,
    ...READINGS.filter((reading) => ids.includes(idOf(reading))).map(copied),
  ]
  // A copy may resemble its original so much more than anything else that the two are an incident by themselves.
  /** How many were killed: two reports that say the same cannot be told apart. */
  const killedIn = (id: string) =>
    READINGS.find((reading) => idOf(reading) === id)
      ?.document.text.split(', killing')[1]
      ?.split(' ')[1]
  const [one, other] =
    LARGE.flatMap((documents) => documents.slice(1).map((next) => [documents[0], next]))
      .filter(([first, next]) => killedIn(first) !== killedIn(next))
      .find((two) =>
        reconcile(withCopies(two)).some((incident) => two.every((id) => documentsOf(incident).includes(id))),
      ) ?? []
  const readings = withCopies([one, other])
  const partsOf = (groups: Grouping) =>
    reconcile(readings, [groups])
      .map(documentsOf)
      .filter((documents) => documents.includes(one) || documents.includes(other))
  expect(partsOf([])).toEqual([expect.arrayContaining([one, other, `${one}-copy`, `${other}-copy`])])
  const parts = partsOf([[name(one)], [name(other)]])
  expect(parts.map((documents) => documents.includes(one) && documents.includes(`${one}-copy`)).toSorted()).toEqual([
    false,
    true,
  ])
  expect(parts.find((documents) => documents.includes(other))).toContain(`${other}-copy`)
  expect(parts.flat().toSorted()).toEqual(partsOf([]).flat())
})

const copied = (reading: Reading): Reading => ({
  ...reading,
  document: { ...reading.document, id: `${idOf(reading)}-copy` },
})
