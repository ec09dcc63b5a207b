import { expect, test } from 'vitest'
import type { OpenRecord } from '../record/open.ts'
import { refreshNow } from '../testing/refresh-now.ts'
import { serve } from '../testing/served.ts'
import { TWO_REPORTS } from '../testing/two-incidents.ts'
import type { IncidentAnswer, IncidentHead, IncidentListAnswer } from './answers.ts'
import type { LikelyIncidentsAnswer, MadeAnswer } from './review-answers.ts'

const get = async <Answer>(url: string, path: string): Promise<Answer> =>
  JSON.parse(await (await fetch(`${url}api/${path}`)).text())
const send = (url: string, path: string, body: object) =>
  fetch(`${url}api/review/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })

/** A server whose incidents are worked out at once, and the incident that has a killing. */
async function served(): Promise<{ url: string; incident: IncidentHead }> {
  let record: OpenRecord | null = null
  const opened = (open: OpenRecord) => {
    record = open
    open.db.exec('UPDATE incidents_state SET fresh = 0')
    refreshNow(open)
  }
  const { url } = await serve(TWO_REPORTS, { opened, refreshIncidents: () => record && refreshNow(record) })
  const { incidents } = await get<IncidentListAnswer>(url, 'incidents')
  const incident = incidents.find(({ type }) => type === 'ASSAULT')
  if (!incident) throw new Error('no incident')
  return { url, incident }
}
const page = (url: string, { id }: IncidentHead) => get<IncidentAnswer>(url, `incidents/${id}`)

test('a title and tags are on the page and in the list, with who set them; a title that was changed meanwhile is not overwritten', async () => {
  const { url, incident } = await served()
  const title = (seen: string | null, to: string | null) =>
    send(url, 'decisions', { who: 'Ada', kind: 'title', incident: incident.id, seen, to })
  expect((await title(null, 'The depot')).status).toBe(200)
  expect(
    (await send(url, 'decisions', { kind: 'tag', verdict: 'add', incident: incident.id, tag: 'fire' })).status,
  ).toBe(200)
  const labelled = await page(url, incident)
  expect(labelled).toMatchObject({ title: 'The depot', ownTitle: 'The depot', tags: ['fire'] })
  expect(labelled.decisions.map(({ who, verdict, on }) => [who, verdict, on])).toEqual([
    ['reviewer', 'add', 'tag'],
    ['Ada', 'add', 'title'],
  ])
  const { incidents } = await get<IncidentListAnswer>(url, 'incidents')
  expect(incidents.find(({ id }) => id === incident.id)).toMatchObject({ title: 'The depot', tags: ['fire'] })
  expect((await title(null, 'The port')).status, 'somebody else has set it').toBe(409)
  expect((await title('The depot', null)).status).toBe(200)
  expect(await page(url, incident)).toMatchObject({ title: incident.title, ownTitle: null })
})

test('what cannot be a label is refused', async () => {
  const { url, incident } = await served()
  const on = { incident: incident.id }
  const table: [body: object, status: number, why: string][] = [
    [{ kind: 'title', ...on, seen: null, to: 'two\nlines' }, 400, 'a title is one line'],
    [{ kind: 'title', ...on, seen: null, to: 'w'.repeat(301) }, 400, 'of bounded length'],
    [{ kind: 'tag', verdict: 'add', ...on, tag: 'a;b' }, 400, 'semicolons part tags'],
    [{ kind: 'tag', verdict: 'add', incident: 'i-none', tag: 'a' }, 404, 'no such incident'],
  ]
  for (const [body, status, why] of table) expect((await send(url, 'decisions', body)).status, why).toBe(status)
})

test('an account by hand joins the incident under the name of who said it; an undo takes it out', async () => {
  const { url, incident } = await served()
  const account = {
    incident: incident.id,
    source: 'Ben Okri',
    words: 'The depot burned for two hours.',
    said: '2024-05-03',
  }
  const response = await send(url, 'account', { ...account, who: 'Ada' })
  expect(response.status).toBe(200)
  const { number, decision }: MadeAnswer = JSON.parse(await response.text())
  expect(decision).toMatchObject({ who: 'Ada', verdict: 'add', on: 'account' })
  const own = async () => {
    const { incidents } = await get<IncidentListAnswer>(url, 'incidents')
    const all = await Promise.all(incidents.map((one) => page(url, one)))
    return all.flatMap(({ accountList }) => accountList.filter(({ origin }) => origin === 'Ben Okri'))
  }
  expect(await own()).toMatchObject([{ named: true, sentence: expect.stringContaining('burned for two hours') }])
  expect((await send(url, 'withdraw', { number })).status).toBe(200)
  expect(await own()).toEqual([])
  expect((await send(url, 'account', { ...account, incident: 'i-none' })).status).toBe(404)
  expect((await send(url, 'account', { ...account, words: ' ' })).status).toBe(400)
  expect((await send(url, 'account', { ...account, words: 'broken' })).status, 'read as "Ben Okri: broken"').toBe(200)
})

test('a strange page adds no account', async () => {
  const { url, incident } = await served()
  const response = await fetch(`${url}api/review/account`, {
    method: 'POST',
    body: JSON.stringify({ incident: incident.id, source: 'Eve', words: 'Believe me.' }),
    headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
  })
  expect(response.status).toBe(403)
})

test('without words, only incidents that are alike in place and means are suggested', async () => {
  const { url, incident } = await served()
  const suggested = async (q: string) =>
    (await get<LikelyIncidentsAnswer>(url, `review/incidents?q=${q}&near=${incident.id}`)).incidents
  expect(await suggested('')).toEqual([])
  // Words find what lists leave out too.
  expect((await suggested('port')).map(({ type }) => type)).toEqual(['PROTEST'])
})
