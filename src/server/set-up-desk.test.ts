import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readingOf } from '../record/documents.ts'
import { anchorsOfIncident } from '../record/incidents/anchors.ts'
import { listIncidents } from '../record/incidents/list.ts'
import { closeRecord, openRecord } from '../record/open.ts'
import { writeDocument } from '../record/write.ts'
import { setReliability, withdrawDecision, writeDecision } from '../record/write-decision.ts'
import { eventWords } from '../review/events.ts'
import { statementWithChain } from '../review/statements.ts'
import { closeAfterwards } from '../testing/closing.ts'
import { scratchFolder } from '../testing/hearsay.ts'
import { inventReadings } from '../testing/invented-readings.ts'
import { refreshNow } from '../testing/refresh-now.ts'
import { lineReader } from '../testing/served.ts'
import type { Statement } from '../types.ts'
import type { Desk, Lent } from './desk.ts'
import { filterStatements } from './facets.ts'
import { sourceAnswers } from './heads.ts'
import { headsOf } from './incident-head.ts'
import { overviewOf } from './overview.ts'
import { setUpDesk } from './set-up-desk.ts'

const BY = { who: 'Ada', at: '2024-05-01T12:00:00.000Z' }

function open() {
  const record = openRecord(join(scratchFolder(), 'hearsay.db'), 'create')
  closeAfterwards(() => closeRecord(record))
  for (const { reading } of inventReadings(24, 3)) {
    const bytes = new TextEncoder().encode(reading.document.text)
    const sha256 = createHash('sha256').update(reading.document.id).digest('hex')
    const document = { ...reading.document, sha256 }
    const received = { bytes, origin: document.origin, collection: sha256 < '8' ? 'Drava' : 'Mura' }
    writeDocument(record, received, { ...reading, document }, BY.at)
  }
  refreshNow(record)
  const lent: Lent = {
    record,
    reader: lineReader,
    refreshIncidents: () => {},
    now: () => BY.at,
    maxSize: 1e6,
    user: 'reviewer',
    findPlaces: () => [],
    placesInside: () => () => [],
    placesIn: () => [],
  }
  return { record, desk: setUpDesk(lent), another: () => setUpDesk(lent) }
}

/** All that pages are made of. */
const shown = (desk: Desk) => ({
  statements: filterStatements(desk.index(), { chosen: {} }).found.map(({ number }) => number),
  facets: filterStatements(desk.index(), { chosen: {} }).tallies,
  sources: desk.sources(),
  heads: headsOf(desk, 'listed'),
  all: headsOf(desk, 'all'),
  overview: overviewOf(desk),
})

const parts = (desk: Desk) => [desk, desk.within('Drava'), desk.within('Mura')]

test('whatever is decided, what is kept is what another desk makes anew', () => {
  const { record, desk, another } = open()
  const same = (what: string) => {
    const others = parts(another())
    for (const [at, part] of parts(desk).entries()) expect(shown(part), `${what} ${at}`).toEqual(shown(others[at]))
  }
  const onStatement = (number: number, change: (one: Statement) => Partial<Statement> | null) => {
    const { document, articles } = readingOf(record, number)
    const [statement] = articles[0].statements
    const before = statementWithChain(document.text, articles[0], statement)
    const changed = change(statement)
    const after = changed && statementWithChain(document.text, articles[0], { ...statement, ...changed })
    return writeDecision(record, { kind: 'statement', document: document.sha256, before, after }, BY)
  }
  same('nothing')
  const [incident] = listIncidents(record)
  const at = anchorsOfIncident(record, incident)
  writeDecision(record, { kind: 'note', on: 'incident', at, before: null, after: 'ask' }, BY)
  same('a note')
  writeDecision(record, { kind: 'title', at, before: null, after: 'The silo' }, BY)
  same('a title')
  writeDecision(record, { kind: 'tag', at, before: null, after: 'to verify' }, BY)
  same('a tag')
  onStatement(3, () => ({ stance: 'denies' }))
  same('a stance')
  onStatement(4, ({ source }) => ({ source: source && { ...source, named: !source.named } }))
  same('a source')
  const gone = onStatement(5, () => null)
  same('a statement rejected')
  refreshNow(record)
  same('a refresh')
  withdrawDecision(record, gone, BY)
  same('taken back')
  refreshNow(record)
  same('a refresh after that')
  setReliability(record, 'Ada Quist', { grade: 'B', why: null }, BY)
  same('a grade')
  const { document, articles } = readingOf(record, 7)
  const words = eventWords(document.text, articles[0], articles[0].events[0])
  writeDecision(record, { kind: 'event', document: document.sha256, before: words, after: null }, BY)
  same('an event rejected')
  refreshNow(record)
  same('its refresh')
})

test('a decision leaves alone what it says nothing of', () => {
  const { record, desk } = open()
  const kept = () => ({
    index: desk.index(),
    incidents: desk.incidents(),
    sources: desk.sources(),
    mostCited: overviewOf(desk).sources,
    labels: desk.labels(),
  })
  const before = kept()
  const [incident] = listIncidents(record)
  const at = anchorsOfIncident(record, incident)
  writeDecision(record, { kind: 'note', on: 'incident', at, before: null, after: 'ask' }, BY)
  for (const [name, now] of Object.entries(kept())) expect(now, name).toBe(before[name as keyof typeof before])
  setReliability(record, 'Ada Quist', { grade: 'B', why: null }, BY)
  for (const [name, now] of Object.entries(kept())) expect(now, name).toBe(before[name as keyof typeof before])
  const { document, articles } = readingOf(record, 7)
  const words = eventWords(document.text, articles[0], articles[0].events[0])
  writeDecision(record, { kind: 'event', document: document.sha256, before: words, after: words }, BY)
  const after = kept()
  expect(after.index).not.toBe(before.index)
  expect([after.incidents, after.sources]).toEqual([before.incidents, before.sources])
  expect(after.sources).toBe(before.sources)
  refreshNow(record)
  const refreshed = kept()
  expect(refreshed.sources, 'who says what, and in how many incidents, is as it was').toBe(before.sources)
  expect(refreshed.sources).toEqual(sourceAnswers(record))
  const others = refreshed.incidents.filter((one) => !before.incidents.includes(one))
  expect(others.length, 'only incidents with that event were read again').toBeLessThan(before.incidents.length)
})
