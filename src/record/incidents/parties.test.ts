// The registry of a record, and what people say of it: figures count a party under all its names, decisions hold over rules and survive
// reading again, and incidents follow them, as those of all readings together do.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reconcile } from '../../reconciling/reconcile.ts'
import { scratchFolder } from '../../testing/hearsay.ts'
import { inventReadings } from '../../testing/invented-readings.ts'
import type { Reading } from '../../types.ts'
import { closeRecord, type OpenRecord, openRecord } from '../open.ts'
import { replaceReading, writeDocument } from '../write.ts'
import { withdrawDecision, writeDecision } from '../write-decision.ts'
import { listSourceFigures } from './figures.ts'
import { listIncidents } from './list.ts'
import { openRegistry, sayingsOf } from './parties.ts'
import { partyDecision } from './party-decision.ts'
import { refreshIncidents } from './refresh.ts'

const READINGS = [...inventReadings(60, 3)].map(({ reading }) => reading)
const NOON = '2024-05-01T12:00:00.000Z'
const BY = { who: 'Ada Quist', at: NOON }

function makeRecord(readings: readonly Reading[]): OpenRecord {
  const record = openRecord(join(scratchFolder(), 'hearsay.db'), 'create')
  for (const reading of readings)
    writeDocument(record, { bytes: Buffer.from(reading.document.text), origin: reading.document.origin }, reading, NOON)
  refreshIncidents(record, 'this')
  return record
}

const byId = (record: OpenRecord) => [...listIncidents(record)].map((one) => JSON.stringify(one)).toSorted()

/** Two parties that speak, the first two by the alphabet. */
function twoParties(record: OpenRecord): [string, string] {
  const [one, other] = listSourceFigures(record)
    .flatMap(({ party }) => party ?? [])
    .sort()
  return [one, other]
}

test('two that people say are one are counted as one, and incidents are those of all readings with that saying', () => {
  const record = makeRecord(READINGS)
  const before = byId(record)
  const [one, other] = twoParties(record)
  const figures = listSourceFigures(record)
  const saidBy = (key: string) => figures.find(({ party }) => party === key)?.statements ?? 0
  const number = writeDecision(record, partyDecision(record, { wish: 'same', party: one, other }), BY)
  refreshIncidents(record, 'this')
  const joined = listSourceFigures(record).find(({ keys }) => keys.includes(one))
  expect(joined?.keys).toContain(other)
  expect(joined?.statements).toBe(saidBy(one) + saidBy(other))
  const expected = reconcile(READINGS, [], sayingsOf(record)).map((incident) => JSON.stringify(incident))
  expect(byId(record)).toEqual(expected.toSorted())
  // Reading again changes nothing.
  for (const [at, reading] of READINGS.entries()) if (at % 7 === 0) replaceReading(record, at + 1, reading, NOON)
  refreshIncidents(record, 'this')
  expect(byId(record)).toEqual(expected.toSorted())
  // Taken back, it is as if it had never been said.
  expect(withdrawDecision(record, number, BY)).toBe(number)
  refreshIncidents(record, 'this')
  expect(byId(record)).toEqual(before)
  expect(listSourceFigures(record)).toEqual(figures)
  closeRecord(record)
})

test('what a party is a part of, and on whose side; sides pass on to the parts', () => {
  const record = makeRecord(READINGS.slice(0, 20))
  const [one, other] = twoParties(record)
  const belonging = (key: string) => openRegistry(record).belongingOf(key)
  writeDecision(record, partyDecision(record, { wish: 'part', party: one, whole: other }), BY)
  expect(belonging(one)).toEqual({ part: other, side: belonging(other).side ?? other })
  writeDecision(record, partyDecision(record, { wish: 'side', party: other, side: 'the rebels' }), BY)
  expect(belonging(one).side).toBe('the rebels')
  const number = writeDecision(record, partyDecision(record, { wish: 'side', party: one, side: null }), BY)
  expect(belonging(one).side).toBe(null)
  withdrawDecision(record, number, BY)
  expect(belonging(one).side).toBe('the rebels')
  closeRecord(record)
})

test('what makes no sense is refused', () => {
  const record = makeRecord(READINGS.slice(0, 20))
  const [one] = twoParties(record)
  expect(() => partyDecision(record, { wish: 'same', party: one, other: one })).toThrow('one party already')
  expect(() => partyDecision(record, { wish: 'part', party: one, whole: one })).toThrow('part of itself')
  expect(() => partyDecision(record, { wish: 'apart', party: one, keys: [one] })).toThrow('at least one must remain')
  expect(() => partyDecision(record, { wish: 'side', party: 'nobody', side: 'x' })).toThrow('no key of a party')
  closeRecord(record)
})
