// A record of invented articles -> how long each answer of the local application and each page in a browser takes, and which exceed the
// limits: the first answer of a server that has just started, of one that has made ahead what pages need, and the others; and what each
// answer costs after a decision. node benchmarks/pages.mjs [ARTICLES], after npm run build; the browser part needs Chromium on the PATH.

import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reconcile } from '../dist/reconciling/reconcile.js'
import { writeIncidents } from '../dist/record/incidents/store.js'
import { closeRecord, openRecord } from '../dist/record/open.js'
import { writeDocument } from '../dist/record/write.js'
import { listen } from '../dist/server/listen.js'
import { loadPages } from '../dist/server/pages.js'
import { inventReadings } from '../dist/testing/invented-readings.js'

const ARTICLES = Number(process.argv[2] ?? 20_000)
const ROUNDS = 5
/** In milliseconds. */
const ANSWERED = 300
const PAINTED = 1000

const STATEMENTS = 12
const SOURCES = 800
const COLLECTION = 'Drava'

const ms = (time) => (time === undefined ? '-' : `${time.toFixed(0)} ms`).padStart(8)

const both = ([clock, processor]) => `${ms(clock)} (${processor.toFixed(0)})`.padStart(18)

const folder = mkdtempSync(join(tmpdir(), 'hearsay-pages-'))
const record = openRecord(join(folder, 'hearsay.db'), 'create')
try {
  await run()
} finally {
  closeRecord(record)
  rmSync(folder, { recursive: true, force: true })
}

async function run() {
  const bytes = new TextEncoder().encode('invented')
  const readings = [...inventReadings(ARTICLES)].map(({ reading }) => withHash(reading))
  for (const [number, reading] of readings.entries()) {
    const { origin } = reading.document
    // Every fourth is filed.
    const given = number % 4 === 0 ? { collection: COLLECTION } : {}
    writeDocument(record, { bytes, origin, ...given }, asTalkative(reading, number), '2024-05-01T12:00:00.000Z')
  }
  const incidents = reconcile(readings)
  writeIncidents(record, incidents)
  const started = performance.now()
  const server = await listen(settings(), { host: null, port: 0 })
  const listening = performance.now() - started
  const { statements } = await (await fetch(`${server.url}api/overview`)).json()
  console.log(
    `${ARTICLES} articles, ${statements} statements, ${incidents.length} incidents; listening after ${listening.toFixed(0)} ms`,
  )
  const { sha256 } = readings[Math.floor(readings.length / 2)].document
  const { sources } = await (await fetch(`${server.url}api/sources`)).json()
  const source = encodeURIComponent(sources[0].name)
  const [{ id }] = incidents
  const pages = {
    Overview: ['/', 'overview'],
    Articles: ['/articles', 'articles'],
    Article: [`/articles/${sha256}/1`, `articles/${sha256}/1`],
    Statements: ['/search', 'search'],
    'Statements, a common word': ['/search?q=people', 'search?q=people'],
    'Statements, a type': ['/search?type=ASSAULT', 'search?type=ASSAULT'],
    'Statements, two facets': ['/search?kind=person&signal=unnamed+source', 'search?kind=person&signal=unnamed+source'],
    Sources: ['/sources', 'sources'],
    'The source most cited': [`/source?name=${source}`, `source?name=${source}`],
    Incidents: ['/incidents', 'incidents'],
    Incident: [`/incidents/${id}`, `incidents/${id}`],
    Review: ['/review', 'review'],
    'A collection': [`/?collection=${COLLECTION}`, `overview?collection=${COLLECTION}`],
    'Its incidents': [`/incidents?collection=${COLLECTION}`, `incidents?collection=${COLLECTION}`],
    Collections: ['/collections', 'collections'],
  }
  const painted = await paintTimes(
    server.url,
    Object.values(pages).map(([path]) => path),
  )
  const over = []
  console.log('processor time in brackets')
  console.log('page                            just started        answer, first      answer, median    painted')
  for (const [at, [name, [, api]]] of Object.entries(pages).entries()) {
    const started = await listen(settings(), { host: null, port: 0 })
    const atOnce = await timedInBoth(`${started.url}api/${api}`)
    await started.close()
    const fresh = await listen(settings(), { host: null, port: 0 })
    await untilPrepared()
    const first = await timedInBoth(`${fresh.url}api/${api}`)
    const times = []
    for (let round = 0; round < ROUNDS; round++) times.push(await timed(`${fresh.url}api/${api}`))
    await fresh.close()
    const median = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]
    const misses = [
      ...(name === 'Overview' && atOnce[0] > ANSWERED ? [`first answers in over ${ANSWERED} ms`] : []),
      ...(Math.max(first[0], median) > ANSWERED ? [`answers in over ${ANSWERED} ms`] : []),
      ...(painted[at] > PAINTED ? [`is painted in over ${PAINTED} ms`] : []),
    ]
    over.push(...misses.map((miss) => `${name} ${miss}`))
    console.log(
      `${name.padEnd(28)} ${both(atOnce)}   ${both(first)}        ${ms(median)}         ${ms(painted[at])}  ${misses.length > 0 ? '<- over' : ''}`.trimEnd(),
    )
  }
  await afterDecisions(pages, incidents)
  const limits = `${ANSWERED} ms for an answer, ${PAINTED} ms until painted`
  console.log(
    over.length === 0 ? `All within the limits: ${limits}.` : `Over the limits (${limits}):\n  ${over.join('\n  ')}`,
  )
  if (painted.length === 0) console.log('Not painted: there is no Chromium.')
  await server.close()
}

