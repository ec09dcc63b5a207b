import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Labelling, labelDecisions } from '../review/label.ts'
import { refreshNow } from '../testing/refresh-now.ts'
import { lineReader } from '../testing/served.ts'
import { TWO_REPORTS } from '../testing/two-incidents.ts'
import type { Incident } from '../types.ts'
import { firstBrokenEntry, listEntries } from './custody/log.ts'
import { listDecisions } from './decisions.ts'
import { anchorsOfIncident } from './incidents/anchors.ts'
import { labelsOf, labelsOn } from './incidents/labels.ts'
import { listIncidents } from './incidents/list.ts'
import { closeRecord, type OpenRecord, openRecord } from './open.ts'
import { replaceReading, writeDocument } from './write.ts'
import { writeAccount } from './write-account.ts'
import { restoreDecision, withdrawDecision, writeDecision } from './write-decision.ts'

const NOON = '2024-05-01T12:00:00.000Z'
const ADA = { who: 'Ada', at: NOON }

let folder: string
let record: OpenRecord
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-labels-'))
  record = openRecord(join(folder, 'hearsay.db'), 'create')
  for (const { received, reading } of TWO_REPORTS) writeDocument(record, received, reading, NOON)
  refreshNow(record)
})
afterEach(() => {
  closeRecord(record)
  rmSync(folder, { recursive: true })
})

const incidents = (): Incident[] => [...listIncidents(record)]
const holding = (event: string): Incident => {
  const found = incidents().find(({ accounts }) => accounts.some(({ events }) => events.includes(event)))
  if (!found) throw new Error(`no incident of ${event}`)
  return found
}
const label = (incident: Incident, labelling: Labelling): number[] =>
  labelDecisions(labelling, labelsOn(record, incident), anchorsOfIncident(record, incident)).map((decision) =>
    writeDecision(record, decision, ADA),
  )

test('a title, tags and a note are kept in the log, can be taken back, and say nothing twice', () => {
  const blast = holding('v1')
  const numbers = label(blast, { title: 'The depot', tags: ['fire', 'depot'], note: 'ask the driver' })
  expect(labelsOn(record, blast)).toEqual({
    title: 'The depot',
    tags: ['depot', 'fire'],
    notes: [{ text: 'ask the driver', who: 'Ada', at: NOON }],
  })
  expect(label(blast, { title: 'The depot', tags: ['fire'], untags: ['flood'] })).toEqual([])
  expect([...listEntries(record, numbers[0])].map(({ what, about }) => [what, about])).toEqual(
    numbers.map(() => ['decide', 'incidents']),
  )
  withdrawDecision(record, numbers[0], ADA)
  label(blast, { untags: ['fire'] })
  expect(labelsOn(record, blast)).toMatchObject({ title: null, tags: ['depot'] })
  restoreDecision(record, numbers[0], ADA)
  expect(labelsOn(record, blast).title).toBe('The depot')
  label(blast, { title: null })
  expect(labelsOn(record, blast).title).toBe(null)
  expect(labelsOf(record).size).toBe(1)
  expect(firstBrokenEntry(record)).toBe(null)
})

test('labels stay with the mentions when a newer reader gives other ids', () => {
  label(holding('v1'), { title: 'The depot' })
  const { reading } = TWO_REPORTS[0]
  replaceReading(record, 1, JSON.parse(JSON.stringify(reading).replaceAll('"v1"', '"n1"')), NOON)
  refreshNow(record)
  expect(labelsOn(record, holding('n1')).title).toBe('The depot')
})

test('of two incidents that become one the later title holds, and all tags stay', () => {
  const [blast, strike] = [holding('v1'), incidents().at(-1)]
  if (!strike || strike.id === blast.id) throw new Error('two incidents are needed')
  label(blast, { title: 'The depot', tags: ['fire'] })
  label(strike, { title: 'The port', tags: ['strike'] })
  const [one, other] = [blast, strike].map((incident) => anchorsOfIncident(record, incident))
  writeDecision(record, { kind: 'incident', before: [one, other], after: [[...one, ...other]] }, ADA)
  refreshNow(record)
  expect(labelsOn(record, holding('v1'))).toMatchObject({ title: 'The port', tags: ['fire', 'strike'] })
})

const BY_HAND = {
  source: 'Ben Okri',
  words: 'The depot burned for two hours.',
  named: true,
  denies: false,
  said: '2024-05-03',
}
const add = (incident: Incident, account = BY_HAND) =>
  writeAccount(record, incident, account, { ...ADA, read: lineReader.read })
