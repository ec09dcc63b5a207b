// Requests to the pages' server: addresses, heads and bodies damaged at random, sent as bytes, so that nothing mends them on the way.

import { connect } from 'node:net'
import { join } from 'node:path'
import { writeIncidents } from '../../record/incidents/store.ts'
import { closeRecord, type OpenRecord, openRecord } from '../../record/open.ts'
import { writeDocument } from '../../record/write.ts'
import { type Listening, listen } from '../../server/listen.ts'
import { closeAfterwards } from '../closing.ts'
import { damage } from '../damage.ts'
import { makeReading } from '../made-reading.ts'
import { refreshNow } from '../refresh-now.ts'
import { REVIEWED_TEXT, reviewedReading } from '../reviewed-reading.ts'
import { lineReader } from '../served.ts'
import { TWO_INCIDENTS, TWO_REPORTS } from '../two-incidents.ts'
import { changeJson } from './change-json.ts'
import { type Attempt, type Door, faultOf, pick, type Random } from './door.ts'

const NOON = '2024-05-01T12:00:00.000Z'
const { received, reading: bare } = makeReading(REVIEWED_TEXT, { origin: 'qarn.txt' })
const reviewed = { ...reviewedReading(), document: bare.document, reader: bare.reader }
const [article] = reviewed.articles
const { sha256 } = bare.document
const [incident, other] = TWO_INCIDENTS.map(({ id }) => id)

/** After so many, a new record: what was decided and added makes every answer slower. */
const ATTEMPTS_A_RECORD = 300
const LIMIT_MS = 5000

export const server: Door = {
  name: 'server',
  open: async (folder) => {
    let opened: Opened | null = null
    closeAfterwards(() => opened?.close())
    let attempts = 0
    return async (random): Promise<Attempt> => {
      if (opened === null || attempts++ % ATTEMPTS_A_RECORD === 0) {
        await opened?.close()
        opened = await openServer(join(folder, `${attempts}.db`))
      }
      const { port, faults, record } = opened
      faults.length = 0
      const request = await makeRequest(port, random)
      const answer = await send(port, request)
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
      if (status >= 500) faults.push(`${answer.slice(0, 300)}`)
      if (random() < 0.02) refreshNow(record)
      // Whatever was sent, the next one is answered.
      const after = await send(port, headOf('GET', '/api/articles', port))
      if (!after.startsWith('HTTP/1.1 200')) faults.push(`afterwards: ${after.slice(0, 300) || 'no answer'}`)
      return {
        taken: status >= 200 && status < 300,
        faults: faults.map((fault) => `${fault}\n  after ${JSON.stringify(request.toString('latin1').slice(0, 1500))}`),
      }
    }
  },
}

interface Opened {
  port: number
  record: OpenRecord
  /** What it complained about since the list was emptied. */
  faults: string[]
  close(): Promise<void>
}

async function openServer(path: string): Promise<Opened> {
  const record = openRecord(path, 'create')
  writeDocument(record, received, reviewed, NOON)
  for (const made of TWO_REPORTS) writeDocument(record, made.received, made.reading, NOON)
  writeIncidents(record, TWO_INCIDENTS)
  const faults: string[] = []
  const settings = {
    record,
    reader: lineReader,
    refreshIncidents: () => {},
    now: () => NOON,
    maxSize: 100_000,
    pages: new Map(),
    version: '0',
    user: 'reviewer',
    findPlaces: () => [],
    placesIn: () => [],
    placesInside: () => () => [],
    complain: (error: unknown) => faults.push(faultOf(error)),
  }
  const listening: Listening = await listen(settings, { host: null, port: 0 })
  return {
    port: Number(new URL(listening.url).port),
    record,
    faults,
    async close() {
      await listening.close()
      closeRecord(record)
    },
  }
}

