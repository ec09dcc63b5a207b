import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dumpRecord, integrityOf } from '../testing/dump-record.ts'
import { makeReading } from '../testing/made-reading.ts'
import { UserError } from '../user-error.ts'
import { checkRecord } from './custody/check.ts'
import { documentsNotReadBy, findDocument, listDocuments, listReadings, readingOf, receivedOf } from './documents.ts'
import { closeRecord, type OpenRecord, openRecord } from './open.ts'
import { explainRecordError } from './record-error.ts'
import { citeStatements } from './rows.ts'
import { END, HIT, search } from './search.ts'
import { countStatements, listStatements, type StatementFilter } from './statements.ts'
import { summarise } from './summary.ts'
import { numberOf, replaceReading, writeDocument, writeSighting } from './write.ts'

const NOON = '2024-05-01T12:00:00.000Z'
const LATER = '2024-05-02T12:00:00.000Z'

const BRIDGE = makeReading(
  'Ada Quist said the 50% bridge was closed.\nNobody crossed the closed bridge.\n© Bridge Courier',
  {
    origin: 'bridge.txt',
    outlet: 'Bridge Courier',
    said: [['Ada Quist', 'said', 'the 50% bridge was closed']],
  },
)
const SOURCE = makeReading('A source denied the killings.\nIt is alleged that shops burned.', {
  origin: 'source.txt',
  said: [
    ['A source', 'denied', 'the killings'],
    [null, 'alleged', 'shops burned'],
  ],
  named: false,
})

let folder: string
let path: string
let record: OpenRecord

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-record-'))
  path = join(folder, 'hearsay.db')
  record = openRecord(path, 'create')
})

afterEach(() => {
  closeRecord(record)
  rmSync(folder, { recursive: true })
})

const write = ({ received, reading }: typeof BRIDGE, at = NOON) => writeDocument(record, received, reading, at)

test('what was written comes back: reading, bytes, statements as the reading itself cites them', () => {
  write(BRIDGE)
  write(SOURCE)
  expect(readingOf(record, 1)).toEqual(BRIDGE.reading)
  expect([...listReadings(record)].map((json) => JSON.parse(json))).toEqual([BRIDGE.reading, SOURCE.reading])
  const { bytes, ...given } = receivedOf(record, 1)
  expect(Buffer.from(bytes).equals(BRIDGE.received.bytes)).toBe(true)
  expect(given).toEqual({ origin: 'bridge.txt' })
  expect([...listStatements(record)]).toEqual([...citeStatements(BRIDGE.reading), ...citeStatements(SOURCE.reading)])
  expect(checkRecord(record)).toEqual([])
})

test('bytes that pack well are packed, others are not, and both come back', () => {
  const long = makeReading('The bridge was closed. '.repeat(500))
  write(long)
  write(BRIDGE)
  const packed = record.db.prepare('SELECT packing, length(bytes) AS size FROM raw ORDER BY document').all()
  expect(packed).toEqual([
    { packing: 'deflate', size: expect.any(Number) },
    { packing: 'none', size: BRIDGE.received.bytes.length },
  ])
  expect(Buffer.from(receivedOf(record, 1).bytes).equals(long.received.bytes)).toBe(true)
})

test('the same bytes are stored once; each further origin is a sighting, once', () => {
  write(BRIDGE)
  write(BRIDGE, LATER)
  write(makeReading(BRIDGE.reading.document.text, { origin: 'elsewhere.txt' }), LATER)
  writeSighting(record, 1, 'elsewhere.txt', BRIDGE.reading.document.id, '2025-01-01T00:00:00.000Z')
  writeSighting(record, 1, 'bridge.txt', 'wire-7', LATER)
  expect(
    [...listDocuments(record)].map(({ origin, sightings, received_at }) => [origin, sightings, received_at]),
  ).toEqual([['bridge.txt', 3, NOON]])
  expect(record.db.prepare('SELECT origin, received_at FROM sightings ORDER BY origin, id').all()).toContainEqual({
    origin: 'elsewhere.txt',
    received_at: LATER,
  })
  expect(readingOf(record, 1)).toEqual(BRIDGE.reading)
})

test('a disk that fills up: the document in hand leaves no trace, those before it stay, and room lets it go on', () => {
  write(BRIDGE)
  const before = dumpRecord(path)
  const large = makeReading(Array.from({ length: 20_000 }, (_, index) => `word${index}`).join(' '))
  record.db.pragma(`max_page_count = ${Number(record.db.pragma('page_count', { simple: true })) + 4}`)
  let error: unknown
  try {
    write(large)
  } catch (thrown) {
    error = explainRecordError(thrown, path)
  }
  expect(error).toBeInstanceOf(UserError)
  expect(String(error)).toMatch(/cannot grow: the disk is full/)
  expect(dumpRecord(path)).toEqual(before)
  expect(checkRecord(record)).toEqual([])
  record.db.pragma('max_page_count = 100000')
  write(large)
  expect(summarise(record)).toMatchObject({ documents: 2 })
})