const originsOf = ({ accounts }: Incident) => accounts.map(({ origin }) => origin)

test('an account by hand is a document of its own, joins the incident, survives reading again, and can be taken back', async () => {
  const before = incidents()
  const outcome = await add(holding('v1'))
  if ('failure' in outcome) throw outcome.failure
  refreshNow(record)
  const joined = holding('v1')
  expect(originsOf(joined)).toContain('Ben Okri')
  const own = joined.accounts.find(({ origin }) => origin === 'Ben Okri')
  expect(own).toMatchObject({ originKind: 'named', sentence: expect.stringContaining('burned for two hours') })
  expect(listDecisions(record)).toMatchObject([{ number: outcome.number, who: 'Ada', decision: { kind: 'account' } }])
  expect([...listEntries(record, outcome.number - 1)].map(({ what }) => what)).toEqual(['received', 'decide'])

  const { reading } = await lineReader
    .read({ bytes: new TextEncoder().encode(`${BY_HAND.source}: ${BY_HAND.words}\n`), origin: 'again' })
    .then((read) => ('reading' in read ? read : Promise.reject(read.failure)))
  replaceReading(record, 3, { ...reading, reader: { ...reading.reader, version: '9' } }, NOON)
  refreshNow(record)
  expect(originsOf(holding('v1'))).toContain('Ben Okri')

  withdrawDecision(record, outcome.number, ADA)
  refreshNow(record)
  expect(JSON.stringify(incidents())).toBe(JSON.stringify(before))
  restoreDecision(record, outcome.number, ADA)
  refreshNow(record)
  expect(originsOf(holding('v1'))).toContain('Ben Okri')
})

test('who denies it by hand is an account that denies it', async () => {
  await add(holding('v1'), { ...BY_HAND, words: 'There was no blast.', denies: true })
  refreshNow(record)
  const { accounts, aspects } = holding('v1')
  const at = accounts.findIndex(({ origin }) => origin === 'Ben Okri')
  const status = aspects.find(({ name }) => name === 'status')
  expect(status?.claims.find(({ account }) => account === at)).toMatchObject({ polarity: 'no' })
})

test('an account by hand leaves the other incidents and the id of its own alone, follows a merge, and can be divided off', async () => {
  const [blast, strike] = [holding('v1'), incidents().at(-1)]
  if (!strike || strike.id === blast.id) throw new Error('two incidents are needed')
  const others = (incident: Incident) => originsOf(incident).filter((origin) => origin !== 'Ben Okri')
  await add(blast)
  refreshNow(record)
  const joined = holding('v1')
  expect([joined.id, joined.accounts.length, others(joined)]).toEqual([
    blast.id,
    blast.accounts.length + 1,
    originsOf(blast),
  ])
  expect(incidents().length).toBe(2)

  const [one, other] = [joined, strike].map((incident) => anchorsOfIncident(record, incident))
  const merged = writeDecision(record, { kind: 'incident', before: [one, other], after: [[...one, ...other]] }, ADA)
  refreshNow(record)
  expect(incidents().map((one) => originsOf(one).includes('Ben Okri'))).toEqual([true])
  withdrawDecision(record, merged, ADA)
  refreshNow(record)
  expect(JSON.stringify(holding('v1'))).toBe(JSON.stringify(joined))

  const own = joined.accounts.find(({ origin }) => origin === 'Ben Okri')?.document
  const written = one.filter(({ quote }) => JSON.stringify(quote).includes('burned'))
  const rest = one.filter(({ quote }) => !JSON.stringify(quote).includes('burned'))
  expect([own !== undefined, written.length]).toEqual([true, 1])
  writeDecision(record, { kind: 'incident', before: [one], after: [rest, written] }, ADA)
  refreshNow(record)
  expect(originsOf(holding('v1'))).toEqual(originsOf(blast))
  expect(incidents().flatMap(originsOf)).toContain('Ben Okri')
})

test('what a person adds tells a toll only if its words do, and then as a claim with its own voice', async () => {
  const tolls = ({ aspects }: Incident) =>
    aspects.filter(({ name }) => name.startsWith('count:')).map(({ name, claims }) => [name, claims.length])
  const before = tolls(holding('v1'))
  await add(holding('v1'))
  refreshNow(record)
  expect(tolls(holding('v1'))).toEqual(before)
})
