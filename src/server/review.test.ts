import { createHash } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import type { OpenRecord } from '../record/open.ts'
import { inventReadings } from '../testing/invented-readings.ts'
import type { Made } from '../testing/made-reading.ts'
import { refreshNow } from '../testing/refresh-now.ts'
import { reviewedReading } from '../testing/reviewed-reading.ts'
import { serve } from '../testing/served.ts'
import { TWO_INCIDENTS, TWO_REPORTS } from '../testing/two-incidents.ts'
import type { ArticleAnswer, IncidentAnswer, IncidentListAnswer, SearchAnswer } from './answers.ts'
import type { MadeAnswer, ReviewAnswer, WhereaboutsAnswer } from './review-answers.ts'

const READING = reviewedReading()
const QARN = {
  received: { bytes: new TextEncoder().encode(READING.document.text), origin: 'qarn.txt' },
  reading: READING,
}
const { sha256 } = READING.document

const get = async <Answer>(url: string, path: string): Promise<Answer> =>
  JSON.parse(await (await fetch(`${url}api/${path}`)).text())
const send = (url: string, path: string, body: object) =>
  fetch(`${url}api/review/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
const decide = async (url: string, body: object): Promise<MadeAnswer> => {
  const response = await send(url, 'decisions', body)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return JSON.parse(text)
}
const article = async (url: string) => (await get<ArticleAnswer>(url, `articles/${sha256}/1`)).article
const at = (words: string): [number, number] => {
  const start = READING.document.text.indexOf(words)
  return [start, start + words.length]
}

test('a statement is corrected, found by its new words, taken back, and brought back', async () => {
  const { url } = await serve([QARN])
  const seen = (await article(url)).statements[1]
  const to = {
    source: { spans: [at('the station')], kind: 'outlet', named: true },
    cue: seen.cue,
    content: [at('two trucks burned')],
    manner: 'indirect',
    stance: 'doubts',
  }
  const body = { who: 'Ada', kind: 'statement', verdict: 'correct', document: sha256, article: 1, seen, to }
  const { number, decision } = await decide(url, body)
  expect(decision).toMatchObject({
    who: 'Ada',
    verdict: 'correct',
    on: 'statement',
    found: true,
    sha256,
    article: 1,
    mark: 'a1.s2',
    changes: expect.arrayContaining([
      { name: 'Source', before: 'A driver', after: 'the station' },
      { name: 'Stance', before: 'asserts', after: 'doubts' },
    ]),
  })
  const found = async (source: string) => (await get<SearchAnswer>(url, `search?source=${source}`)).total
  expect([await found('the station'), await found('A driver')]).toEqual([1, 0])
  expect((await send(url, 'withdraw', { number, who: 'Bo' })).status).toBe(200)
  expect((await send(url, 'withdraw', { number })).status).toBe(409)
  expect([await found('the station'), await found('A driver')]).toEqual([0, 1])
  const { decisions } = await get<ReviewAnswer>(url, 'review')
  expect(decisions).toMatchObject([{ number, withdrawn: { who: 'Bo' } }])
  expect((await send(url, 'restore', { number })).status).toBe(200)
  expect(await found('the station')).toBe(1)
})

test('each kind of thing is decided on, and the article shows by whom', async () => {
  const { url } = await serve([QARN])
  const { statements, events, entities, times } = await article(url)
  const on = { document: sha256, article: 1 }
  await decide(url, { ...on, kind: 'statement', verdict: 'confirm', seen: statements[0] })
  await decide(url, { ...on, kind: 'statement', verdict: 'reject', seen: statements[2] })
  const added = { source: null, cue: [], content: [at('Bridge closed')], manner: 'indirect', stance: 'asserts' }
  await decide(url, { ...on, kind: 'statement', verdict: 'add', to: added })
  const event = {
    trigger: events[0].trigger,
    type: 'PROTEST',
    status: 'possible',
    place: null,
    time: 'a1.t1',
    statement: null,
  }
  await decide(url, { ...on, kind: 'event', verdict: 'correct', seen: events[0], to: event })
  await decide(url, { ...on, kind: 'event', verdict: 'reject', seen: events[1] })
  const place = { lat: 5, lon: 6, precision: 'settlement', confidence: 1 }
  await decide(url, { ...on, kind: 'place', verdict: 'correct', seen: entities[2], to: { place } })
  await decide(url, { ...on, kind: 'time', verdict: 'correct', seen: times[0], to: { value: '2024-04-22' } })
  await decide(url, { kind: 'note', on: 'place', ...on, id: 'a1.e3', text: '<b>two towns</b> are called so' })
  const after = await get<ArticleAnswer>(url, `articles/${sha256}/1`)
  expect(after.article.statements.map(({ decided }) => decided)).toEqual(['confirmed', undefined, undefined, 'added'])
  expect(after.article.events).toMatchObject([
    { type: 'PROTEST', decided: 'corrected', time: 'a1.t1', statement: null },
  ])
  expect(after.article.entities[2]).toMatchObject({ place: { lat: 5 }, decided: 'corrected' })
  expect(after.article.times[0]).toMatchObject({ value: '2024-04-22', decided: 'corrected' })
  expect(
    after.decisions.map(({ verdict, on, mark, who }) => `${verdict} ${on} ${mark?.replace(/^d\d+/, 'new')} ${who}`),
  ).toEqual([
    'confirm statement a1.s1 reviewer',
    'reject statement undefined reviewer',
    'add statement new reviewer',
    'correct event a1.v1 reviewer',
    'reject event undefined reviewer',
    'correct place a1.e3 reviewer',
    'correct time a1.t1 reviewer',
    'note place a1.e3 reviewer',
  ])
})

test('nothing is decided on what has changed since it was seen, or what is not there', async () => {
  const { url } = await serve([QARN])
  const [seen] = (await article(url)).statements
  const on = { document: sha256, article: 1, kind: 'statement' }
  await decide(url, { ...on, verdict: 'correct', seen, to: { ...seen, stance: 'denies' } })
  const refused: [body: object, status: number, why: string][] = [
    [{ ...on, verdict: 'confirm', seen }, 409, 'another tab has corrected it'],
    [{ ...on, verdict: 'reject', seen: { ...seen, id: 'a1.s99' } }, 409, 'it is gone'],
    [{ ...on, verdict: 'confirm' }, 422, 'nothing is named'],
    [{ ...on, document: '0'.repeat(64), verdict: 'confirm', seen }, 404, 'no such document'],
    [{ ...on, article: 7, verdict: 'confirm', seen }, 422, 'no such article'],
    [{ ...on, verdict: 'add', to: { ...seen, content: [[5, 99_999]] } }, 422, 'beyond the end'],
    [{ ...on, verdict: 'add', to: { ...seen, content: [[9, 5]] } }, 422, 'backwards'],
    [{ ...on, verdict: 'add', to: { ...seen, content: [] } }, 400, 'a statement that says nothing'],
    [{ ...on, verdict: 'add', to: { ...seen, stance: 'shouts' } }, 400, 'no such stance'],
    [{ ...on, verdict: 'add', who: 'two\nlines', to: seen }, 400, 'a name of two lines'],
    [{ ...on, kind: 'time', verdict: 'add', to: { value: 'yesterday', span: at('Monday') } }, 422, 'no date'],
    [{ kind: 'note', on: 'incident', id: 'i-none', text: 'x' }, 404, 'no such incident'],
    [{ kind: 'note', on: 'article', document: sha256, text: ' ' }, 400, 'an empty note'],
    [{ kind: 'note', on: 'article', document: sha256, text: 'x'.repeat(5001) }, 400, 'a long note'],
    [{ kind: 'incident', verdict: 'confirm', incidents: ['i-none'] }, 404, 'no such incident'],
    [{ kind: 'riddle' }, 400, 'no such kind'],
  ]
  for (const [body, status, why] of refused) expect((await send(url, 'decisions', body)).status, why).toBe(status)
  expect((await get<ReviewAnswer>(url, 'review')).total).toBe(1)
})

const working = () => {
  let record: OpenRecord | null = null
  return {
    opened: (opened: OpenRecord) => {
      record = opened
      opened.db.exec('UPDATE incidents_state SET fresh = 0')
      refreshNow(opened)
    },
    refreshIncidents: () => {
      if (record) refreshNow(record)
    },
  }
}

/** Invented reports of several incidents, under ids that are not their hashes. */
const REPORTS: Made[] = [...inventReadings(9, 2)].map(({ reading }) => {
  const bytes = new TextEncoder().encode(reading.document.text)
  const sha256 = createHash('sha256').update(reading.document.id).digest('hex')
  return { received: { bytes, origin: 'invented' }, reading: { ...reading, document: { ...reading.document, sha256 } } }
})

test('incidents are merged, split and confirmed; where they went is told; an undo brings back what was', async () => {
  const { url } = await serve(REPORTS, working())
  const list = async () => (await get<IncidentListAnswer>(url, 'incidents')).incidents
  await list()
  const all = async () =>
    (await get<{ incidents: { id: string }[] }>(url, 'review/incidents')).incidents.map(({ id }) => id)
  const before = await all()
  expect(before.length).toBeGreaterThan(1)
  const { number } = await decide(url, { kind: 'incident', verdict: 'merge', incidents: before.slice(0, 2) })
  await list()
  const merged = await all()
  expect(merged.length).toBe(before.length - 1)
  const incident = await get<IncidentAnswer>(url, `incidents/${merged.find((id) => before.includes(id))}`)
  expect(incident.decisions.map(({ verdict, number }) => [verdict, number])).toEqual([['merge', number]])
  const [account] = incident.accountList
  const off = { sha256: account.sha256, article: account.article, event: account.event }
  const split = await decide(url, { kind: 'incident', verdict: 'split', incidents: [incident.id], accounts: [off] })
  await list()
  const whereabouts = await get<WhereaboutsAnswer>(url, `review/whereabouts?decision=${split.number}`)
  expect(whereabouts.fresh).toBe(true)
  const rest = await get<IncidentAnswer>(url, `incidents/${whereabouts.incident}`)
  expect([rest.accounts, rest.decisions.map(({ verdict }) => verdict)]).toEqual([
    incident.accounts - 1,
    ['split', 'merge'],
  ])
  await send(url, 'withdraw', { number: split.number })
  await list()
  expect((await all()).sort()).toEqual(merged.sort())
  await send(url, 'withdraw', { number })
  await list()
  expect((await all()).sort()).toEqual(before.sort())
  const confirmed = await decide(url, { kind: 'incident', verdict: 'confirm', incidents: [before[0]] })
  expect(confirmed.decision).toMatchObject({ verdict: 'confirm', on: 'incident', changes: [] })
  const refused = await send(url, 'decisions', {
    kind: 'incident',
    verdict: 'merge',
    incidents: [before[0], before[0]],
  })
  expect(refused.status).toBe(422)
  const gone = { kind: 'incident', verdict: 'split', incidents: [before[0]], accounts: [{ ...off, event: 'v9' }] }
  expect((await send(url, 'decisions', gone)).status).toBe(409)
})

test('what waits: what decides a dispute first, who is cited most, sources without a name, disputes nobody has looked at', async () => {
  const { url } = await serve([QARN, ...TWO_REPORTS], { incidents: TWO_INCIDENTS })
  const { deciding, cited, unnamed, disputed, user } = await get<ReviewAnswer>(url, 'review')
  expect(user).toBe('reviewer')
  // "blast" in qarn.txt, of which the reader was least sure, decides nothing that is shown.
  expect(
    deciding.things.map(({ decides, question, incident, words }) => [decides, question, incident.id, words]),
  ).toEqual([
    ['dispute', 'whether it happened', 'i-1', 'blast killed'],
    ['dispute', 'whether it happened', 'i-1', 'blast'],
  ])
  expect(deciding.total).toEqual({ dispute: 3, toll: 0, grade: 0, title: 0 })
  expect(cited.map(({ name }) => name)).toEqual(['Ada Quist', 'Mira Vostrik', 'Police'])
  expect(unnamed.statements.map(({ source }) => source)).toContain('A driver')
  expect(disputed.incidents.map(({ id }) => id)).toEqual(['i-1'])
  const { statements } = await article(url)
  const on = { document: sha256, article: 1, verdict: 'confirm' }
  await decide(url, { ...on, kind: 'statement', seen: statements[1] })
  const [{ sha256: other, mark }] = deciding.things
  const { events } = (await get<ArticleAnswer>(url, `articles/${other}/1`)).article
  const seen = events.find(({ id }) => id === mark)
  await decide(url, { document: other, article: 1, verdict: 'confirm', kind: 'event', seen })
  const body = JSON.stringify({ name: 'Ada Quist', reliability: 'B' })
  await fetch(`${url}api/reliability`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  const after = await get<ReviewAnswer>(url, 'review')
  expect(after.unnamed.statements.map(({ source }) => source)).not.toContain('A driver')
  expect(after.deciding.total.dispute).toBe(2)
  expect(after.deciding.things.map(({ words }) => words)).not.toContain('blast killed')
  expect(after.cited.map(({ name }) => name)).toEqual(['Mira Vostrik', 'Police'])
})

test('a judgement of a source is in the list, with what was before, and can be taken back', async () => {
  const { url } = await serve([QARN])
  const held = async () => JSON.parse(await (await fetch(`${url}api/source?name=Ada%20Quist`)).text()).reliability
  const body = JSON.stringify({ name: 'Ada Quist', reliability: 'B', why: 'was there', who: 'Bo' })
  await fetch(`${url}api/reliability`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  expect(await held()).toBe('B')
  const { decisions } = await get<ReviewAnswer>(url, 'review')
  expect(decisions).toMatchObject([
    {
      verdict: 'grade',
      on: 'source',
      subject: 'Ada Quist',
      note: 'was there',
      who: 'Bo',
      changes: [{ before: 'not graded', after: 'B, usually reliable' }],
    },
  ])
  await send(url, 'withdraw', { number: decisions[0].number })
  expect(await held()).toBe('F')
})

test('a strange page decides nothing, and what is sent is bounded', async () => {
  const { url } = await serve([QARN])
  const [seen] = (await article(url)).statements
  const body = JSON.stringify({ document: sha256, article: 1, kind: 'statement', verdict: 'confirm', seen })
  const post = (headers: Record<string, string>, sent = body) =>
    fetch(`${url}api/review/decisions`, { method: 'POST', body: sent, headers })
  const json = { 'content-type': 'application/json' }
  expect((await post({ ...json, origin: 'http://evil.example' })).status).toBe(403)
  expect((await post({ ...json, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' })).status).toBe(403)
  expect((await post({ 'content-type': 'text/plain' })).status).toBe(415)
  expect((await post({ 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
  expect((await post(json, '{')).status).toBe(400)
  expect((await get<ReviewAnswer>(url, 'review')).total).toBe(0)
  // Last, since the server hangs up on what is too long.
  expect((await post(json, `{"kind":"${'x'.repeat(300_000)}"}`)).status).toBe(413)
})

test('what a decision answers is as the OpenAPI page describes it, and so is what it takes', async () => {
  const { url } = await serve([QARN])
  const [seen] = (await article(url)).statements
  const document = await get<{ paths: Record<string, Record<string, unknown>> }>(url, 'openapi.json')
  const ajv = new Ajv2020({ strict: false })
  ajv.addSchema({ ...document, $id: 'openapi' })
  const check = (path: string, part: string, value: unknown) =>
    expect(
      ajv.validate(
        { $ref: `openapi#/paths/${path.replaceAll('/', '~1')}/post/${part}/content/application~1json/schema` },
        value,
      ),
      `${path} ${part}: ${ajv.errorsText()}`,
    ).toBe(true)
  const body = { document: sha256, article: 1, kind: 'statement', verdict: 'confirm', seen }
  check('/api/review/decisions', 'requestBody', body)
  const made = await decide(url, body)
  check('/api/review/decisions', 'responses/200', made)
  for (const turn of ['withdraw', 'restore']) {
    check(`/api/review/${turn}`, 'requestBody', { number: made.number })
    const answer = await send(url, turn, { number: made.number })
    check(`/api/review/${turn}`, 'responses/200', JSON.parse(await answer.text()))
  }
})
