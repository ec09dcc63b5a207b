import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { makeReading } from '../testing/made-reading.ts'
import { serve } from '../testing/served.ts'
import { TWO_INCIDENTS, TWO_REPORTS } from '../testing/two-incidents.ts'
import type {
  AddedAnswer,
  ArticleAnswer,
  OverviewAnswer,
  SearchAnswer,
  SourceListAnswer,
  SourcePageAnswer,
} from './answers.ts'

const BRIDGE = makeReading('Ada Quist said the bridge was closed.\nNobody crossed.', {
  origin: 'reports/bridge.txt',
  outlet: 'Bridge Courier',
  said: [['Ada Quist', 'said', 'the bridge was closed']],
})
const KILLINGS = makeReading('A source denied the killings.\nIt is alleged that shops burned.', {
  origin: 'reports/source.txt',
  said: [
    ['A source', 'denied', 'the killings'],
    [null, 'alleged', 'shops burned'],
  ],
  named: false,
})

const get = async <Answer>(base: string, path: string): Promise<Answer> => {
  const response = await fetch(`${base}api/${path}`)
  expect(response.status, path).toBe(200)
  return JSON.parse(await response.text())
}

test('the overview counts what is there', async () => {
  const { url } = await serve([BRIDGE, KILLINGS])
  const overview = await get<OverviewAnswer>(url, 'overview')
  expect(overview).toMatchObject({ documents: 2, articles: 2, statements: 3, named: 1, unnamed: 1, nobody: 1 })
  expect(overview).toMatchObject({ restOnOneUnnamed: 1, undated: 2, incidents: { total: 0 } })
  expect(overview.sources.map(({ name }) => name)).toEqual(['Ada Quist'])
})

test('an article comes with its text and all that was read in it', async () => {
  const { url } = await serve([BRIDGE])
  const { sha256 } = BRIDGE.reading.document
  for (const id of [sha256, sha256.slice(0, 10)]) {
    const answer = await get<ArticleAnswer>(url, `articles/${id}/1`)
    expect(answer.text).toBe(BRIDGE.reading.document.text)
    expect(answer.article).toEqual(BRIDGE.reading.articles[0])
    expect(answer.document.receivedAt).toBe('2024-05-01T12:00:00.000Z')
  }
  for (const path of [`articles/${sha256}/2`, 'articles/nothing/1'])
    expect((await fetch(`${url}api/${path}`)).status, path).toBe(404)
  expect((await fetch(`${url}api/articles/${sha256}/x`)).status).toBe(400)
})

test('search: words, facets, and what each further choice would leave', async () => {
  const { url } = await serve([BRIDGE, KILLINGS])
  const found = async (query: string) => {
    const { total, statements } = await get<SearchAnswer>(url, `search?${query}`)
    return [total, ...statements.map(({ content }) => content)]
  }
  const table: [query: string, expected: (string | number)[], why: string][] = [
    ['', [3, 'the bridge was closed', 'the killings', 'shops burned'], 'nothing asked is everything'],
    ['q=killing', [1, 'the killings'], 'other forms of the word'],
    ['q=%22bridge+closed%22', [0], 'side by side'],
    ['q=%21%21', [0], 'no word at all'],
    ['outlet=Bridge+Courier', [1, 'the bridge was closed'], 'an outlet'],
    [
      'outlet=(source.txt)&outlet=Bridge+Courier',
      [3, 'the bridge was closed', 'the killings', 'shops burned'],
      'either',
    ],
    ['signal=nobody+named', [1, 'shops burned'], 'a signal'],
    ['signal=unnamed+source&outlet=Bridge+Courier', [0], 'both facets'],
    ['source=nobody-of-that-name', [0], 'a value that is not there'],
    ['from=2020', [0], 'what has no date lies in no time'],
  ]
  for (const [query, expected, why] of table) expect(await found(query), why).toEqual(expected)
  const { facets } = await get<SearchAnswer>(url, 'search?outlet=Bridge+Courier')
  expect(facets.outlet).toEqual([
    { value: 'Bridge Courier', count: 1 },
    { value: '(source.txt)', count: 2 },
  ])
  expect(facets.source).toEqual([{ value: 'Ada Quist', count: 1 }])
})

test('search: by what a statement tells of, and by the signals about it', async () => {
  const [wire, radio] = TWO_REPORTS
  const [article] = radio.reading.articles
  const signals = [
    ...(article.signals ?? []),
    { code: 'interested-source' as const, spans: [], why: 'It has a stake.', statement: 's1', event: 'v1' },
  ]
  const staked = { ...radio, reading: { ...radio.reading, articles: [{ ...article, signals }] } }
  const { url } = await serve([wire, staked])
  const { facets } = await get<SearchAnswer>(url, 'search')
  expect(facets.type, 'the strike is told by the reporter').toEqual([{ value: 'ASSAULT', count: 2 }])
  expect(facets.signal).toContainEqual({ value: 'source with a stake', count: 1 })
  expect((await get<SearchAnswer>(url, 'search?type=ASSAULT&signal=source+with+a+stake')).total).toBe(1)
  expect((await get<SearchAnswer>(url, 'search?type=PROTEST')).total).toBe(0)
})

