// A record of invented articles, served by a process of its own to people who sign in: so many read and so many decide at once -> how long
// each waits, and whether the log has every decision that was accepted, each under the name of whoever made it.
// node benchmarks/people.mjs [ARTICLES] [READING] [DECIDING] [SECONDS] [PAUSE_MS], after npm run build

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { firstBrokenEntry, listEntries } from '../dist/record/custody/log.js'
import { refreshIncidents } from '../dist/record/incidents/refresh.js'
import { closeRecord, openRecord } from '../dist/record/open.js'
import { hashPassword } from '../dist/record/people/password.js'
import { addPerson } from '../dist/record/people/people.js'
import { writeDocument } from '../dist/record/write.js'
import { inventReadings } from '../dist/testing/invented-readings.js'

const [ARTICLES = 2000, READING = 200, DECIDING = 10, SECONDS = 30, PAUSE_MS = 2000] = process.argv.slice(2).map(Number)
const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const PASSWORD = 'seven ripe medlars'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-people-'))
const path = join(folder, 'hearsay.db')
// A connection for each request: one that is kept may be closed by the server in the moment in which it is used.
const agent = new Agent({ keepAlive: false })
try {
  process.exitCode = (await run()) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function run() {
  const documents = await makeRecord()
  const { child, url } = await serve()
  const api = (method, to, cookie, body) => ask(new URL(`/api/${to}`, url), method, cookie, body)
  const deciding = await signInAll(api, 'Reviewer', DECIDING)
  const reading = await signInAll(api, 'Reader', READING)
  const { incidents } = JSON.parse((await api('GET', 'incidents', reading[0].cookie)).body)
  const pages = (number) => [
    'overview',
    `articles/${documents[(number * 37) % documents.length]}/1`,
    'incidents',
    `incidents/${incidents[number % incidents.length].id}`,
    'search?q=people',
    'sources',
    'review',
    'articles',
  ]
  const before = cpuSeconds(child.pid)
  const until = performance.now() + SECONDS * 1000
  const read = { times: [], refused: new Map() }
  const decided = { times: [], refused: new Map() }
  const accepted = new Map()
  await Promise.all([
    ...reading.map(async ({ cookie }, number) => {
      await pause(Math.random() * PAUSE_MS)
      for (let turn = number; performance.now() < until; turn++) {
        const list = pages(number + turn)
        await timed(read, () => api('GET', list[turn % list.length], cookie))
        await pause(PAUSE_MS)
      }
    }),
    ...deciding.map(async ({ name, cookie }, at) => {
      for (let turn = 0; performance.now() < until; turn++) {
        const body = await nextDecision(api, cookie, { turn, mine: at + turn * DECIDING, incidents, documents })
        const answer = await timed(decided, () => api('POST', 'review/decisions', cookie, body))
        const about = body.kind === 'note' ? body.text : body.document
        if (answer.status === 200) accepted.set(JSON.parse(answer.body).number, { name, about })
        await pause(PAUSE_MS / 4)
      }
    }),
  ])
  const cpu = cpuSeconds(child.pid) - before
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('close', resolve))
  console.log(
    `${ARTICLES} articles, ${incidents.length} incidents; ${READING} reading, ${DECIDING} deciding, ${SECONDS} s`,
  )
  tell('read', read)
  tell('decide', decided)
  const answers = read.times.length + decided.times.length
  console.log(`the server computed ${cpu.toFixed(1)} s, ${((1000 * cpu) / answers).toFixed(0)} ms an answer`)
  return compare(accepted)
}

/** By turns, an event of an article is confirmed, which draws its rows again and makes incidents stale, and an incident gets a note. */
async function nextDecision(api, cookie, { turn, mine, incidents, documents }) {
  const who = 'somebody else'
  if (turn % 2 === 1)
    return { kind: 'note', on: 'incident', id: incidents[mine % incidents.length].id, text: `note ${mine}`, who }
  const document = documents[mine % documents.length]
  const { article } = JSON.parse((await api('GET', `articles/${document}/1`, cookie)).body)
  return { kind: 'event', verdict: 'confirm', document, article: 1, seen: article.events[0], who }
}

