import { beforeAll, expect, test } from 'vitest'
import { firstBrokenEntry, listEntries } from '../record/custody/log.ts'
import { listDecisions, listProposals } from '../record/decisions.ts'
import type { OpenRecord } from '../record/open.ts'
import { hashPassword } from '../record/people/password.ts'
import { addPerson } from '../record/people/people.ts'
import { makeClient } from '../testing/client.ts'
import { reviewedReading } from '../testing/reviewed-reading.ts'
import { type Serving, serve } from '../testing/served.ts'
import { TWO_INCIDENTS, TWO_REPORTS } from '../testing/two-incidents.ts'
import type { ArticleAnswer } from './answers.ts'
import type { ReviewAnswer } from './review-answers.ts'
import type { SinceAnswer } from './since.ts'

const NOON = '2024-05-01T12:00:00.000Z'
const PASSWORD = 'seven ripe medlars'
const READING = reviewedReading()
const { sha256 } = READING.document
const QARN = {
  received: { bytes: new TextEncoder().encode(READING.document.text), origin: 'qarn.txt' },
  reading: READING,
}
const PEOPLE = [
  ['Ona Ruiz', 'owner'],
  ['Vic Tamm', 'reviewer'],
  ['Ida Lund', 'reviewer'],
  ['Rea Holm', 'reader'],
] as const

let kept: string
beforeAll(async () => {
  kept = await hashPassword(PASSWORD)
})

async function serveToPeople(serving: Serving = {}) {
  const records: OpenRecord[] = []
  const { url } = await serve([QARN, ...TWO_REPORTS], {
    host: '127.0.0.1',
    incidents: TWO_INCIDENTS,
    ...serving,
    opened(record) {
      records.push(record)
      for (const [name, role] of PEOPLE) addPerson(record, name, { role, password: kept, addedAt: NOON })
    },
  })
  const signedIn = async (name: string) => {
    const client = makeClient(url)
    expect(await client.signIn(name, PASSWORD)).toBe(200)
    return client
  }
  const [ona, vic, ida, rea] = await Promise.all(PEOPLE.map(([name]) => signedIn(name)))
  return { record: records[0], ona, vic, ida, rea }
}

type Client = Awaited<ReturnType<typeof serveToPeople>>['ona']
const review = (client: Client): Promise<ReviewAnswer> => client.json('GET', 'review')
const article = (client: Client): Promise<ArticleAnswer> => client.json('GET', `articles/${sha256}/1`)

async function reject(client: Client, index: number) {
  const { statements } = (await article(client)).article
  const on = { kind: 'statement', document: sha256, article: 1, verdict: 'reject', seen: statements[index] }
  return client.json('POST', 'review/decisions', on)
}

test('an owner has decisions approved; a reviewer proposes, nobody approves their own, another does', async () => {
  const { ona, vic, ida, rea } = await serveToPeople()
  expect((await vic.send('POST', 'approval', { needed: true })).status).toBe(403)
  expect(await ona.json('POST', 'approval', { needed: true })).toEqual({ needed: true })
  const { number, decision } = await reject(vic, 1)
  expect(decision).toMatchObject({
    who: 'Vic Tamm',
    approved: null,
    proposal: { turns: null, applies: true, closed: null },
  })
  expect((await article(rea)).article.statements, 'nothing has changed').toHaveLength(4)
  expect(await review(rea)).toMatchObject({ approval: true, total: 0, proposals: { total: 1, waiting: [{ number }] } })
  expect((await article(rea)).decisions, 'shown where it is about').toMatchObject([{ number, mark: 'a1.s2' }])

  expect((await rea.send('POST', 'review/approve', { number })).status).toBe(403)
  const own = await vic.send('POST', 'review/approve', { number, who: 'Ida Lund' })
  expect([own.status, own.body], 'whatever name is sent along').toEqual([
    409,
    JSON.stringify({ error: 'you proposed this yourself; somebody else must approve it' }),
  ])
  await ida.send('POST', 'review/decisions', {
    kind: 'note',
    on: 'proposal',
    of: number,
    text: 'the driver is named below',
  })
  expect((await review(vic)).proposals.waiting[0].proposal?.notes).toMatchObject([{ who: 'Ida Lund' }])

  const made = await ida.json('POST', 'review/approve', { number })
  expect(made.decision).toMatchObject({
    who: 'Vic Tamm',
    approved: { who: 'Ida Lund' },
    proposal: null,
    verdict: 'reject',
  })
  expect((await article(rea)).article.statements).toHaveLength(3)
  expect(await review(rea)).toMatchObject({
    proposals: { total: 0 },
    decisions: [{ number: made.number }, { on: 'proposal' }],
  })
  const again = await ona.send('POST', 'review/approve', { number })
  expect([again.status, again.body]).toEqual([409, JSON.stringify({ error: 'Ida Lund has already approved it' })])
})

test('what has changed meanwhile is said before and at approval, and changes nothing', async () => {
  const { record, ona, vic, ida } = await serveToPeople()
  const first = await reject(vic, 1)
  const { statements } = (await article(ida)).article
  expect(first.decision.proposal, 'one is enough so far').toBe(null)
  await ona.send('POST', 'review/withdraw', { number: first.number })
  await ona.send('POST', 'approval', { needed: true })
  const two = [await reject(vic, 1), await reject(vic, 1)]
  expect((await ida.send('POST', 'review/approve', { number: two[0].number })).status).toBe(200)
  expect((await review(ida)).proposals.waiting).toMatchObject([{ number: two[1].number, proposal: { applies: false } }])
  const entries = [...listEntries(record)].length
  const late = await ida.send('POST', 'review/approve', { number: two[1].number })
  expect([late.status, late.body]).toEqual([409, expect.stringContaining('has changed since it was proposed')])
  expect([...listEntries(record)]).toHaveLength(entries)
  const declined = await ida.json('POST', 'review/decline', { number: two[1].number, why: 'it is gone' })
  expect(declined.decision.proposal.closed).toEqual({ how: 'declined', who: 'Ida Lund', at: NOON, why: 'it is gone' })
  expect(statements).toHaveLength(3)
})