/** By the clock, which others on the machine lengthen, and in processor time of this process. */
async function timedInBoth(url) {
  let clock = 0
  const processor = await spent(async () => {
    clock = await timed(url)
  })
  return [clock, processor]
}

async function spent(work) {
  const { user, system } = process.cpuUsage()
  await work()
  const now = process.cpuUsage({ user, system })
  return (now.user + now.system) / 1000
}

/** What each answer costs this process when somebody has just noted something, or confirmed an event. */
async function afterDecisions(pages, incidents) {
  const fresh = await listen(settings(), { host: null, port: 0 })
  const api = `${fresh.url}api/`
  const decide = async (body) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${api}review/decisions`, { method: 'POST', body: JSON.stringify(body), headers })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  }
  const { articles } = await (await fetch(`${api}articles`)).json()
  for (const [, path] of Object.values(pages)) await timed(`${api}${path}`)
  console.log('processor time of an answer    unchanged   after a note   after an event was confirmed')
  for (const [at, [name, [, path]]] of Object.entries(pages).entries()) {
    const figures = [await spent(() => timed(`${api}${path}`))]
    await decide({ kind: 'note', on: 'incident', id: incidents[at].id, text: 'asked the district office' })
    figures.push(await spent(() => timed(`${api}${path}`)))
    const document = articles[at].sha256
    const { article } = await (await fetch(`${api}articles/${document}/1`)).json()
    await decide({ kind: 'event', verdict: 'confirm', document, article: 1, seen: article.events[0] })
    figures.push(await spent(() => timed(`${api}${path}`)))
    console.log(`${name.padEnd(28)} ${figures.map((time) => ms(time).padStart(12)).join('')}`)
  }
  await fresh.close()
}

/** As that of a file, which decisions ask for. */
function withHash(reading) {
  const sha256 = createHash('sha256').update(reading.document.id).digest('hex')
  return { ...reading, document: { ...reading.document, sha256 } }
}

/** An invented reading has one statement; a report has about twelve, of many sources. */
function asTalkative(reading, number) {
  const articles = reading.articles.map((article) => ({
    ...article,
    statements: Array.from({ length: STATEMENTS }, (_, index) => ({
      ...article.statements[0],
      id: `s${index}`,
      source: { ...article.statements[0].source, named: index % 2 === 0, entity: `x${index}` },
    })),
    entities: [
      ...article.entities,
      ...Array.from({ length: STATEMENTS }, (_, index) => ({
        id: `x${index}`,
        type: 'person',
        name: `Source ${Math.floor(((number * 7919 + index * 104729) % SOURCES) ** 2 / SOURCES)}`,
        mentions: [],
      })),
    ],
  }))
  return { ...reading, articles }
}

/** Until this process has nothing more to do: what a server makes ahead is there. */
async function untilPrepared() {
  for (let idle = 0; idle < 5; ) {
    const before = process.cpuUsage()
    await new Promise((resolve) => setTimeout(resolve, 100))
    const { user, system } = process.cpuUsage(before)
    idle = user + system < 10_000 ? idle + 1 : 0
  }
}

function settings() {
  return {
    record,
    reader: { read: async () => ({ failure: new Error('nothing is read here') }) },
    refreshIncidents: () => {},
    now: () => new Date().toISOString(),
    maxSize: 1_000_000,
    pages: loadPages(fileURLToPath(new URL('../dist/web', import.meta.url))),
    version: '0',
    complain: console.error,
    user: 'nobody',
    findPlaces: () => [],
    placesInside: () => (places) => places,
  }
}

async function timed(url) {
  const started = performance.now()
  const response = await fetch(url)
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return performance.now() - started
}

/** From the request to the first frame that shows the page's heading, each page in a window of its own. */
async function paintTimes(url, paths) {
  const { chromium } = await import('playwright-core')
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    process.getBuiltinModule('node:fs').existsSync(path),
  )
  if (!executablePath) return []
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const times = []
  const first = await browser.newPage()
  await first.goto(url) // the browser's own start is nobody's page
  for (const path of paths) {
    const page = await browser.newPage()
    const started = performance.now()
    await page.goto(new URL(path, url).href, { waitUntil: 'commit' })
    await page.locator('h1').waitFor({ state: 'attached' })
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    times.push(performance.now() - started)
    await page.close()
  }
  await browser.close()
  return times
}
