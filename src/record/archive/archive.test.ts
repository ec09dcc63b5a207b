import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Decision } from '../../review/decision.ts'
import { placeWords } from '../../review/places.ts'
import { dumpRecord } from '../../testing/dump-record.ts'
import { makeReading } from '../../testing/made-reading.ts'
import { REVIEWED_TEXT, reviewedReading } from '../../testing/reviewed-reading.ts'
import { TWO_REPORTS } from '../../testing/two-incidents.ts'
import type { Reading, Received } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import { needsApproval, setApproval } from '../approval.ts'
import { approveProposal, declineProposal } from '../approve.ts'
import { headOf, listEntries } from '../custody/log.ts'
import { verifyRecord } from '../custody/verify.ts'
import { listDecisions, listProposals } from '../decisions.ts'
import { readingOf, receivedOf } from '../documents.ts'
import { closeRecord, type OpenRecord, openRecord } from '../open.ts'
import { reliabilityOf } from '../reliability.ts'
import { numberOf, replaceReading, writeDocument, writeSighting } from '../write.ts'
import { setReliability, withdrawDecision, writeDecision } from '../write-decision.ts'
import { archiveLines } from './archive.ts'
import { restoreArchive } from './restore.ts'
import type { PresentReader } from './restoring.ts'

const NOON = '2024-05-01T12:00:00.000Z'
const LATER = '2024-05-02T12:00:00.000Z'
const NOW = '2024-06-01T12:00:00.000Z'
const ADA = { who: 'Ada', at: LATER }

const { received: REPORT, reading: BARE } = makeReading(REVIEWED_TEXT, { origin: 'qarn.txt' })
const REVIEWED: Reading = { ...reviewedReading(), document: BARE.document }
const SHA = BARE.document.sha256
const QARN = placeWords(REVIEWED_TEXT, REVIEWED.articles[0].entities[2])
const NOT_QARN = { kind: 'place', document: SHA, before: QARN, after: null } as const

/** Takes bytes for UTF-8, as those who made the readings here did, and reads nothing anew. */
const READER: PresentReader = {
  identity: async () => BARE.reader,
  textOf: async ({ bytes }) => ({ text: new TextDecoder().decode(bytes) }),
  read: async () => ({ failure: new Error('it is not for reading') }),
}

let folder: string
const at = (name: string): string => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-archive-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function use<T>(name: string, work: (record: OpenRecord) => T | Promise<T>): Promise<T> {
  const record = openRecord(at(name), 'create')
  try {
    return await work(record)
  } finally {
    closeRecord(record)
  }
}

/** A record with all that one can hold: sightings, a document read anew, decisions, one of them taken back, grades. */
const fill = (name: string) =>
  use(name, (record) => {
    writeDocument(record, { ...REPORT, retrievedAt: NOON, given: { outlet: 'Qarn Courier' } }, REVIEWED, NOON)
    for (const { received, reading } of TWO_REPORTS) writeDocument(record, received, reading, NOON)
    writeSighting(record, 1, 'elsewhere.txt', 'wire-7', LATER)
    const number = writeDecision(record, NOT_QARN, ADA)
    withdrawDecision(record, number, ADA)
    writeDecision(record, NOT_QARN, ADA)
    replaceReading(record, 1, { ...REVIEWED, reader: { version: '2', model: 'made', settings: '' } }, LATER)
    setReliability(record, 'the ministry', { grade: 'B', why: 'corrects itself' }, ADA)
  })

const linesOf = (name: string) => use(name, (record) => [...archiveLines(record)])

async function* each(lines: readonly string[]) {
  for (const [index, json] of lines.entries()) yield { place: `line ${index + 1}`, json }
}

const restore = (name: string, lines: readonly string[]) =>
  use(name, (record) => restoreArchive(record, () => each(lines), READER, NOW))

function verify(name: string): string[] {
  return [...verifyRecord(at(name))]
}