test('of two who approve in one moment one does, and no proposal of many is lost or decided twice', async () => {
  const { record, ona, vic, ida } = await serveToPeople()
  await ona.send('POST', 'approval', { needed: true })
  const names = Array.from({ length: 24 }, (_, index) => `Source ${index}`)
  const made = await Promise.all(
    names.map((name) => vic.json('POST', 'reliability', { name, reliability: 'C', why: 'by its record' })),
  )
  const numbers: number[] = made.map(({ number }) => number)
  const statuses = await Promise.all(
    numbers.flatMap((number, index) => {
      const both = [ona, ida].map((one) => one.send('POST', 'review/approve', { number }).then(({ status }) => status))
      const decline =
        index % 3 === 0 ? [vic.send('POST', 'review/decline', { number }).then(({ status }) => status)] : []
      return [Promise.all([...both, ...decline])]
    }),
  )
  for (const each of statuses) {
    expect(each.filter((status) => status === 200)).toHaveLength(1)
    expect(new Set(each)).toEqual(new Set([200, 409]))
  }
  const all = listProposals(record)
  expect(all.map(({ number, closed }) => [number, closed !== null])).toEqual(
    numbers.toSorted((a, b) => a - b).map((number) => [number, true]),
  )
  const approved = all.filter(({ closed }) => closed?.how === 'approved')
  expect(
    listDecisions(record)
      .map(({ decision }) => decision.kind === 'source' && decision.name)
      .sort(),
  ).toEqual(approved.map(({ proposal }) => proposal.decision.kind === 'source' && proposal.decision.name).sort())
  expect(firstBrokenEntry(record)).toBe(null)
})

test('notes on a source and on a passage are kept, listed, and shown where the thing is', async () => {
  const { vic, rea } = await serveToPeople()
  const note = (about: object, text: string) => vic.json('POST', 'review/decisions', { kind: 'note', ...about, text })
  const { decision } = await note({ on: 'source', source: 'Mira Vostrik' }, 'ask the police who she is')
  expect(decision).toMatchObject({ on: 'source', subject: 'Mira Vostrik', found: true })
  const start = READING.document.text.indexOf('two trucks')
  const passage = { on: 'passage', document: sha256, article: 1, span: [start, start + 17] }
  expect((await note(passage, 'compare the photograph')).decision).toMatchObject({
    subject: 'two trucks burned',
    span: [start, start + 17],
  })
  const outside = await vic.send('POST', 'review/decisions', { kind: 'note', ...passage, span: [5, 9000], text: 'x' })
  expect(outside.status).toBe(404)
  const unknown = await vic.send('POST', 'review/decisions', {
    kind: 'note',
    on: 'source',
    source: 'Nobody',
    text: 'x',
  })
  expect(unknown.status).toBe(404)
  const page = await rea.json('GET', 'source?name=Mira+Vostrik')
  expect(page.decisions).toMatchObject([{ verdict: 'note', note: 'ask the police who she is' }])
  expect((await article(rea)).decisions).toMatchObject([{ on: 'passage', note: 'compare the photograph' }])
  await reject(vic, 1)
  expect((await review(rea)).total).toBe(3)
  expect(await rea.json('GET', 'review?only=notes')).toMatchObject({
    total: 2,
    decisions: [{ on: 'passage' }, { on: 'source' }],
  })
})

test('each person sees what was done since they last looked, readers too, and never less because of another window', async () => {
  const { record, vic, ida, rea } = await serveToPeople()
  const since = (client: Client): Promise<SinceAnswer> => client.json('GET', 'since')
  const seen = (client: Client, to: number) => client.json('POST', 'session/seen', { to })
  const first = await since(rea)
  expect(first).toMatchObject({ from: 0, at: null, to: 3, documents: { total: 3 }, deeds: { total: 0 } })
  expect(await rea.json('GET', 'since/count')).toEqual({ unseen: null })
  const entries = [...listEntries(record)].length
  for (const one of [rea, vic]) await seen(one, first.to)
  expect([...listEntries(record)], 'looking is no entry of the log').toHaveLength(entries)
  expect(await since(rea)).toMatchObject({ from: 3, at: NOON, documents: { total: 0 } })

  const { number } = await reject(ida, 1)
  await vic.send('POST', 'review/withdraw', { number })
  expect(await rea.json('GET', 'since/count')).toEqual({ unseen: 2 })
  const { deeds } = await since(rea)
  expect(deeds.items.map(({ who, what, decision }) => [who, what, decision?.number])).toEqual([
    ['Vic Tamm', 'withdraw', number],
    ['Ida Lund', 'decide', number],
  ])
  await seen(rea, 5)
  expect(await seen(rea, 4)).toMatchObject({ log: 5 })
  expect(await seen(rea, 4_000), 'no more than there is').toMatchObject({ log: 5 })
  expect((await since(rea)).deeds.total).toBe(0)
  expect((await since(vic)).deeds.total, 'for each by themselves').toBe(2)
})
