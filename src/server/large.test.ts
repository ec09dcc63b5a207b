// A collection of 5,000 reports in a record of 20,000 invented ones: every list and page of it answers within 300 ms, the first time too, and
// after a decision. The processor time of this process counts, because other programs share the machine.

import { beforeAll, expect, test } from 'vitest'
import { fileDocuments, listCollections } from '../record/collections.ts'
import { countDocuments, listDocuments, readingOf } from '../record/documents.ts'
import { anchorsOfIncident } from '../record/incidents/anchors.ts'
import { listSourceFigures } from '../record/incidents/figures.ts'
import { countAccounts, countIncidents, listIncidents } from '../record/incidents/list.ts'
import { closeRecord, type OpenRecord } from '../record/open.ts'
import { search } from '../record/search.ts'
import { countStatements, listStatements } from '../record/statements.ts'
import { writeDecision } from '../record/write-decision.ts'
import { eventWords } from '../review/events.ts'
import { closeAfterwards } from '../testing/closing.ts'
import { inventRecord } from '../testing/invented-record.ts'
import { lineReader } from '../testing/served.ts'
import { makeApp } from './app.ts'
import { loopbackNames } from './guard.ts'

const REPORTS = 20_000
const FILED = 5_000
const MAX_MS = 300

let record: OpenRecord
let app: ReturnType<typeof makeApp>
let firstOverview: number
beforeAll(async () => {
  record = inventRecord(REPORTS)
  closeAfterwards(() => closeRecord(record))
  const every4th = Array.from({ length: FILED }, (_, at) => 4 * at + 1)
  expect(fileDocuments(record, every4th, 'Drava', { who: 'Ada', at: '2024-05-01T12:00:00.000Z' })).toBe(FILED)
  app = makeApp({
    record,
    reader: lineReader,
    refreshIncidents: () => {},
    now: () => '2024-05-01T12:00:00.000Z',
    maxSize: 1_000_000,
    pages: new Map(),
    version: '0',
    user: 'reviewer',
    findPlaces: () => [],
    placesInside: () => () => [],
    placesIn: () => [],
    complain: console.error,
    guardOf: () => ({ isOurs: loopbackNames(80), isShared: false, isSecure: false, behindProxy: false, port: 80 }),
  })
  firstOverview = await spent(() => ask('overview'))
  // What the server prepares once it listens.
  for (const whole of ['search', 'incidents', 'sources']) await ask(whole)
}, 900_000)

/** What a request over a socket brings with it. */
const CONNECTED = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } } }

const spent = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function ask(address: string): Promise<void> {
  const response = await app.request(`http://localhost/api/${address}`, { headers: { host: 'localhost' } }, CONNECTED)
  expect(response.status, await response.clone().text()).toBe(200)
}

test('the overview of the whole record is there before anything is prepared', () => {
  expect(firstOverview).toBeLessThan(MAX_MS)
})

const scope = { collection: 'Drava' }
const LISTS: [what: string, work: () => unknown][] = [
  ['collections', () => listCollections(record)],
  ['documents', () => [countDocuments(record, scope), ...listDocuments(record, 50, scope)]],
  ['statements', () => [countStatements(record, scope), ...listStatements(record, { ...scope, limit: 50 })]],
  [
    'incidents',
    () => [countIncidents(record, scope), ...listIncidents(record, { ...scope, sort: 'origins', limit: 50 })],
  ],
  ['accounts outside', () => countAccounts(record, scope)],
  ['sources', () => listSourceFigures(record, { ...scope, named: true, limit: 50 })],
  ['words', () => [...search(record, 'Town77', { limit: 20, ...scope })]],
]

test.each(LISTS)('%s', { timeout: 60_000 }, async (_, work) => {
  expect(await spent(work)).toBeLessThan(MAX_MS)
})

const ASKED = [
  'overview',
  'articles',
  'search',
  'search?q=killing',
  'sources',
  'source?name=the+mayor',
  'incidents',
  'review',
  'collections',
]

test.each(ASKED)('/api/%s', { timeout: 60_000 }, async (path) => {
  const address = path === 'collections' ? path : `${path}${path.includes('?') ? '&' : '?'}collection=Drava`
  expect(await spent(() => ask(address))).toBeLessThan(MAX_MS)
  expect(await spent(() => ask(address))).toBeLessThan(MAX_MS)
})

test('the overview after a note, and after an event was confirmed, takes no longer', { timeout: 60_000 }, async () => {
  const by = { who: 'Ada', at: '2024-05-01T12:00:00.000Z' }
  const [incident] = listIncidents(record, { limit: 1 })
  const at = anchorsOfIncident(record, incident)
  writeDecision(record, { kind: 'note', on: 'incident', at, before: null, after: 'ask' }, by)
  expect(await spent(() => ask('overview'))).toBeLessThan(MAX_MS)
  const { document, articles } = readingOf(record, 5)
  const words = eventWords(document.text, articles[0], articles[0].events[0])
  writeDecision(record, { kind: 'event', document: document.sha256, before: words, after: words }, by)
  expect(await spent(() => ask('overview'))).toBeLessThan(MAX_MS)
  expect(await spent(() => ask('overview?collection=Drava'))).toBeLessThan(MAX_MS)
})