/** Row numbers of what is drawn tell in which order it was drawn, and no more. */
function contentOf(name: string) {
  const dump = dumpRecord(at(name))
  const unnumbered = (rows: unknown[]) =>
    rows.map((row) => JSON.stringify({ ...(row as object), number: undefined })).sort()
  return { ...dump, blocks: unnumbered(dump.blocks), statements: unnumbered(dump.statements) }
}

test('what stood at an address, version after version, comes along: into an empty record, and once into another', async () => {
  const stood = (record: OpenRecord) =>
    record.db
      .prepare('SELECT address, sha256 FROM versions v JOIN documents d ON d.number = document ORDER BY v.number')
      .all()
  await fill('one.db')
  await use('one.db', (record) => {
    // One document, another, and the first again.
    for (const [day, document] of [2, 3, 2].entries())
      writeSighting(record, document, 'https://example.org/report', 'page', `2024-05-0${day + 3}T12:00:00.000Z`)
  })
  const expected = await use('one.db', stood)
  expect(expected).toHaveLength(3)
  const lines = await linesOf('one.db')
  await restore('two.db', lines)
  expect(await use('two.db', stood)).toEqual(expected)
  expect(await linesOf('two.db')).toEqual(lines)
  await use('three.db', (record) =>
    writeDocument(record, { ...TWO_REPORTS[0].received, origin: 'ours.txt' }, TWO_REPORTS[0].reading, NOON),
  )
  for (const _ of ['first', 'again']) await restore('three.db', lines)
  expect(await use('three.db', stood)).toEqual(expected)
  for (const name of ['two.db', 'three.db']) expect(verify(name)).toEqual([])
})

test('an empty record becomes equal to the one that was written out, log and all; written out again, it gives the same bytes', async () => {
  await fill('one.db')
  const lines = await linesOf('one.db')
  expect(await restore('two.db', lines)).toEqual({ documents: 3, sightings: 0, decisions: 0, known: 0, anew: 0 })
  expect(await linesOf('two.db')).toEqual(lines)
  expect(contentOf('two.db')).toEqual(contentOf('one.db'))
  expect(await use('two.db', headOf)).toEqual(await use('one.db', headOf))
  expect([verify('one.db'), verify('two.db')]).toEqual([[], []])
  expect(existsSync(at('two.db.seal'))).toBe(true)
  expect(await use('two.db', (record) => receivedOf(record, 1).given)).toEqual({ outlet: 'Qarn Courier' })
})

test('imported once more, nothing changes', async () => {
  await fill('one.db')
  const lines = await linesOf('one.db')
  await restore('two.db', lines)
  for (const name of ['one.db', 'two.db']) {
    const before = dumpRecord(at(name))
    expect(await restore(name, lines)).toEqual({ documents: 0, sightings: 0, decisions: 0, known: 3, anew: 0 })
    expect(dumpRecord(at(name))).toEqual(before)
  }
})