test('a place that an article names by two entities counts once', async () => {
  const { received, reading } = BRIDGE
  const place = { type: 'place' as const, name: 'the river', mentions: [] }
  const [article] = reading.articles
  const entities = [...article.entities, { ...place, id: 'p1' }, { ...place, id: 'p2' }]
  const { url } = await serve([{ received, reading: { ...reading, articles: [{ ...article, entities }] } }])
  expect((await get<SearchAnswer>(url, 'search')).facets.place).toEqual([{ value: 'the river', count: 1 }])
})

test('sources: who cites whom, and all that one said', async () => {
  const { url } = await serve([BRIDGE, KILLINGS])
  const { sources, citations } = await get<SourceListAnswer>(url, 'sources')
  expect(sources.map(({ name, named }) => [name, named])).toEqual([
    ['A source', false],
    ['Ada Quist', true],
  ])
  expect(citations).toContainEqual({ outlet: 'Bridge Courier', source: 'Ada Quist', count: 1 })
  const page = await get<SourcePageAnswer>(url, 'source?name=Ada+Quist')
  expect(page.said.map(({ content }) => content)).toEqual(['the bridge was closed'])
  expect((await fetch(`${url}api/source?name=Nobody`)).status).toBe(404)
})

test('what is added is read, kept once, and found at once', async () => {
  const { url } = await serve([BRIDGE])
  const add = (name: string, body: string) =>
    fetch(`${url}api/documents?name=${name}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/octet-stream' },
    })
  const first: AddedAnswer = JSON.parse(await (await add('storm.txt', 'Bo said the storm passed.')).text())
  expect(first).toMatchObject({ name: 'storm.txt', known: false, articles: [{ statements: 1 }] })
  const again: AddedAnswer = JSON.parse(await (await add('copy.txt', 'Bo said the storm passed.')).text())
  expect(again).toMatchObject({ known: true, sha256: first.sha256 })
  expect((await get<SearchAnswer>(url, 'search?q=storm')).total).toBe(1)
  const broken = await add('b.txt', 'broken')
  expect([broken.status, await broken.json()]).toEqual([422, { error: 'the reader broke on it' }])
  expect((await get<OverviewAnswer>(url, 'overview')).documents).toBe(2)
})

test('every answer is as the OpenAPI page describes it', async () => {
  const { url } = await serve(TWO_REPORTS, { incidents: TWO_INCIDENTS })
  const { sha256 } = TWO_REPORTS[0].reading.document
  const document = await get<{ paths: Record<string, Record<string, { responses: Record<string, Described> }>> }>(
    url,
    'openapi.json',
  )
  const ajv = new Ajv2020({ strict: false })
  ajv.addSchema({ ...document, $id: 'openapi' })
  const asked: Record<string, string> = {
    '/api/overview': 'overview',
    '/api/articles': 'articles',
    '/api/articles/{document}/{article}': `articles/${sha256}/1`,
    '/api/citation/{document}': `citation/${sha256}?at=0-5`,
    '/api/collections': 'collections',
    '/api/facts': 'facts?without=date',
    '/api/search': 'search?q=blast&kind=person',
    '/api/sources': 'sources',
    '/api/source': 'source?name=Mira+Vostrik',
    '/api/incidents': 'incidents',
    '/api/incidents/{id}': 'incidents/i-1',
    '/api/incidents-inside': 'incidents-inside?place=herat',
    '/api/map-names': 'map-names?west=60&south=30&east=70&north=40',
    '/api/review': 'review',
    '/api/review/places': 'review/places?name=Herat',
    '/api/review/incidents': 'review/incidents?q=strike&near=i-1',
    '/api/review/whereabouts': 'review/whereabouts?decision=1',
    '/api/approval': 'approval',
    '/api/since': 'since?from=0',
    '/api/since/count': 'since/count?who=Ada',
    '/api/session': 'session',
    '/api/people': 'people',
  }
  const gets = Object.entries(document.paths).filter(([, path]) => path.get)
  expect(Object.keys(asked).sort()).toEqual(gets.map(([path]) => path).sort())
  for (const [path, { get: route }] of gets) {
    const pointer = `openapi#/paths/${path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/get/responses/200/content/application~1json/schema`
    const answer = await get(url, asked[path])
    expect(route.responses['200'].content).toBeDefined()
    expect(ajv.validate({ $ref: pointer }, answer), `${path}: ${ajv.errorsText()}`).toBe(true)
  }
})

interface Described {
  content?: object
}
