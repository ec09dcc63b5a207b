import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Decision } from '../review/decision.ts'
import { eventWords } from '../review/events.ts'
import { labelDecisions } from '../review/label.ts'
import { placeWords } from '../review/places.ts'
import { statementWords } from '../review/statements.ts'
import { timeWords } from '../review/times.ts'
import { dumpRecord } from '../testing/dump-record.ts'
import { refreshNow } from '../testing/refresh-now.ts'
import { reviewedReading } from '../testing/reviewed-reading.ts'
import { lineReader } from '../testing/served.ts'
import { TWO_REPORTS } from '../testing/two-incidents.ts'
import { needsApproval, setApproval } from './approval.ts'
import { approveProposal, declineProposal } from './approve.ts'
import { firstBrokenEntry, listEntries } from './custody/log.ts'
import { verifyRecord } from './custody/verify.ts'
import { listDecisions, listProposals, proposalNumbered } from './decisions.ts'
import { readingOf } from './documents.ts'
import { anchorsOfIncident } from './incidents/anchors.ts'
import { labelsOn } from './incidents/labels.ts'
import { listIncidents } from './incidents/list.ts'
import { partyDecision } from './incidents/party-decision.ts'
import { closeRecord, type OpenRecord, openRecord } from './open.ts'
import { judgementOf } from './reliability.ts'
import { listStatements } from './statements.ts'
import { replaceReading, writeDocument } from './write.ts'
import { writeAccount } from './write-account.ts'
import { setReliability, withdrawDecision, writeDecision } from './write-decision.ts'

const NOON = '2024-05-01T12:00:00.000Z'
const LATER = '2024-05-02T12:00:00.000Z'
const ADA = { who: 'Ada Quist', at: NOON }
const BO = { who: 'Bo Lind', at: LATER }
const CY = { who: 'Cy Orr', at: LATER }

const READING = reviewedReading()
const { text, sha256 } = READING.document
const [article] = READING.articles
const said = statementWords(text, article.statements[1])
const CORRECTION: Decision = {
  kind: 'statement',
  document: sha256,
  before: said,
  after: { ...said, stance: 'doubts' },
}

let folder: string
let path: string
let record: OpenRecord
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-approve-'))
  path = join(folder, 'hearsay.db')
  record = openRecord(path, 'create')
  writeDocument(record, { bytes: new TextEncoder().encode(text), origin: 'qarn.txt' }, READING, NOON)
  for (const { received, reading } of TWO_REPORTS) writeDocument(record, received, reading, NOON)
  refreshNow(record)
  setApproval(record, true, ADA)
})
afterEach(() => {
  closeRecord(record)
  rmSync(folder, { recursive: true })
})

const stances = () =>
  [...listStatements(record)].filter(({ source }) => source === 'A driver').map(({ stance }) => stance)
/** The bytes of the invented report are not those that it names. */
const logFaults = () => [...verifyRecord(path)].filter((fault) => !fault.startsWith(`document ${sha256}`))
const whats = () => [...listEntries(record)].map(({ what }) => what).slice(-4)
const incident = (event: string) => {
  const found = [...listIncidents(record)].find(({ accounts }) => accounts.some(({ events }) => events.includes(event)))
  if (!found) throw new Error(`no incident of ${event}`)
  return found
}

test('what one proposes takes effect once another approves it, with both names, and is undone in the same way', () => {
  const before = dumpRecord(path)
  const number = writeDecision(record, CORRECTION, ADA)
  expect({ ...dumpRecord(path), log: [] }, 'nothing but the log').toEqual({ ...before, log: [] })
  expect(stances()).toEqual(['asserts'])
  expect(listDecisions(record)).toEqual([])
  expect(listProposals(record)).toMatchObject([{ number, who: 'Ada Quist', closed: null }])

  const made = approveProposal(record, number, BO)
  expect(stances()).toEqual(['doubts'])
  expect(listDecisions(record)).toMatchObject([
    { ...made, who: 'Ada Quist', at: NOON, approved: BO, withdrawn: null, decision: { kind: 'statement' } },
  ])
  expect(listProposals(record)).toMatchObject([{ number, closed: { how: 'approved', who: 'Bo Lind' } }])

  const [{ number: decided }] = listDecisions(record)
  const undo = withdrawDecision(record, decided, BO) ?? 0
  expect(stances(), 'only proposed').toEqual(['doubts'])
  expect(approveProposal(record, undo, ADA)).toEqual({ number: decided })
  expect(stances()).toEqual(['asserts'])
  expect(listDecisions(record)).toMatchObject([{ withdrawn: { who: 'Bo Lind', approved: { who: 'Ada Quist' } } }])
  expect(whats()).toEqual(['propose', 'approve', 'propose', 'approve'])
  expect(firstBrokenEntry(record)).toBe(null)
})