test('another record gains what it did not have: documents with what the other log said of them, places, decisions, grades', async () => {
  await fill('one.db')
  const lines = await linesOf('one.db')
  const from = await use('one.db', headOf)
  await use('two.db', (record) => {
    writeDocument(record, { ...TWO_REPORTS[0].received, origin: 'ours.txt' }, TWO_REPORTS[0].reading, NOON)
    setReliability(record, 'the ministry', { grade: 'D', why: null }, ADA)
  })
  const own = await use('two.db', (record) => [...listEntries(record)])
  expect(await restore('two.db', lines)).toEqual({ documents: 2, sightings: 0, decisions: 3, known: 1, anew: 0 })
  expect(verify('two.db')).toEqual([])
  await use('two.db', (record) => {
    const entries = [...listEntries(record)]
    expect(entries.slice(0, own.length)).toEqual(own)
    const came = entries.find(({ what, about }) => what === 'imported' && about === SHA)
    expect(JSON.parse(came?.detail ?? '')).toMatchObject({
      from: from.hash,
      receivedAt: NOON,
      entries: [
        { what: 'received' },
        { what: 'seen' },
        { what: 'decide' },
        { what: 'withdraw' },
        { what: 'decide' },
        { what: 'reread' },
      ],
    })
    const number = numberOf(record, SHA) ?? 0
    expect(readingOf(record, number).articles[0].entities.map(({ name }) => name)).not.toContain('Qarn')
    expect(listDecisions(record).filter(({ decision }) => decision.kind === 'place')).toMatchObject([
      { who: 'Ada', at: LATER, withdrawn: { who: 'Ada' } },
      { who: 'Ada', at: LATER, withdrawn: null },
    ])
    expect(reliabilityOf(record, 'the ministry')).toBe('D')
  })
  const before = dumpRecord(at('two.db'))
  expect(await restore('two.db', lines)).toEqual({ documents: 0, sightings: 0, decisions: 0, known: 3, anew: 0 })
  expect(dumpRecord(at('two.db'))).toEqual(before)
  const whole = await linesOf('two.db')
  await restore('three.db', whole)
  expect(await linesOf('three.db')).toEqual(whole)
  expect(verify('three.db')).toEqual([])
})

test('what two records decided after they parted comes together', async () => {
  await fill('one.db')
  await restore('two.db', await linesOf('one.db'))
  await use('two.db', (record) => {
    const standing = listDecisions(record).findLast(({ decision }) => decision.kind === 'place')
    withdrawDecision(record, standing?.number ?? 0, { who: 'Bo', at: NOW })
    writeSighting(record, 2, 'further.txt', 'wire-9', NOW)
    setReliability(record, 'the police', { grade: 'C', why: null }, { who: 'Bo', at: NOW })
  })
  expect(await restore('one.db', await linesOf('two.db'))).toEqual({
    documents: 0,
    sightings: 1,
    decisions: 2,
    known: 3,
    anew: 0,
  })
  await use('one.db', (record) => {
    expect(readingOf(record, 1).articles[0].entities.map(({ name }) => name)).toContain('Qarn')
    expect(reliabilityOf(record, 'the police')).toBe('C')
  })
  expect(verify('one.db')).toEqual([])
})

const DAMAGE: [what: string, damage: (lines: string[]) => unknown, message: RegExp][] = [
  ['no JSON', (lines) => lines.splice(4, 1, lines[4].slice(0, 40)), /^line 5: malformed JSON/],
  ['an empty file', (lines) => lines.splice(0), /^there is nothing in it/],
  ['something else', (lines) => lines.splice(0, lines.length, '{"id": 7}'), /^line 1: this is no line of a record/],
  [
    'another kind of record',
    (lines) => lines.splice(0, 1, lines[0].replace('record/1', 'record/2')),
    /^line 1: record: /,
  ],
  ['the first line gone', (lines) => lines.splice(0, 1), /^line 1: this is not where a record begins/],
  ['the end gone', (lines) => lines.splice(-3), /^the end of it is missing/],
  ['a reading gone', (lines) => lines.splice(11, 1), /^line 12: what stands there does not come next: document/],
  ['an entry gone', (lines) => lines.splice(3, 1), /^line 4: this entry of the log is not what was written there/],
  ['an entry changed', (lines) => lines.splice(3, 1, lines[3].replace(NOON, LATER)), /^line 4: this entry/],
  [
    'a field too many',
    (lines) => lines.splice(3, 1, lines[3].replace('{"number"', '{"x":1,"number"')),
    /^line 4: entry: /,
  ],
  ['lines in another order', (lines) => lines.push(lines.splice(2, 1)[0]), /^line 3: this entry of the log/],
  [
    'a document twice',
    (lines) => lines.splice(12, 0, ...lines.slice(10, 12)),
    /^line (?:14: this document came before|17: what stands there does not come next: document)/,
  ],
]

