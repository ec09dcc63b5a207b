// Archives that somebody forged: the chain of hashes is right in each, and what it vouches for is not.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placeWords } from '../../review/places.ts'
import { dumpRecord } from '../../testing/dump-record.ts'
import { type Forged, forge, type Loose } from '../../testing/forge-archive.ts'
import { makeReading } from '../../testing/made-reading.ts'
import { REVIEWED_TEXT, reviewedReading } from '../../testing/reviewed-reading.ts'
import { TWO_REPORTS } from '../../testing/two-incidents.ts'
import type { Reading } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import { setApproval } from '../approval.ts'
import { approveProposal, declineProposal } from '../approve.ts'
import { verifyRecord } from '../custody/verify.ts'
import { closeRecord, type OpenRecord, openRecord } from '../open.ts'
import { writeDocument, writeSighting } from '../write.ts'
import { setReliability, withdrawDecision, writeDecision } from '../write-decision.ts'
import { archiveLines } from './archive.ts'
import { restoreArchive } from './restore.ts'
import type { PresentReader } from './restoring.ts'

const NOON = '2024-05-01T12:00:00.000Z'
const ADA = { who: 'Ada', at: '2024-05-02T12:00:00.000Z' }
const BO = { who: 'Bo', at: '2024-05-03T12:00:00.000Z' }
const { received: REPORT, reading: BARE } = makeReading(REVIEWED_TEXT, { origin: 'qarn.txt' })
const REVIEWED: Reading = { ...reviewedReading(), document: BARE.document, reader: BARE.reader }
const QARN = placeWords(REVIEWED_TEXT, REVIEWED.articles[0].entities[2])