test('a newer reader replaces what the older one made, in full text too, and nothing else', () => {
  write(BRIDGE)
  write(SOURCE)
  const untouched = dumpRecord(path)
  const anew = makeReading(BRIDGE.reading.document.text, { origin: 'bridge.txt', version: '2' })
  expect(documentsNotReadBy(record, anew.reading.reader).map(({ number }) => number)).toEqual([1, 2])
  replaceReading(record, 1, anew.reading, LATER)
  expect(documentsNotReadBy(record, anew.reading.reader).map(({ number }) => number)).toEqual([2])
  expect(readingOf(record, 1)).toEqual(anew.reading)
  expect([...search(record, 'bridge')].map(({ where }) => where)).toEqual(['text', 'text'])
  expect(integrityOf(path)).toEqual(['ok'])
  replaceReading(record, 1, BRIDGE.reading, LATER)
  const restored = dumpRecord(path)
  for (const table of ['documents', 'raw', 'sightings', 'readings', 'articles']) {
    expect(restored[table]).toEqual(untouched[table])
  }
})

const FILTERS: [StatementFilter, string[]][] = [
  [{}, ['said', 'denied', 'alleged']],
  [{ source: 'quist' }, ['said']],
  [{ source: 'ada%st' }, []], // a per cent sign is a per cent sign
  [{ source: '_da' }, []],
  [{ outlet: 'courier' }, ['said']],
  [{ named: true }, ['said']],
  [{ named: false }, ['denied', 'alleged']],
  [{ document: 2 }, ['denied', 'alleged']],
  [{ named: false, outlet: 'courier' }, []],
  [{ stance: 'denies' }, []],
  [{ limit: 2 }, ['said', 'denied']],
]

test.each(FILTERS)('statements filtered by %j', (filter, cues) => {
  write(BRIDGE)
  write(SOURCE)
  expect([...listStatements(record, filter)].map(({ cue }) => cue)).toEqual(cues)
  if (filter.limit === undefined) expect(countStatements(record, filter)).toBe(cues.length)
})

const SEARCHES: [words: string, found: string[]][] = [
  ['bridge', ['statement s1', 'text 0', 'text 42']],
  ['kill', ['statement s1', 'text 0']], // killings
  ['"closed bridge"', ['text 42']],
  ['"bridge closed"', []],
  ['clos* nobody', ['text 42']],
  ['50% bridge', ['statement s1', 'text 0']],
  ['courier', []], // only in the furniture
  ['quist', ['statement s1', 'text 0']], // the source of the statement
  ['bridge OR shops', []], // no operators: "or" is a word like any other
  ['NEAR(bridge', []],
  ['bridge AND', []],
  ['source:ada', []],
  ['"bridge', ['statement s1', 'text 0', 'text 42']],
]

test.each(SEARCHES)('search for %s', (words, found) => {
  write(BRIDGE)
  write(SOURCE)
  expect([...search(record, words)].map((hit) => `${hit.where} ${hit.id ?? hit.start}`).sort()).toEqual(found)
})

test.each<[typed: string, found: boolean]>([
  ['Lukasz', true],
  ['łukasz', true],
  ['dorde', true],
  ['Tromso', true],
  ['isik', true],
  ['lukasz tromso', true],
  ['Seselj', true], // accents alone
  ['Łukasz Bratislava', false],
  ['Mikkelsen', true],
  ['Mikkelsén', true],
  ['lukas', false],
  ['romso', false],
])('a name typed plainly is found as it is written: %s', (typed, found) => {
  write(makeReading('Łukasz met Đorđe Šešelj and Işık in Tromsø, Mikkelsen said.'))
  expect([...search(record, typed)].length > 0).toBe(found)
})

test('a snippet marks what matched', () => {
  write(BRIDGE)
  const [hit] = search(record, 'bridges')
  expect(hit.snippet).toBe(`the 50% ${HIT}bridge${END} was closed`)
})

test.each([[''], ['"'], ['* ** -'], ['""']])('nothing to search for in %j', (words) => {
  expect(() => [...search(record, words)]).toThrow(UserError)
})

test('a document is found by its id, its hash, or the start of either; else the user is told', () => {
  write(BRIDGE)
  write(SOURCE)
  const wire = makeReading('A wire of its own.')
  writeDocument(record, wire.received, { ...wire.reading, document: { ...wire.reading.document, id: 'wire-1' } }, NOON)
  const { sha256 } = BRIDGE.reading.document
  expect(findDocument(record, sha256).number).toBe(1)
  expect(findDocument(record, sha256.slice(0, 8)).number).toBe(1)
  expect(findDocument(record, 'wire').number).toBe(3)
  expect(findDocument(record, wire.reading.document.sha256.slice(0, 8)).number).toBe(3)
  expect(() => findDocument(record, 'wire_')).toThrow(/no document's id begins with "wire_"/)
  expect(() => findDocument(record, '')).toThrow(/matches several documents/)
})

test('the summary counts sources by how the text gives them', () => {
  write(BRIDGE)
  write(SOURCE)
  expect(summarise(record)).toMatchObject({
    documents: 2,
    articles: 2,
    statements: 3,
    named: 1,
    unnamed: 1,
    nobody: 1,
    sources: [{ source: 'Ada Quist', kind: 'person', statements: 1, documents: 1, outlets: 1 }],
  })
})

test('a document that is not whole is found', () => {
  write(BRIDGE)
  record.db.prepare('DELETE FROM raw').run()
  expect(checkRecord(record)).toEqual([`document ${BRIDGE.reading.document.sha256} is not whole`])
})

test('opened again, a record is as it was; one that is being made waits for no one', () => {
  write(BRIDGE)
  const before = dumpRecord(path)
  const second = openRecord(path, 'create')
  const reader = openRecord(path, 'read')
  expect(numberOf(reader, BRIDGE.reading.document.sha256)).toBe(1)
  closeRecord(reader)
  closeRecord(second)
  expect(dumpRecord(path)).toEqual(before)
})