test.each(DAMAGE)('%s: one sentence, and the record is as it was', async (_, damage, message) => {
  await fill('one.db')
  const lines = await linesOf('one.db')
  damage(lines)
  await use('two.db', (record) => writeDocument(record, TWO_REPORTS[1].received, TWO_REPORTS[1].reading, NOON))
  const before = dumpRecord(at('two.db'))
  for (const name of ['two.db', 'empty.db']) {
    const error = await restore(name, lines).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toMatch(message)
    expect(error.message).toMatch(/; nothing was imported$/)
    expect(verify(name)).toEqual([])
  }
  expect(dumpRecord(at('two.db'))).toEqual(before)
  expect(dumpRecord(at('empty.db')).log).toEqual([])
})

test('whatever value of a document or a grade is another than the log says, it is not taken', async () => {
  await fill('one.db')
  const lines = await linesOf('one.db')
  const taken: string[] = []
  for (const [index, json] of lines.entries()) {
    const [kind, content] = Object.entries(JSON.parse(json))[0] as [string, Record<string, unknown>]
    if (kind !== 'document' && kind !== 'reading' && kind !== 'grade') continue
    for (const [key, value] of Object.entries(content)) {
      const changed = { [kind]: { ...content, [key]: otherThan(value) } }
      const name = `${index}-${key}.db`
      const error = await restore(name, lines.with(index, JSON.stringify(changed))).catch((thrown) => thrown)
      if (!(error instanceof UserError)) taken.push(`${kind} ${key}: ${JSON.stringify(error)}`)
    }
  }
  expect(taken).toEqual([])
}, 60_000)

function otherThan(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/^./, (first) => (first === 'a' ? 'b' : 'a'))
  if (typeof value === 'number') return value + 1
  if (Array.isArray(value)) return [...value, ...(value.length > 0 ? [value[0]] : [{ code: 'x', message: 'y' }])]
  if (value === null) return 'x'
  return { ...(value as object), more: 1 }
}

test('while an archive is checked, others write to the record; they wait only while it is taken over', async () => {
  await fill('checked.db')
  const lines = await linesOf('checked.db')
  await use('meanwhile.db', async (record) => {
    const other = openRecord(at('meanwhile.db'), 'write')
    other.db.pragma('busy_timeout = 1')
    let written = 0
    const reader = {
      ...READER,
      textOf(received: Received) {
        setReliability(other, `source ${++written}`, { grade: 'C', why: null }, ADA)
        return READER.textOf(received)
      },
    }
    const restored = await restoreArchive(record, () => each(lines), reader, NOW)
    expect(restored.documents).toBe(3)
    expect(written).toBeGreaterThan(1)
    closeRecord(other)
  })
  expect(verify('meanwhile.db')).toEqual([])
})

test('two people who exchange archives: one proposes, the other approves, and both end with the same decisions, each once', async () => {
  const BO = { who: 'Bo', at: NOW }
  await fill('ada.db')
  await use('ada.db', (record) => setApproval(record, true, ADA))
  await restore('bo.db', await linesOf('ada.db'))
  expect(await use('bo.db', needsApproval), 'the setting comes along').toBe(true)
  const proposal = await use('ada.db', (record) =>
    setReliability(record, 'Qarn Courier', { grade: 'C', why: null }, ADA),
  )
  // Bo has gone on meanwhile, so that the log of one is not that of the other.
  await use('bo.db', (record) => writeSighting(record, 1, 'at-bo.txt', 'wire-9', NOW))
  expect((await restore('bo.db', await linesOf('ada.db'))).decisions).toBe(1)
  const made = await use('bo.db', (record) => approveProposal(record, listProposals(record)[0].number, BO))
  expect(made).toEqual({ number: expect.any(Number) })
  expect((await restore('ada.db', await linesOf('bo.db'))).decisions, 'the approval alone').toBe(1)
  for (const name of ['ada.db', 'bo.db']) {
    const all = await use(name, (record) => listDecisions(record).slice(-1))
    expect(all).toMatchObject([{ who: 'Ada', approved: BO, decision: { name: 'Qarn Courier' } }])
    expect(await use(name, (record) => reliabilityOf(record, 'Qarn Courier'))).toBe('C')
    expect(verify(name)).toEqual([])
  }
  for (const [from, to] of [
    ['ada.db', 'bo.db'],
    ['bo.db', 'ada.db'],
  ])
    expect((await restore(to, await linesOf(from))).decisions, `${from} brings nothing new`).toBe(0)
  expect(await use('ada.db', (record) => listProposals(record))).toMatchObject([
    { number: proposal, closed: { how: 'approved', who: 'Bo' } },
  ])
  await restore('copy.db', await linesOf('ada.db'))
  expect(await linesOf('copy.db')).toEqual(await linesOf('ada.db'))
})