const onArticle = { document: sha256, article: 1 }
const BODIES: readonly [path: string, body: object][] = [
  ['/api/review/decisions', { kind: 'statement', ...onArticle, verdict: 'confirm', seen: article.statements[0] }],
  ['/api/review/decisions', { kind: 'event', ...onArticle, verdict: 'reject', seen: article.events[0] }],
  [
    '/api/review/decisions',
    {
      kind: 'event',
      ...onArticle,
      verdict: 'add',
      to: {
        trigger: [0, 4],
        type: 'ASSAULT',
        mode: 'beating',
        status: 'actual',
        place: null,
        time: null,
        statement: 's1',
      },
    },
  ],
  [
    '/api/review/decisions',
    {
      kind: 'place',
      ...onArticle,
      verdict: 'add',
      to: { span: [0, 6], place: { lat: 1, lon: 2, country: 'SY', precision: 'settlement', confidence: 1 } },
    },
  ],
  ['/api/review/decisions', { kind: 'time', ...onArticle, verdict: 'add', to: { span: [0, 6], value: '2016-06-26' } }],
  [
    '/api/review/decisions',
    {
      kind: 'statement',
      ...onArticle,
      verdict: 'add',
      to: {
        source: { spans: [[0, 3]], kind: 'person', named: true },
        cue: [[4, 8]],
        content: [[9, 20]],
        manner: 'indirect',
        stance: 'asserts',
      },
    },
  ],
  ['/api/review/decisions', { kind: 'incident', verdict: 'merge', incidents: [incident, other] }],
  [
    '/api/review/decisions',
    { kind: 'incident', verdict: 'split', incidents: [incident], accounts: [{ sha256, article: 1, event: 'v1' }] },
  ],
  ['/api/review/decisions', { kind: 'title', incident, seen: null, to: 'The depot' }],
  ['/api/review/decisions', { kind: 'tag', verdict: 'add', incident, tag: 'to check' }],
  ['/api/review/decisions', { kind: 'party', wish: 'same', party: 'Mira Vostrik', other: 'Ada' }],
  ['/api/review/decisions', { kind: 'party', wish: 'side', party: 'Mira Vostrik', side: 'police' }],
  ['/api/review/decisions', { kind: 'note', on: 'incident', id: incident, text: 'Call them' }],
  [
    '/api/review/account',
    { incident, source: 'a nurse', named: false, words: 'Two were brought in.', said: '2024-05-01' },
  ],
  ['/api/review/withdraw', { number: 4 }],
  ['/api/review/restore', { number: 4 }],
  ['/api/reliability', { name: 'Ada', reliability: 'B', why: 'was there', who: 'Eve' }],
  [`/api/facts/${sha256}`, { outlet: 'Qarn Wire', published: '2016-06-26', url: 'https://a.example/1', title: null }],
]
const ADDRESSES = [
  '/api/overview',
  '/api/articles?page=2&outlet=Northern%20Wire',
  `/api/articles/${sha256}/1`,
  '/api/search?q=%22blast%20killed%22%20depot*&stance=denies&from=2024-01&to=2024-12-31&page=1',
  '/api/search?source=Ada&source=Eve&type=ASSAULT&place=Herat&month=2024-04&signal=relayed',
  '/api/sources?name=a&named=yes&page=1',
  '/api/source?name=Mira%20Vostrik',
  '/api/incidents',
  `/api/incidents/${incident}`,
  '/api/incidents-inside?place=AF',
  '/api/map-names?west=10&south=-20&east=30.5&north=40&most=10',
  `/api/citation/${sha256}?article=1&statement=s1&format=bibtex`,
  '/api/review?page=1',
  '/api/review/places?name=Herat',
  `/api/review/incidents?q=blast&near=${incident}`,
  '/api/review/whereabouts?decision=4',
  '/api/facts?without=date',
  '/api/openapi.json',
  '/',
  '/incidents/i-1?x=1',
]
const HEADS: readonly [name: string, value: string][] = [
  ['origin', 'null'],
  ['content-type', 'text/plain'],
  ['content-length', '99999999999'],
  ['content-length', '-1'],
  ['transfer-encoding', 'chunked'],
  ['expect', '100-continue'],
  ['cookie', 'hearsay_token=%ff; ;='],
  ['authorization', 'Bearer '],
  ['range', 'bytes=9-1'],
  ['if-none-match', '*'],
  ['accept-encoding', 'gzip;q=x, *'],
  ['connection', 'upgrade'],
  ['x-forwarded-host', 'evil.example'],
]

async function makeRequest(port: number, random: Random): Promise<Buffer> {
  const request = await pick([readAway, readAway, decide, decide, decide, add], random)(port, random)
  return random() < 0.25 ? damage(request, random) : request
}

const headOf = (
  method: string,
  path: string,
  port: number,
  more: readonly (readonly [string, string])[] = [],
): Buffer =>
  Buffer.from(
    [
      `${method} ${path} HTTP/1.1`,
      `host: 127.0.0.1:${port}`,
      'connection: close',
      ...more.map((pair) => pair.join(': ')),
      '\r\n',
    ].join('\r\n'),
    'latin1',
  )

const strayHead = (random: Random) => (random() < 0.15 ? [pick(HEADS, random)] : [])

async function readAway(port: number, random: Random): Promise<Buffer> {
  const address = await damagedAddress(pick(ADDRESSES, random), random)
  return headOf(pick(['GET', 'GET', 'GET', 'HEAD', 'PUT'], random), address, port, strayHead(random))
}

/** Anything but the blanks and ends of lines that would make another request of it. */
async function damagedAddress(address: string, random: Random): Promise<string> {
  const damaged = random() < 0.8 ? (await damage(Buffer.from(address), random)).toString('latin1') : address
  const written = random() < 0.5 ? damaged : encodeURI(damaged)
  return `/${written.replace(/[\s\0]/g, '').slice(1, 10_000)}`
}

async function decide(port: number, random: Random): Promise<Buffer> {
  const [path, body] = pick(BODIES, random)
  const text = Buffer.from(JSON.stringify(random() < 0.8 ? changeJson(body, random) : body))
  return post(path, 'application/json', random() < 0.2 ? await damage(text, random) : text, port, random)
}

async function add(port: number, random: Random): Promise<Buffer> {
  const address = '/api/documents?name=a.txt&as=text&columns=text%3Dbody&published=2024-05-01&outlet=Wire'
  const path = random() < 0.7 ? await damagedAddress(address, random) : address
  const text = Buffer.from(pick(['Ada said it rained.', 'broken', '', 'Eve said “no”.'], random))
  return post(path, 'application/octet-stream', random() < 0.5 ? await damage(text, random) : text, port, random)
}

function post(path: string, type: string, body: Buffer, port: number, random: Random): Buffer {
  const heads = [['content-type', type], ['content-length', String(body.length)], ...strayHead(random)] as const
  return Buffer.concat([headOf('POST', path, port, heads), body])
}

/** The answer as text, or nothing where the server closed. Nothing more is sent, so that what is cut off ends there. */
function send(port: number, request: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    const timer = setTimeout(() => socket.destroy(), LIMIT_MS)
    socket
      .on('data', (chunk) => {
        answer += chunk.toString('latin1')
      })
      .on('error', () => {})
      .on('close', () => {
        clearTimeout(timer)
        resolve(answer)
      })
      .end(request)
  })
}