async function makeRecord() {
  const record = openRecord(path, 'create')
  const shas = []
  for (const { reading } of inventReadings(ARTICLES)) {
    const bytes = new TextEncoder().encode(reading.document.text + reading.document.origin)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const document = { ...reading.document, id: sha256, sha256 }
    writeDocument(record, { bytes, origin: document.origin }, { ...reading, document }, '2024-05-01T12:00:00.000Z')
    shas.push(sha256)
  }
  refreshIncidents(record)
  const password = await hashPassword(PASSWORD)
  const add = (name, role) => addPerson(record, name, { role, password, addedAt: '2024-05-01T12:00:00.000Z' })
  add('Owner', 'owner')
  for (let at = 0; at < DECIDING; at++) add(`Reviewer ${at}`, 'reviewer')
  for (let at = 0; at < READING; at++) add(`Reader ${at}`, 'reader')
  closeRecord(record)
  return shas
}

function serve() {
  const child = spawn(process.execPath, [
    MAIN,
    'serve',
    '--record',
    path,
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--no-open',
  ])
  child.stderr.on('data', (chunk) => !/in the clear/.test(chunk) && process.stderr.write(chunk))
  return new Promise((resolve) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const [url] = /http:\S+/.exec(said) ?? []
      if (url) resolve({ child, url })
    })
  })
}

/** Two at a time, as they would come in the morning. */
async function signInAll(api, kind, count) {
  const people = Array.from({ length: count }, (_, at) => ({ name: `${kind} ${at}`, cookie: '' }))
  const queue = [...people]
  const one = async () => {
    for (let person = queue.shift(); person; person = queue.shift()) {
      const { status, cookies } = await api('POST', 'session', '', { name: person.name, password: PASSWORD })
      if (status !== 200) throw new Error(`${person.name}: ${status}`)
      person.cookie = cookies.map((line) => line.split(';')[0]).join('; ')
    }
  }
  await Promise.all([one(), one()])
  return people
}

function ask(url, method, cookie, body) {
  const sent = body ? JSON.stringify(body) : ''
  const headers = {
    cookie,
    ...(sent ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) } : {}),
  }
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, agent, headers }, (response) => {
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          cookies: response.headers['set-cookie'] ?? [],
          body: Buffer.concat(parts).toString(),
        }),
      )
    })
    asked.on('error', reject)
    asked.end(sent)
  })
}

async function timed(figures, work) {
  const started = performance.now()
  const answer = await work()
  figures.times.push(performance.now() - started)
  if (answer.status !== 200) figures.refused.set(answer.status, (figures.refused.get(answer.status) ?? 0) + 1)
  return answer
}

function tell(what, { times, refused }) {
  const sorted = times.sort((a, b) => a - b)
  const at = (share) => `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)} ms`
  const not = [...refused].map(([status, count]) => `${count} answered ${status}`).join(', ') || 'all answered 200'
  console.log(
    `${what.padEnd(7)} ${String(times.length).padStart(6)}   median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)}   ${not}`,
  )
}

function compare(accepted) {
  const record = openRecord(path, 'read')
  const logged = [...listEntries(record)].filter(({ what }) => what === 'decide')
  const broken = firstBrokenEntry(record)
  closeRecord(record)
  const right = logged.filter(({ number, who, detail }) => {
    const said = accepted.get(number)
    const { kind, after, document } = JSON.parse(detail)
    return said && said.name === who && said.about === (kind === 'note' ? after : document)
  })
  console.log(
    `${accepted.size} decisions accepted, ${logged.length} in the log, ${right.length} about the same under the same name; ${broken === null ? 'the chain of the log holds' : `entry ${broken} is broken`}`,
  )
  return logged.length === accepted.size && right.length === accepted.size && broken === null
}

/** Of the server alone, which a busy machine does not change much; on Linux. */
function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