/** Takes bytes for UTF-8; what it reads anew says so. */
const READER: PresentReader = {
  identity: async () => BARE.reader,
  textOf: async ({ bytes }) => ({ text: new TextDecoder().decode(bytes) }),
  read: async (received) => {
    const { reading } = makeReading(new TextDecoder().decode(received.bytes), { origin: received.origin })
    return { reading: { ...reading, warnings: [{ code: 'anew', message: 'read anew' }] } }
  },
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-forged-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function use<T>(name: string, work: (record: OpenRecord) => T | Promise<T>): Promise<T> {
  const record = openRecord(join(folder, name), 'create')
  try {
    return await work(record)
  } finally {
    closeRecord(record)
  }
}

/** Of a document with a decision that was taken back, one that stands and a note, seen elsewhere, at a web address; and a grade. */
const honestLines = (): Promise<string[]> =>
  use('honest.db', (record) => {
    writeDocument(record, REPORT, REVIEWED, NOON)
    writeDocument(record, TWO_REPORTS[0].received, TWO_REPORTS[0].reading, NOON)
    writeSighting(record, 1, 'https://example.org/report', 'page', NOON)
    const decision = { kind: 'place', document: BARE.document.sha256, before: QARN, after: null } as const
    withdrawDecision(record, writeDecision(record, decision, ADA), ADA)
    writeDecision(record, decision, ADA)
    setReliability(record, 'the ministry', { grade: 'B', why: 'corrects itself' }, ADA)
    return [...archiveLines(record)]
  })

/** The same, and then decisions need approval: one was approved, one declined, and one waits. */
const approvedLines = (): Promise<string[]> =>
  use('approved.db', (record) => {
    writeDocument(record, REPORT, REVIEWED, NOON)
    setApproval(record, true, ADA)
    const propose = (grade: string) => setReliability(record, `source ${grade}`, { grade, why: null }, ADA) ?? 0
    const [one, two] = ['A', 'B', 'C'].map(propose)
    approveProposal(record, one, BO)
    declineProposal(record, two, 'not yet', BO)
    return [...archiveLines(record)]
  })

const restore = (name: string, lines: readonly string[], reader = READER) =>
  use(name, (record) =>
    restoreArchive(
      record,
      () =>
        (async function* () {
          for (const [index, json] of lines.entries()) yield { place: `line ${index + 1}`, json }
        })(),
      reader,
      NOON,
    ),
  )

const verify = (name: string): string[] => [...verifyRecord(join(folder, name))]

const entry = (what: string, change: (entry: Loose) => void) => (archive: Forged) =>
  change(archive.entries.find((each) => each.what === what))
const reading = (change: (reading: Loose, article: Loose) => void) => (archive: Forged) =>
  change(archive.documents[0].reading, archive.documents[0].reading.articles[0])

/** As the reader gives one; what is forged in it is the rest. */
const EVENT = {
  id: 'v99',
  type: 'ASSAULT',
  trigger: [0, 1],
  participants: [],
  counts: [],
  status: 'actual',
  statement: null,
  confidence: 0.5,
}

const FORGED: [what: string, change: (archive: Forged) => void, message: RegExp][] = [
  [
    'a decision without a quote',
    entry('decide', ({ detail }) => {
      detail.before.mentions = [null]
    }),
    /^line 6: entry 5 .+ detail\.before\.mentions\.0: /,
  ],
  [
    'a note without a quote',
    entry('decide', (each) => {
      each.detail = { kind: 'note', on: 'place', at: [{ document: each.about, quote: null }], before: null, after: 'x' }
    }),
    /^line 6: .+ detail\.at\.0\.quote: /,
  ],
  [
    'a decision of a kind that is none',
    entry('decide', ({ detail }) => {
      detail.kind = 'verdict'
    }),
    /^line 6: .+ detail\./,
  ],
  [
    'a decision on another document',
    entry('decide', (each) => {
      each.about = TWO_REPORTS[0].reading.document.sha256
    }),
    /^line 6: .+: it decides on another document/,
  ],
  [
    'a decision on no document',
    entry('decide', (each) => {
      each.about = each.detail.document = 'f'.repeat(64)
    }),
    /^line 6: .+: it decides on a document that had not come/,
  ],
  [
    'a decision that is nothing',
    entry('decide', (each) => {
      each.detail = null
    }),
    /^line 6: .+ detail\./,
  ],
  [
    'an undo of nothing',
    entry('withdraw', ({ detail }) => {
      detail.of = 1
    }),
    /^line 7: .+: entry 1 is no decision on the same/,
  ],
  [
    'an undo of an undo',
    (archive) => archive.entries.splice(6, 0, structuredClone(archive.entries[5])),
    /^line 8: .+ was taken back already/,
  ],
  [
    'an undo of another kind',
    entry('withdraw', ({ detail }) => {
      detail.before = { kind: 'source', name: 'x', before: null, after: { grade: 'A', why: null } }
    }),
    /^line 7: .+: it is not about the decision/,
  ],
  [
    'a deed that nobody knows',
    entry('seen', (each) => {
      each.what = 'destroyed'
    }),
    /^line \d: .+ no entry "destroyed"/,
  ],
  [
    'a deed of nobody',
    entry('seen', (each) => {
      each.who = ' '
    }),
    /^line \d: .+ who: /,
  ],
  [
    'a deed at no time',
    entry('decide', (each) => {
      each.at = 'yesterday'
    }),
    /^line 6: .+ at: "yesterday" is no time/,
  ],
  [
    'a place in no text',
    entry('seen', ({ detail }) => {
      detail.origin = 7
    }),
    /^line \d: .+ detail\.origin: /,
  ],
  [
    'a version of what never came',
    entry('version', (each) => {
      each.about = 'f'.repeat(64)
    }),
    /^line \d: .+ a document that had not come/,
  ],
  [
    'a version at no address',
    entry('version', (each) => {
      each.detail = {}
    }),
    /^line \d: .+ detail\.address: /,
  ],
  [
    'a document that comes twice',
    (archive) => archive.entries.push(structuredClone(archive.entries[0])),
    /^line \d+: .+ came before/,
  ],
  [
    'a grade that is none',
    entry('grade', ({ detail }) => {
      detail.after.grade = 'Z'
    }),
    /^line \d: .+ a letter from A to F/,
  ],
  [
    'a grade of somebody else',
    entry('grade', ({ detail }) => {
      detail.name = 'the police'
    }),
    /^line \d: .+ another source/,
  ],
  [
    'a grade that the log does not give',
    ({ grades }) => {
      grades[0].grade = 'A'
    },
    /^the grade of the ministry is not what the log says|^line/,
  ],
  [
    'a source graded twice',
    ({ grades }) => {
      grades.push(grades[0])
    },
    /^line \d+: this source came before/,
  ],
  [
    'a grade at no time',
    ({ grades }) => {
      grades[0].setAt = 'then'
    },
    /^line \d+: grade\.setAt: this is no time/,
  ],
  [
    'a text that its bytes never held',
    reading(({ document }) => {
      document.text = document.text.replace('Qarn', 'Zarn')
    }),
    /the text of its reading is not what its bytes hold/,
  ],
  [
    'a text longer than its bytes',
    reading(({ document }) => {
      document.text += ' He confessed.'
    }),
    /the text of its reading is not what its bytes hold/,
  ],
  [
    'a reading of another document',
    reading(({ document }) => {
      document.sha256 = TWO_REPORTS[0].reading.document.sha256
    }),
    /its reading is of another document/,
  ],
  [
    'a reading from elsewhere',
    reading(({ document }) => {
      document.origin = 'ministry.txt'
    }),
    /its reading gives another origin than the log/,
  ],
  [
    'a reading by another reader',
    reading((each) => {
      each.reader = { ...each.reader, version: '99' }
    }),
    /its reading gives another reader than the log/,
  ],
  [
    'a reading without articles',
    reading((each) => {
      delete each.articles
    }),
    /its reading is not whole: articles: /,
  ],
  [
    'an article without statements',
    reading((_, article) => {
      article.statements = null
    }),
    /articles\.0\.statements: /,
  ],
  [
    'a manner that is none',
    reading((_, article) => {
      article.statements[0].manner = 'shouted'
    }),
    /articles\.0\.statements\.0\.manner: /,
  ],
  [
    'a span beyond the text',
    reading((_, article) => {
      article.statements[0].content = [[0, 1e9]]
    }),
    /statements\.0\.content: \[0,1000000000\] is no stretch of its text/,
  ],
  [
    'a span that runs backwards',
    reading((_, article) => {
      article.span = [9, 3]
    }),
    /articles\.0\.span: \[9,3\] is no stretch/,
  ],
  [
    'half a span',
    reading((_, article) => {
      article.blocks[0].span = [0.5, 3]
    }),
    /blocks\.0\.span: \[0\.5,3\] is no stretch/,
  ],
  [
    'an entity that is not there',
    reading((_, article) => {
      article.statements[0].source.entity = 'e99'
    }),
    /statements\.source\.entity: there is no e99/,
  ],
  [
    'an id twice',
    reading((_, article) => {
      article.entities.push(article.entities[0])
    }),
    /this id is there twice/,
  ],
  [
    'a statement within itself',
    reading((_, article) => {
      article.statements[0].within = article.statements[0].id
    }),
    /it goes in a circle/,
  ],
  [
    "a person's word in a reader's reading",
    reading((_, article) => {
      article.statements[0].decided = 'confirmed'
    }),
    /a reader decides nothing/,
  ],
  [
    'a place that is not on Earth',
    reading((_, article) => {
      article.entities.find(({ place }: Loose) => place).place.lat = 4000
    }),
    /it is not on Earth/,
  ],
  [
    'a date that is none',
    reading((_, article) => {
      article.published = { value: 'soon', basis: 'given' }
    }),
    /"soon" is no date/,
  ],
  [
    'an event in a sentence that is not there',
    reading((_, article) => {
      article.events.push({ ...EVENT, sentence: 999 })
    }),
    /there is no sentence 999/,
  ],
  [
    'a sentence in a block that is not there',
    reading((_, article) => {
      article.sentences = [{ span: [0, 1], block: 999 }]
    }),
    /there is no block 999/,
  ],
  [
    'the denial of what is not there',
    reading((_, article) => {
      article.events.push({ ...EVENT, denies: { event: 'v98', statement: article.statements[0].id } })
    }),
    /events\.denies\.event: there is no v98/,
  ],
  [
    'a sureness beyond all',
    reading((_, article) => {
      article.events.push({ ...EVENT, confidence: 7 })
    }),
    /7 is not from 0 to 1/,
  ],
]

test.each(FORGED)('%s: one line says which and why, and the record is as it was', async (_, change, message) => {
  const lines = forge(await honestLines(), change)
  await use('other.db', (record) => writeDocument(record, TWO_REPORTS[1].received, TWO_REPORTS[1].reading, NOON))
  for (const name of ['other.db', 'empty.db']) {
    if (name === 'empty.db') await use(name, () => {})
    const before = dumpRecord(join(folder, name))
    // The grades of an archive count only where its log is taken over whole.
    if (name === 'other.db' && /grade that the log/.test(_)) continue
    const error = await restore(name, lines).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toMatch(message)
    expect(error.message).toMatch(/^[^\n]*; nothing was imported$/)
    expect(dumpRecord(join(folder, name))).toEqual(before)
    expect(verify(name)).toEqual([])
  }
})

/** Entry 2 sets the rule, 3 to 5 propose, 6 approves the first and 7 declines the second. */
const UNAPPROVED: [what: string, change: (archive: Forged) => void, message: RegExp][] = [
  ['nothing at all', () => {}, /^$/],
  [
    'a proposal of a kind that is none',
    entry('propose', ({ detail }) => {
      detail.what = 'order'
    }),
    /^line 4: entry 3 .+ detail\.what/,
  ],
  [
    'a proposal whose grade is none',
    entry('propose', ({ detail }) => {
      detail.decision.after.grade = 'Z'
    }),
    /^line 4: .+: a grade is a letter from A to F/,
  ],
  [
    'a proposal about another source than its entry',
    entry('propose', (each) => {
      each.about = 'source B'
    }),
    /^line 4: .+: it grades another source than it is about/,
  ],
  [
    'a proposal to withdraw what nobody decided',
    entry('propose', ({ detail }) => {
      Object.assign(detail, { what: 'withdraw', of: 1 })
    }),
    /^line 4: .+: entry 1 is no decision on the same/,
  ],
  [
    'an approval by whoever proposed it',
    entry('approve', (each) => {
      each.who = ' ADA'
    }),
    /^line 7: .+ approves their own proposal/,
  ],
  [
    'an approval of what was not proposed',
    entry('approve', ({ detail }) => {
      detail.of = 99
    }),
    /^line 7: .+: entry 99 is no proposal on the same/,
  ],
  [
    'an approval of no number',
    entry('approve', ({ detail }) => {
      detail.of = '3'
    }),
    /^line 7: .+ detail\.of/,
  ],
  [
    'an approval of a proposal on something else',
    entry('approve', ({ detail }) => {
      detail.of = 4
    }),
    /^line 7: .+: entry 4 is no proposal on the same/,
  ],
  [
    'a second word on a proposal that is closed',
    ({ entries }) => {
      Object.assign(entries[6], { about: 'source A', detail: { of: 3, why: null } })
    },
    /^line 8: .+: the proposal of entry 3 was approved or declined before/,
  ],
  [
    'a decision of one person where somebody else must approve it',
    ({ entries }) => {
      Object.assign(entries[4], { what: 'grade', detail: entries[4].detail.decision })
    },
    /^line 6: .+: one person decides alone, and somebody else had to approve it/,
  ],
  [
    'a setting that does not follow from the one before',
    entry('approval', ({ detail }) => {
      detail.before = true
    }),
    /^line 3: .+: it does not change what held before/,
  ],
  [
    'a setting of something else',
    entry('approval', (each) => {
      each.about = 'documents'
    }),
    /^line 3: .+: it is about something else than decisions/,
  ],
  [
    'a note on a proposal that is none',
    ({ entries }) => {
      const detail = { kind: 'note', on: 'proposal', of: 1, at: [], before: null, after: 'x' }
      Object.assign(entries[4], { what: 'decide', about: 'proposals', detail })
    },
    /^line 6: .+: entry 1 is no proposal/,
  ],
  [
    'a note on a source that it does not name',
    ({ entries }) => {
      const detail = { kind: 'note', on: 'source', at: [], before: null, after: 'x' }
      Object.assign(entries[4], { what: 'decide', about: 'sources', detail })
    },
    /^line 6: .+: a note on a source names it/,
  ],
  [
    'an origin in another log that is none',
    entry('propose', ({ detail }) => {
      detail.imported = { number: 1, hash: 'beef' }
    }),
    /^line 4: .+ detail\.imported: this is no entry of a log/,
  ],
]

test.each(UNAPPROVED)(
  'where decisions need approval, %s: one line says why, and nothing is imported',
  async (_, change, message) => {
    const lines = forge(await approvedLines(), change)
    const before = await use('empty.db', () => dumpRecord(join(folder, 'empty.db')))
    const error = await restore('empty.db', lines).catch((thrown) => thrown)
    expect(error instanceof UserError ? error.message : '').toMatch(message)
    if (error instanceof UserError) expect(dumpRecord(join(folder, 'empty.db'))).toEqual(before)
    expect(verify('empty.db')).toEqual([])
  },
)

test('the forger of these tests, where nothing is changed, gives the archive as it was', async () => {
  const lines = await honestLines()
  expect(forge(lines, () => {})).toEqual(lines)
  expect(await restore('two.db', lines)).toMatchObject({ documents: 2, anew: 0 })
  expect(await use('two.db', (record) => [...archiveLines(record)])).toEqual(lines)
})

const OLD = { version: '0', model: 'old', settings: '' }

/** As if another version had read the first document. */
const readByOld = (change: (reading: Loose) => void) => (archive: Forged) => {
  const { document, reading } = archive.documents[0]
  document.reader = reading.reader = OLD
  archive.entries[0].detail.reader = OLD
  change(reading)
}

const OLDER: [what: string, change: (reading: Loose) => void, anew: number][] = [
  ['of the same text is taken', () => {}, 0],
  [
    'of another text is read anew',
    ({ document }) => {
      document.text = `${document.text} `
    },
    1,
  ],
  [
    'that lacks what is new is read anew',
    ({ articles }) => {
      delete articles[0].counts
    },
    1,
  ],
]

test.each(OLDER)("another version's reading %s", async (_, change, anew) => {
  const lines = forge(await honestLines(), readByOld(change))
  await use('other.db', (record) => writeDocument(record, TWO_REPORTS[1].received, TWO_REPORTS[1].reading, NOON))
  for (const name of ['empty.db', 'other.db']) {
    expect(await restore(name, lines)).toMatchObject({ anew })
    const { readings } = dumpRecord(join(folder, name)) as unknown as { readings: { json: string }[] }
    expect(JSON.stringify(readings).includes('read anew')).toBe(anew === 1)
    expect(verify(name)).toEqual([])
    const out = await use(name, (record) => [...archiveLines(record)])
    await restore(`again-${name}`, out)
    expect(await use(`again-${name}`, (record) => [...archiveLines(record)])).toEqual(out)
  }
})

test('what another version read, and this one cannot read at all, is refused', async () => {
  const reader = { ...READER, read: async () => ({ failure: new Error('it is a scan') }) }
  const lines = forge(
    await honestLines(),
    readByOld(({ document }) => {
      document.text = 'x'
    }),
  )
  await expect(restore('two.db', lines, reader)).rejects.toThrow(
    /nor read it anew \(it is a scan\); nothing was imported$/,
  )
})