test.each([
  ['Ada Quist', 'own'],
  ['ada  QUIST', 'own'],
  ['Bo Lind', null],
])('%s approves what Ada Quist proposed: refused as %s', (who, refused) => {
  const number = writeDecision(record, CORRECTION, ADA)
  const made = approveProposal(record, number, { who, at: LATER })
  expect('refused' in made ? made.refused : null).toBe(refused)
  expect(stances()).toEqual([refused === null ? 'doubts' : 'asserts'])
})

test('a proposal is closed once: approved, declined with a reason, or taken back by whoever made it', () => {
  const [one, two, three] = [1, 2, 3].map(() => writeDecision(record, CORRECTION, ADA))
  expect(declineProposal(record, one, 'the driver is quoted', BO)).toEqual({ number: one })
  expect(declineProposal(record, two, null, ADA)).toEqual({ number: two })
  expect('number' in approveProposal(record, three, CY)).toBe(true)
  expect(stances()).toEqual(['doubts'])
  const entries = [...listEntries(record)].length
  for (const number of [one, two, three]) {
    expect(approveProposal(record, number, BO)).toMatchObject({ refused: 'closed' })
    expect(declineProposal(record, number, null, BO)).toMatchObject({ refused: 'closed' })
  }
  expect(approveProposal(record, 1, BO), 'entry 1 is a document').toMatchObject({ refused: 'unknown' })
  expect(approveProposal(record, three, BO)).toMatchObject({ because: 'Cy Orr has already approved it' })
  expect([...listEntries(record)]).toHaveLength(entries)
  expect(listProposals(record).map(({ closed }) => [closed?.how, closed?.why])).toEqual([
    ['declined', 'the driver is quoted'],
    ['declined', null],
    ['approved', null],
  ])
})

/** What may change between a proposal and its approval, and what must not hinder it. */
const blast = () => incident('v1')
const strike = () => {
  const other = [...listIncidents(record)].find(({ id }) => id !== blast().id)
  if (!other) throw new Error('there is one incident alone')
  return other
}
const CASES: [string, () => number, (() => void) | null, boolean][] = [
  ['a statement, nothing changed', () => writeDecision(record, CORRECTION, ADA), null, true],
  [
    'a statement that another decision changed first',
    () => writeDecision(record, CORRECTION, ADA),
    () => decided({ ...CORRECTION, after: null } as Decision),
    false,
  ],
  [
    'a statement, another one of the article changed',
    () => writeDecision(record, CORRECTION, ADA),
    () => {
      const other = statementWords(text, article.statements[2])
      decided({ kind: 'statement', document: sha256, before: other, after: null })
    },
    true,
  ],
  [
    'a statement that a newer reader reads otherwise',
    () => writeDecision(record, CORRECTION, ADA),
    () => {
      const statements = article.statements.map((one, at) => (at === 1 ? { ...one, manner: 'direct' as const } : one))
      replaceReading(record, 1, { ...READING, articles: [{ ...article, statements }] }, LATER)
    },
    false,
  ],
  [
    'an addition that somebody else made first',
    () => writeDecision(record, { kind: 'statement', document: sha256, before: null, after: NEW }, ADA),
    () => decided({ kind: 'statement', document: sha256, before: null, after: NEW }),
    false,
  ],
  [
    'a place',
    () => writeDecision(record, { kind: 'place', document: sha256, before: QARN, after: null }, ADA),
    null,
    true,
  ],
  [
    'a time',
    () => writeDecision(record, { kind: 'time', document: sha256, before: MONDAY, after: null }, ADA),
    null,
    true,
  ],
  [
    'an event whose place was rejected',
    () => writeDecision(record, { kind: 'event', document: sha256, before: eventNow(), after: null }, ADA),
    () => decided({ kind: 'place', document: sha256, before: QARN, after: null }),
    false,
  ],
  ['a merge', () => writeDecision(record, merge(), ADA), null, true],
  ['a merge of what somebody merged first', () => writeDecision(record, merge(), ADA), () => decided(merge()), false],
  ['a title', () => writeDecision(record, title('The depot', null), ADA), null, true],
  [
    'a title where there is another now',
    () => writeDecision(record, title('The depot', null), ADA),
    () => decided(title('The fire', null)),
    false,
  ],
  [
    'a tag, beside a title given since',
    () => writeDecision(record, tag('fire'), ADA),
    () => decided(title('The fire', null)),
    true,
  ],
  ['a tag that it has', () => writeDecision(record, tag('fire'), ADA), () => decided(tag('fire')), false],
  ['a grade', () => setReliability(record, 'Ada Quist', { grade: 'B', why: null }, ADA) ?? 0, null, true],
  [
    'a grade of what was graded since',
    () => setReliability(record, 'Ada Quist', { grade: 'B', why: null }, ADA) ?? 0,
    () => approveProposal(record, setReliability(record, 'Ada Quist', { grade: 'C', why: null }, CY) ?? 0, BO),
    false,
  ],
  ['two parties as one', () => writeDecision(record, parties(), ADA), null, true],
  ['two parties that are one', () => writeDecision(record, parties(), ADA), () => decided(parties()), false],
]

