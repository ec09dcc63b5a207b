import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reconcile } from '../reconciling/reconcile.ts'
import type { Anchor, EventWords, OnDocument, OnIncident } from '../review/decision.ts'
import { eventWords } from '../review/events.ts'
import { quoteOf } from '../review/quote.ts'
import { statementWords } from '../review/statements.ts'
import { dumpRecord, integrityOf } from '../testing/dump-record.ts'
import { reviewedReading } from '../testing/reviewed-reading.ts'
import { TWO_REPORTS } from '../testing/two-incidents.ts'
import type { Reading } from '../types.ts'
import { firstBrokenEntry, listEntries } from './custody/log.ts'
import { listDecisions } from './decisions.ts'
import { listReadings, ownReadingOf, readingOf } from './documents.ts'
import { areIncidentsFresh } from './incidents/freshness.ts'
import { saidOfMentions } from './incidents/groupings.ts'
import { writeIncidents } from './incidents/store.ts'
import { closeRecord, type OpenRecord, openRecord } from './open.ts'
import { judgementOf } from './reliability.ts'
import { search } from './search.ts'
import { listStatements } from './statements.ts'
import { replaceReading, writeDocument } from './write.ts'
import { restoreDecision, setReliability, withdrawDecision, writeDecision } from './write-decision.ts'

const NOON = '2024-05-01T12:00:00.000Z'
/** The first entry tells how the document came. */
const SINCE = 2
const ADA = { who: 'Ada', at: NOON }
const BO = { who: 'Bo', at: '2024-05-02T12:00:00.000Z' }

const READING = reviewedReading()
const { text, sha256 } = READING.document
const [article] = READING.articles

let folder: string
let path: string
let record: OpenRecord
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-decisions-'))
  path = join(folder, 'hearsay.db')
  record = openRecord(path, 'create')
  writeDocument(record, { bytes: new TextEncoder().encode(text), origin: 'qarn.txt' }, READING, NOON)
})
afterEach(() => {
  closeRecord(record)
  rmSync(folder, { recursive: true })
})

const words = statementWords(text, article.statements[1])
const CORRECTION: OnDocument = {
  kind: 'statement',
  document: sha256,
  before: words,
  after: { ...words, stance: 'doubts', source: null },
}
const blast = eventWords(text, article, article.events[1])
const onEvent = (after: EventWords | null): OnDocument => ({ kind: 'event', document: sha256, before: blast, after })

const sources = () => [...listStatements(record)].map(({ source, stance }) => `${source} ${stance}`)
const found = (words: string) => [...search(record, words)].filter(({ where }) => where === 'statement').length

test('a correction is shown, searched and exported; what the reader read stays; an undo brings it back, and can be undone', () => {
  const before = dumpRecord(path)
  const number = writeDecision(record, CORRECTION, ADA)
  expect(sources()).toEqual(['Ada Quist asserts', 'null doubts', 'Ada Quist denies', 'Police asserts'])
  expect(found('driver')).toBe(0)
  expect(ownReadingOf(record, 1)).toEqual(READING)
  expect(readingOf(record, 1).articles[0].statements[1]).toMatchObject({ decided: 'corrected', stance: 'doubts' })
  expect([...listReadings(record)].map((json) => JSON.parse(json))).toEqual([readingOf(record, 1)])
  expect(withdrawDecision(record, number, BO)).toBe(number)
  expect(withdrawDecision(record, number, BO)).toBeNull()
  const { log, ...undone } = dumpRecord(path)
  const { log: none, ...was } = before
  expect(undone).toEqual(was)
  expect([none.length, log.length]).toEqual([1, 3])
  expect(found('driver')).toBe(1)
  expect(listDecisions(record)).toMatchObject([{ number, who: 'Ada', withdrawn: { who: 'Bo' } }])
  expect(restoreDecision(record, number, ADA)).toBe(number)
  expect(sources()[1]).toBe('null doubts')
  expect(listDecisions(record)).toMatchObject([{ number, withdrawn: null }])
  expect([firstBrokenEntry(record), integrityOf(path)]).toEqual([null, ['ok']])
})

test('the log says who, when, before and after, and nothing ever leaves it', () => {
  const number = writeDecision(record, CORRECTION, ADA)
  withdrawDecision(record, number, BO)
  expect([...listEntries(record, SINCE)].map(({ who, at, what, about }) => [who, at, what, about])).toEqual([
    ['Ada', ADA.at, 'decide', sha256],
    ['Bo', BO.at, 'withdraw', sha256],
  ])
  const [decided, withdrawn] = [...listEntries(record, SINCE)].map(({ detail }) => JSON.parse(detail))
  expect(decided).toEqual(CORRECTION)
  expect(withdrawn).toEqual({ of: number, before: CORRECTION, after: null })
  expect(() => record.db.exec('DELETE FROM log')).toThrow(/only added to/)
})

