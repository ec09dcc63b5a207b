// However a record came to its readings, its incidents are those that all readings together give.

import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reconcile } from '../../reconciling/reconcile.ts'
import { scratchFolder } from '../../testing/hearsay.ts'
import { inventReadings } from '../../testing/invented-readings.ts'
import type { Reading } from '../../types.ts'
import { closeRecord, type OpenRecord, openRecord } from '../open.ts'
import { replaceReading, writeDocument } from '../write.ts'
import { type Filling, fillMatchStore, writeFilling } from './fill.ts'
import { areIncidentsFresh, matchStoreState } from './freshness.ts'
import { listIncidents } from './list.ts'
import { refreshIncidents } from './refresh.ts'
import { countStale } from './stale.ts'

// Of one region and a few days, so that blocks grow beyond what is compared each with each.
const READINGS = [...inventReadings(140, 5)].map(({ reading }) => reading)
const NOON = '2024-05-01T12:00:00.000Z'

function makeRecord(readings: readonly Reading[]): OpenRecord {
  const record = openRecord(join(scratchFolder(), 'hearsay.db'), 'create')
  for (const reading of readings) add(record, reading)
  return record
}

const add = (record: OpenRecord, reading: Reading): void =>
  writeDocument(record, { bytes: Buffer.from(reading.document.text), origin: reading.document.origin }, reading, NOON)

const byId = (record: OpenRecord) =>
  [...listIncidents(record, {})].map((incident) => JSON.stringify(incident)).toSorted()
const expected = (readings: readonly Reading[]) =>
  reconcile(readings)
    .map((incident) => JSON.stringify(incident))
    .toSorted()

test('filled at once, or report by report in any order, with readings replaced on the way', () => {
  const whole = expected(READINGS)
  fc.assert(
    fc.property(
      fc.shuffledSubarray(READINGS, { minLength: READINGS.length }),
      fc.array(fc.nat(READINGS.length - 1), { maxLength: 3 }),
      fc.array(fc.nat(READINGS.length - 1), { maxLength: 5 }),
      (shuffled, pauses, wrong) => {
        const record = makeRecord([])
        for (const [at, reading] of shuffled.entries()) {
          // First read by a reader that found nothing in it.
          add(record, wrong.includes(at) ? { ...reading, articles: [] } : reading)
          if (pauses.includes(at)) refreshIncidents(record, 'this')
        }
        for (const at of wrong) replaceReading(record, at + 1, shuffled[at], NOON)
        refreshIncidents(record, 'this')
        expect(byId(record)).toEqual(whole)
        expect(areIncidentsFresh(record)).toBe(true)
        closeRecord(record)
      },
    ),
    { numRuns: 6 },
  )
})

test('one report more changes few incidents, and takes one step', () => {
  const record = makeRecord(READINGS.slice(1))
  refreshIncidents(record, 'this')
  add(record, READINGS[0])
  expect(areIncidentsFresh(record)).toBe(false)
  expect(countStale(record)).toEqual({ stale: 1, all: READINGS.length })
  const before = record.db.prepare('SELECT total_changes() AS n').pluck().get() as number
  refreshIncidents(record, 'this')
  const written = (record.db.prepare('SELECT total_changes() AS n').pluck().get() as number) - before
  expect(byId(record)).toEqual(expected(READINGS))
  expect(written).toBeLessThan(400) // all incidents and chains together are thousands of rows
  closeRecord(record)
})

/** What updates go by: all of it but in which order it was written. */
const matchStoreOf = ({ db }: OpenRecord) =>
  [
    'SELECT key, document, day, words, incident, compared FROM event_chains ORDER BY key',
    'SELECT key, mentions FROM chain_mentions ORDER BY key',
    'SELECT block, key FROM chain_blocks ORDER BY block, key',
    'SELECT one, other, score, blocks FROM candidate_pairs ORDER BY one, other',
    'SELECT article, document, numbers FROM article_shingles ORDER BY article',
    'SELECT document, id, version FROM matched_readings ORDER BY document',
    'SELECT document, id, party FROM statement_parties ORDER BY document, id',
    'SELECT document, party FROM event_parties ORDER BY document, party',
  ].map((query) => db.prepare(query).raw().all())

test.each([
  [1e9, 'in memory'],
  [0, 'in temporary files'],
])('filled at once with %d bytes, it is what it would be report by report: %s', (most) => {
  const gradually = makeRecord([])
  for (const reading of READINGS) {
    add(gradually, reading)
    refreshIncidents(gradually, 'this')
  }
  const atOnce = makeRecord(READINGS)
  fillMatchStore(atOnce, 'this', most)
  expect(matchStoreOf(atOnce)).toEqual(matchStoreOf(gradually))
  expect(byId(atOnce)).toEqual(byId(gradually))
  closeRecord(gradually)
  closeRecord(atOnce)
})

test('another program begins anew', () => {
  const record = makeRecord(READINGS.slice(0, 5))
  refreshIncidents(record, 'that')
  record.db.exec("UPDATE chain_mentions SET mentions = x'00'")
  refreshIncidents(record, 'this')
  expect(matchStoreState(record).reconciler).toBe('this')
  expect(byId(record)).toEqual(expected(READINGS.slice(0, 5)))
  closeRecord(record)
})

test('of two that fill at the same time one gives way; a match store that was left half filled counts as empty', () => {
  const record = makeRecord(READINGS.slice(0, 5))
  const found = matchStoreState(record)
  const nothing: Filling = {
    versions: () => [],
    documents: () => [],
    allPairs: () => [],
    incidents: () => [],
    chainsOfIncidents: () => [],
  }
  const noEvents = { id: 'r0', chains: [], shingles: [] }
  const begun = function* () {
    expect(
      writeFilling(record, nothing, { found: matchStoreState(record), filler: 'second', reconciler: 'this' }),
    ).toBe(true)
    yield noEvents
  }
  const first = { found, filler: 'first', reconciler: 'this' }
  expect(writeFilling(record, { ...nothing, documents: begun }, first)).toBe(false)
  expect(matchStoreState(record)).toEqual({ reconciler: 'this', filler: 'second' })
  const broken = function* () {
    yield noEvents
    throw new Error('killed')
  }
  const third = { found: matchStoreState(record), filler: 'third', reconciler: 'this' }
  expect(() => writeFilling(record, { ...nothing, documents: broken }, third)).toThrow('killed')
  expect(matchStoreState(record).reconciler).toBeNull()
  refreshIncidents(record, 'this')
  expect(byId(record)).toEqual(expected(READINGS.slice(0, 5)))
  closeRecord(record)
})

test('a document that is gone takes its accounts along', () => {
  const record = makeRecord(READINGS.slice(0, 20))
  refreshIncidents(record, 'this')
  record.db.exec('DELETE FROM documents WHERE number = 3')
  const { filler } = matchStoreState(record)
  refreshIncidents(record, 'this')
  expect(byId(record)).toEqual(expected([...READINGS.slice(0, 2), ...READINGS.slice(3, 20)]))
  expect(matchStoreState(record).filler).toBe(filler) // not filled anew
  closeRecord(record)
})