const NEW = { ...said, content: said.content.map((quote) => ({ ...quote })), cue: [], stance: 'believes' as const }
const QARN = placeWords(text, article.entities[2])
const MONDAY = timeWords(text, article.times[0])
const eventNow = () => {
  const now = readingOf(record, 1)
  return eventWords(now.document.text, now.articles[0], now.articles[0].events[0])
}
const merge = (): Decision => {
  const groups = [blast(), strike()].map((one) => anchorsOfIncident(record, one))
  return { kind: 'incident', before: groups, after: [groups.flat()] }
}
const title = (after: string, before: string | null): Decision => ({
  kind: 'title',
  at: anchorsOfIncident(record, blast()),
  before,
  after,
})
const tag = (after: string): Decision => ({ kind: 'tag', at: anchorsOfIncident(record, blast()), before: null, after })
const parties = (): Decision => partyDecision(record, { wish: 'same', party: partyAt(0), other: partyAt(1) })
const partyAt = (index: number): string =>
  record.db.prepare<[], string>('SELECT DISTINCT party FROM statement_parties ORDER BY party').pluck().all()[index]

/** Proposed by one and approved by another, before the proposal under test is. */
function decided(decision: Decision): void {
  const made = approveProposal(record, writeDecision(record, decision, CY), BO)
  if ('refused' in made) throw new Error(made.because)
  refreshNow(record)
}

test.each(CASES)('%s: applies only as long as nothing in it has changed', (_, propose, meanwhile, applies) => {
  const number = propose()
  meanwhile?.()
  const before = dumpRecord(path)
  const made = approveProposal(record, number, BO)
  if (applies) {
    expect(made).toEqual({ number: expect.any(Number) })
    expect(listDecisions(record).at(-1)).toMatchObject({ who: 'Ada Quist', approved: { who: 'Bo Lind' } })
  } else {
    expect(made).toMatchObject({ refused: 'changed', because: expect.stringContaining('changed since') })
    expect(dumpRecord(path), 'nothing at all').toEqual(before)
    expect(proposalNumbered(record, number)?.closed).toBe(null)
  }
  expect(logFaults()).toEqual([])
})

test('notes need nobody, in a record that needs approval; the setting is in the log and goes off again', () => {
  const [decision] = labelDecisions({ note: 'ask the driver' }, labelsOn(record, blast()), [
    ...anchorsOfIncident(record, blast()),
  ])
  const number = writeDecision(record, decision, ADA)
  expect(labelsOn(record, blast()).notes).toHaveLength(1)
  expect(withdrawDecision(record, number, BO)).toBe(number)
  expect(labelsOn(record, blast()).notes).toHaveLength(0)
  const waiting = writeDecision(record, CORRECTION, ADA)
  expect([setApproval(record, true, BO), setApproval(record, false, BO)]).toEqual([false, true])
  expect(needsApproval(record)).toBe(false)
  expect([...listEntries(record)].at(-1)).toMatchObject({ what: 'approval', about: 'decisions', who: 'Bo Lind' })
  expect(setReliability(record, 'Ada Quist', { grade: 'C', why: null }, ADA)).not.toBe(null)
  expect(judgementOf(record, 'Ada Quist')?.grade, 'one is enough again').toBe('C')
  expect('number' in approveProposal(record, waiting, BO), 'what waited goes on waiting').toBe(true)
  expect(logFaults()).toEqual([])
})

test('an account by hand stands in no incident until somebody else approves it', async () => {
  const before = [...listIncidents(record)]
  const account = { source: 'Ona Vey', words: 'The blast killed three people.', named: true, denies: false }
  const made = await writeAccount(record, blast(), account, { ...ADA, read: lineReader.read })
  if ('failure' in made) throw made.failure
  refreshNow(record)
  expect([...listIncidents(record)]).toEqual(before)
  approveProposal(record, made.number, BO)
  refreshNow(record)
  expect(blast().accounts.map(({ origin }) => origin)).toContain('Ona Vey')
})

test('who decides alone where approval is needed is found by verify', () => {
  setApproval(record, false, ADA)
  const number = writeDecision(record, CORRECTION, ADA)
  // The log cannot be changed, but a forger can write another one: here the entry that allowed it is passed over.
  record.db.exec(
    "DROP TRIGGER log_stays_update; UPDATE log SET what = 'seen' WHERE what = 'approval' AND detail LIKE '%true,%'",
  )
  expect(logFaults().join('\n')).toContain(`entry ${number} of the log decides without the approval`)
})