test('approved here and there, or declined here: what closed a proposal first holds, and an undo finds the decision', async () => {
  await fill('ada.db')
  await use('ada.db', (record) => {
    setApproval(record, true, ADA)
    setReliability(record, 'Qarn Courier', { grade: 'C', why: null }, ADA)
    setReliability(record, 'Radio Meridian', { grade: 'D', why: null }, ADA)
  })
  await restore('bo.db', await linesOf('ada.db'))
  const [one, two] = await use('ada.db', (record) => listProposals(record).map(({ number }) => number))
  const CY = { who: 'Cy', at: NOW }
  await use('ada.db', (record) => [approveProposal(record, one, CY), declineProposal(record, two, 'why', CY)])
  await use('bo.db', (record) => {
    const BO = { who: 'Bo', at: NOW }
    writeSighting(record, 1, 'at-bo.txt', 'wire-9', NOW)
    for (const number of [one, two]) approveProposal(record, number, BO)
    const undo = withdrawDecision(record, listDecisions(record).at(-2)?.number ?? 0, ADA) ?? 0
    approveProposal(record, undo, BO)
  })
  await restore('ada.db', await linesOf('bo.db'))
  const closed = await use('ada.db', (record) => listProposals(record).map((each) => each.closed?.who))
  expect(closed).toEqual(['Cy', 'Cy', 'Bo'])
  expect(await use('ada.db', (record) => reliabilityOf(record, 'Qarn Courier')), 'taken back there').toBe('F')
  expect(await use('ada.db', (record) => reliabilityOf(record, 'Radio Meridian')), 'declined here').toBe('F')
  expect(verify('ada.db')).toEqual([])
})

test('what one person decided elsewhere arrives as a proposal where somebody else must approve it', async () => {
  await fill('one.db')
  const note: Decision = {
    kind: 'note',
    on: 'source',
    source: { name: 'the ministry', party: null },
    at: [],
    before: null,
    after: 'ask again',
  }
  await use('one.db', (record) => {
    writeDecision(record, note, ADA)
    const number = writeDecision(record, NOT_QARN, ADA)
    withdrawDecision(record, number, ADA)
  })
  await use('two.db', (record) => {
    writeDocument(record, TWO_REPORTS[0].received, TWO_REPORTS[0].reading, NOON)
    setApproval(record, true, ADA)
  })
  await restore('two.db', await linesOf('one.db'))
  const outcome = await use('two.db', (record) => ({
    decided: listDecisions(record).map(({ decision }) => decision.kind),
    proposed: listProposals(record).map(({ who, proposal }) => [who, proposal.what, proposal.decision.kind]),
  }))
  expect(outcome).toEqual({
    decided: ['note'],
    proposed: [
      ['Ada', 'decide', 'place'],
      ['Ada', 'grade', 'source'],
    ],
  })
  expect((await restore('two.db', await linesOf('one.db'))).decisions).toBe(0)
  expect(verify('two.db')).toEqual([])
})