test('reading again never overwrites a decision, and a document that comes with decisions in the log has them', () => {
  writeDecision(record, CORRECTION, ADA)
  const anew = reviewedReading({ prefix: 'a8.', before: 'Menu\n\n' })
  replaceReading(record, 1, { ...anew, reader: { ...anew.reader, version: '2' } }, NOON)
  expect(sources()).toEqual(['Ada Quist asserts', 'null doubts', 'Ada Quist denies', 'Police asserts'])
  expect(ownReadingOf(record, 1).articles[0].statements[1].stance).toBe('asserts')
  const emptied = { ...anew, articles: anew.articles.map((article) => ({ ...article, statements: [] })) }
  replaceReading(record, 1, emptied, NOON)
  expect(sources()).toEqual(['null doubts'])
})

test('a decision leaves no trace where it cannot be written whole', () => {
  const before = dumpRecord(path)
  record.db.exec("CREATE TRIGGER full BEFORE INSERT ON statements BEGIN SELECT raise(ABORT, 'no room'); END")
  expect(() => writeDecision(record, CORRECTION, ADA)).toThrow(/no room/)
  record.db.exec('DROP TRIGGER full')
  expect(dumpRecord(path)).toEqual(before)
})

test('two at once lose nothing of each other', () => {
  const other = openRecord(path, 'write')
  writeDecision(record, CORRECTION, ADA)
  writeDecision(other, onEvent(null), BO)
  closeRecord(other)
  const [decided] = readingOf(record, 1).articles
  expect([decided.statements[1].stance, decided.events.length]).toEqual(['doubts', 1])
  expect(listDecisions(record).map(({ who }) => who)).toEqual(['Ada', 'Bo'])
  expect(firstBrokenEntry(record)).toBe(null)
})

test('how reliable somebody is held goes into the log with what was held before, and can be taken back', () => {
  const hold = (grade: string, why: string | null = null) => setReliability(record, 'the ministry', { grade, why }, ADA)
  const first = hold('B', 'corrects itself')
  expect(hold('B', 'corrects itself')).toBe(null)
  const second = hold('D')
  expect([...listEntries(record, SINCE)].map(({ detail }) => JSON.parse(detail))).toMatchObject([
    { name: 'the ministry', before: null, after: { grade: 'B' } },
    { name: 'the ministry', before: { grade: 'B', why: 'corrects itself' }, after: { grade: 'D' } },
  ])
  if (first === null || second === null) throw new Error('not kept')
  withdrawDecision(record, second, BO)
  expect(judgementOf(record, 'the ministry')).toEqual({ grade: 'B', why: 'corrects itself' })
  withdrawDecision(record, first, BO)
  expect(judgementOf(record, 'the ministry')).toBe(null)
  restoreDecision(record, second, BO)
  expect(judgementOf(record, 'the ministry')).toEqual({ grade: 'D', why: null })
})

test('merging and splitting name mentions by their words, and hold when a newer reader names them otherwise', () => {
  for (const { received, reading } of TWO_REPORTS) writeDocument(record, received, reading, NOON)
  const anchors = TWO_REPORTS.map(({ reading: { document, articles } }) =>
    articles[0].events.map(
      ({ trigger }): Anchor => ({ document: document.sha256, quote: quoteOf(document.text, trigger) }),
    ),
  )
  const incidents = () =>
    reconcile(readings(), saidOfMentions(record).groupings).map(({ accounts }) =>
      accounts.flatMap(({ document, events }) => events.map((event) => `${document.slice(0, 4)} ${event}`)).sort(),
    )
  const readings = (): Reading[] => [...listReadings(record)].map((json) => JSON.parse(json))
  const [[wire, strike], [radio]] = anchors
  writeIncidents(record, [])
  const merge: OnIncident = { kind: 'incident', before: [[wire], [strike]], after: [[wire, strike]] }
  const number = writeDecision(record, merge, ADA)
  expect(areIncidentsFresh(record)).toBe(false)
  const id = TWO_REPORTS[0].reading.document.id.slice(0, 4)
  expect(incidents()).toContainEqual(expect.arrayContaining([`${id} v1`, `${id} v2`]))
  const { reading } = TWO_REPORTS[0]
  const renamed = JSON.parse(JSON.stringify(reading).replaceAll('"v1"', '"n1"').replaceAll('"v2"', '"n2"'))
  replaceReading(record, 2, renamed, NOON)
  expect(incidents()).toContainEqual(expect.arrayContaining([`${id} n1`, `${id} n2`]))
  writeDecision(record, { kind: 'incident', before: [[wire, strike, radio]], after: [[wire, radio], [strike]] }, ADA)
  expect(incidents()).toContainEqual([`${id} n2`])
  withdrawDecision(record, number, BO)
  expect(incidents()).toContainEqual([`${id} n2`])
})

test('an event that is rejected is in no incident; a note changes nothing', () => {
  writeDecision(record, onEvent(null), ADA)
  const readings = [...listReadings(record)].map((json) => JSON.parse(json))
  expect(reconcile(readings)).toHaveLength(1)
  writeIncidents(record, [])
  const at = [{ document: sha256, quote: blast.trigger }]
  writeDecision(record, { kind: 'note', on: 'event', at, before: null, after: 'ask the school' }, ADA)
  expect(areIncidentsFresh(record)).toBe(true)
  expect(listDecisions(record).map(({ decision }) => decision.kind)).toEqual(['event', 'note'])
})
