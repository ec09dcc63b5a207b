import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFetcher } from '../fetching/fetcher.ts'
import { listDocuments } from '../record/documents.ts'
import { listIncidents } from '../record/incidents/list.ts'
import { closeRecord, type OpenRecord, openRecord } from '../record/open.ts'
import { writeDecision } from '../record/write-decision.ts'
import type { Anchor } from '../review/decision.ts'
import { quoteOf } from '../review/quote.ts'
import { virtualClock } from '../testing/fetch-for-tests.ts'
import { scratchFolder } from '../testing/hearsay.ts'
import type { Made } from '../testing/made-reading.ts'
import { readRoughly } from '../testing/read-roughly.ts'
import { TWO_INCIDENTS, TWO_REPORTS } from '../testing/two-incidents.ts'
import { startRawServer, startWebServer } from '../testing/web-server.ts'
import type { Article } from '../types.ts'
import { listChanges } from './changes.ts'
import { type News, ofIncident } from './news.ts'
import { watch } from './watch.ts'
import type { Watcher } from './watcher.ts'

const MINUTE = 60_000

interface Round {
  news: News[]
  told: string[]
}

/** One record, watched in rounds. */
function startWatching(change: Partial<Watcher> = {}) {
  const folder = scratchFolder()
  const record = openRecord(join(folder, 'watched.db'), 'create')
  const clock = virtualClock(Date.now())
  const { signal } = new AbortController()
  const fetcher = openFetcher({
    userAgent: 'hearsay/0.1.0',
    maxSize: 100_000,
    mayAsk: () => true,
    pauseMs: 0,
    clock,
    signal,
  })
  const round = async (...typed: string[]): Promise<Round> => {
    const news: News[] = []
    const told: string[] = []
    await watch(typed, {
      record,
      fetcher,
      read: async (received) => ({ reading: readRoughly(received) }),
      pace: { every: 15 * MINUTE, longest: 60 * MINUTE },
      maxSize: 100_000,
      follow: true,
      once: true,
      clock,
      random: () => 0,
      signal,
      tell: (message) => told.push(message),
      say: async (some) => void news.push(...some),
      ...change,
    })
    return { news, told }
  }
  return { folder, record, later: (ms: number) => clock.sleep(ms), round, end: () => closeRecord(record) }
}

const originsIn = (record: OpenRecord) => Array.from(listDocuments(record), ({ origin }) => origin)
const kindsOf = ({ news }: Round) => news.map((each) => each.news)

const page = (text: string) => `<html><body><p>© Wire</p><p>${text}</p></body></html>`
const feed = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Wire</title>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`

/** What is put into `pages` is there from then on. */
const servePages = (pages: Record<string, string>) =>
  startWebServer((path, response) => response.writeHead(pages[path] === undefined ? 404 : 200).end(pages[path]))

test('a feed: its articles, a correction, and no word of new furniture', async () => {
  const pages: Record<string, string> = {
    '/feed': feed('<link>/a</link>', '<link>/b</link>'),
    '/a': page('Two people were killed, the mayor said.'),
    '/b': page('The bridge was closed.'),
  }
  const { url, asked } = await servePages(pages)
  const { record, later, round, end } = startWatching()
  const first = await round(`${url}/feed`)
  expect(first).toMatchObject({
    told: [],
    news: [
      { news: 'article', address: `${url}/a` },
      { news: 'article', address: `${url}/b` },
    ],
  })
  expect(kindsOf(await round(`${url}/feed`))).toEqual([])
  expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/feed', '/a', '/b'])

  later(65 * MINUTE)
  pages['/a'] = page('Four people were killed, the mayor said.')
  pages['/b'] = pages['/b'].replace('© Wire', '© Wire, and friends')
  const second = await round(`${url}/feed`)
  expect(second.news).toMatchObject([
    { news: 'correction', change: { address: `${url}/a`, differences: [{ removed: 'Two', added: 'Four' }] } },
  ])
  expect(originsIn(record)).toEqual([`${url}/a`, `${url}/b`, `${url}/a`])
  // Back to what it was: the bytes are known, and the change is one all the same.
  later(7 * 60 * MINUTE)
  pages['/a'] = page('Two people were killed, the mayor said.')
  expect((await round(`${url}/feed`)).news).toMatchObject([
    { news: 'correction', change: { differences: [{ removed: 'Four', added: 'Two' }] } },
  ])
  expect(Array.from(listChanges(record), ({ differences }) => differences[0].added)).toEqual(['Four', 'Two'])
  end()
})

test('a feed by itself: entries as it carries them, changed ones as versions, two of one name as two', async () => {
  const entry = (link: string, text: string) => `<link>${link}</link><description>${text}</description>`
  const pages = { '/feed': feed(entry('/a', 'Two died.'), entry('/live', 'Post one.'), entry('/live', 'Post two.')) }
  const { url, asked } = await servePages(pages)
  const { record, later, round, end } = startWatching({ follow: false })
  expect(kindsOf(await round(`${url}/feed`))).toEqual(['article', 'article', 'article'])
  later(16 * MINUTE)
  pages['/feed'] = feed(entry('/a', 'Four died.'), entry('/live', 'Post one.'), entry('/live', 'Post two.'))
  expect((await round(`${url}/feed`)).news).toMatchObject([
    { news: 'correction', change: { address: `${url}/feed#/a` } },
  ])
  later(16 * MINUTE)
  expect(kindsOf(await round(`${url}/feed`))).toEqual([])
  expect(originsIn(record)).toHaveLength(4)
  expect(asked.filter(({ path }) => path === '/a')).toEqual([])
  end()
})

test('entries that link nowhere are taken from the feed; links into private networks are refused', async () => {
  const pages = {
    '/feed': feed(
      '<link>mailto:desk@wire.example</link><description>By mail.</description>',
      '<description>No link.</description>',
      '<link>http://inner.example:PORT/secret</link>',
      '<link>http://0x7f.1:PORT/secret</link>',
      '<link>file:///etc/passwd</link><description>A file.</description>',
    ),
  }
  const { url, asked, port } = await servePages(pages)
  pages['/feed'] = pages['/feed'].replaceAll('PORT', String(port))
  const { record, end, round } = startWatching({
    fetcher: openFetcher({
      userAgent: 'hearsay/0.1.0',
      maxSize: 100_000,
      pauseMs: 0,
      clock: virtualClock(Date.now()),
      signal: new AbortController().signal,
      resolve: async (host) => [{ address: host === 'wire.example' ? '127.0.0.1' : '10.0.0.7', family: 4 }],
      mayAsk: (_, host) => host === 'wire.example',
    }),
  })
  const { told } = await round(`${url.replace('127.0.0.1', 'wire.example')}/feed`)
  expect(originsIn(record).map((origin) => origin.replace(/.*#/, ''))).toEqual([
    'mailto:desk@wire.example',
    '2',
    'file:///etc/passwd',
  ])
  expect(told.toSorted()).toEqual([
    expect.stringMatching(
      /^http:\/\/127\.0\.0\.1:\d+\/secret: 127\.0\.0\.1 is in a private network .+ request it; it is asked again at /,
    ),
    expect.stringMatching(/^http:\/\/inner\.example:\d+\/secret: inner\.example is in a private network /),
  ])
  expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/feed'])
  end()
})

test('a list of feeds, from the web and from a file', async () => {
  const pages: Record<string, string> = {
    '/list': '<opml><body><outline xmlUrl="/feeds/one"/><outline xmlUrl="ftp://old.example/feed"/></body></opml>',
    '/feeds/one': feed('<link>/a</link>'),
    '/feeds/two': feed('<link>/b</link>'),
    '/a': page('One.'),
    '/b': page('Two.'),
  }
  const { url } = await servePages(pages)
  const { folder, record, round, end } = startWatching()
  writeFileSync(join(folder, 'feeds.opml'), `<opml><body><outline xmlUrl="${url}/feeds/two"/></body></opml>`)
  const { told } = await round(`${url}/list`, join(folder, 'feeds.opml'))
  expect(originsIn(record).toSorted()).toEqual([`${url}/a`, `${url}/b`])
  expect(told).toEqual([
    `${url}/list: ftp://old.example/feed: only http and https addresses can be requested, not ftp:`,
  ])
  end()
})

test('a feed that is in two lists and named itself is watched through each, and asked once', async () => {
  const pages = { '/feed': feed('<link>/a</link>'), '/a': page('One.') }
  const { url, asked } = await servePages(pages)
  const { folder, later, round, end } = startWatching()
  const lists = ['one.opml', 'two.opml'].map((name) => join(folder, name))
  for (const list of lists) writeFileSync(list, `<opml><body><outline xmlUrl="${url}/feed"/></body></opml>`)
  for (const named of [lists, [lists[1]], [lists[0]], [`${url}/feed`], []]) {
    const before = asked.length
    await round(...named)
    expect(asked.slice(before).map(({ path }) => path)).toContain('/feed')
    later(61 * MINUTE)
  }
  expect(asked.filter(({ path }) => path === '/feed')).toHaveLength(5)
  end()
})

test('a host that fails is asked a few times in a round, and keeps nobody waiting', async () => {
  const links = Array.from({ length: 30 }, (_, number) => `/story/${number}`)
  const dead = await startRawServer((socket) => socket.resetAndDestroy())
  const pages: Record<string, string> = {
    '/feed': feed(...links.map((link) => `<link>${dead.url}${link}</link>`), '<link>/a</link>'),
    '/a': page('One.'),
  }
  const { url } = await servePages(pages)
  const { record, round, end } = startWatching()
  const { told } = await round(`${url}/feed`)
  expect(originsIn(record)).toEqual([`${url}/a`])
  expect(told.length).toBeGreaterThan(1)
  expect(told.length).toBeLessThan(6)
  expect(dead.asked.length).toBeLessThan(12)
  end()
})

test('a folder: what is new, what was changed; what cannot be read is told once', async () => {
  const { folder, record, later, round, end } = startWatching()
  const reports = join(folder, 'reports')
  mkdirSync(reports)
  writeFileSync(join(reports, 'a.txt'), 'Two people were killed.')
  writeFileSync(join(reports, 'b.zip'), 'PK\x03\x04 broken')
  const first = await round(reports)
  expect(first).toMatchObject({ news: [{ news: 'article', address: join(reports, 'a.txt') }] })
  expect(first.told).toHaveLength(1)
  later(MINUTE)
  expect(await round(reports)).toEqual({ news: [], told: [] })
  writeFileSync(join(reports, 'a.txt'), 'Four people were killed.')
  writeFileSync(join(reports, 'c.ndjson'), '{"text":"One line."}\n{"text":"Another line."}\n')
  rmSync(join(reports, 'b.zip'))
  later(MINUTE)
  expect(kindsOf(await round(reports)).toSorted()).toEqual(['article', 'article', 'correction'])
  expect(originsIn(record)).toHaveLength(4)
  // Touched without a change it is looked at, and nothing comes of it.
  utimesSync(join(reports, 'a.txt'), 1, 1)
  later(MINUTE)
  expect(await round(reports)).toEqual({ news: [], told: [] })
  end()
})

test('a round takes what is due about now; failures come later; without a name it goes on with what it knows', async () => {
  const pages: Record<string, string> = { '/page': page('One.') }
  const { url, asked } = await servePages(pages)
  const { later, round, end } = startWatching()
  await expect(round()).rejects.toThrow('name a feed, page, folder or list of feeds to watch')
  await round(`${url}/page`)
  await round(`${url}/page`) // again at once: not yet
  expect(asked.filter(({ path }) => path === '/page')).toHaveLength(1)
  later(14 * MINUTE) // cron is a minute early
  pages['/page'] = page('Two.')
  expect(kindsOf(await round())).toEqual(['correction'])
  delete pages['/page']
  later(15 * MINUTE)
  expect((await round()).told).toEqual([
    expect.stringMatching(/\/page: the server has no such page \(404\); it is asked again at 20/),
  ])
  end()
})

test('reports of one event, one after the other: an incident, a second origin, a dispute', async () => {
  const made = new Map(TWO_REPORTS.map(({ reading }) => [reading.document.sha256, reading]))
  const { folder, later, round, end } = startWatching({
    read: async ({ bytes }) => {
      const reading = made.get(createHash('sha256').update(bytes).digest('hex'))
      return reading ? { reading } : { failure: new Error('no such report') }
    },
  })
  const reports = join(folder, 'reports')
  mkdirSync(reports)
  const [wire, radio] = TWO_REPORTS
  writeFileSync(join(reports, 'wire.txt'), wire.received.bytes)
  expect(kindsOf(await round(reports))).toEqual(['article', 'incident'])
  writeFileSync(join(reports, 'radio.txt'), radio.received.bytes)
  later(MINUTE)
  const second = await round(reports)
  expect(kindsOf(second).slice(0, 2)).toEqual(['article', 'origin'])
  expect(second.news.flatMap((each) => (each.news === 'dispute' ? [each.aspect.name] : []))).toContain('count:killed')
  end()
})

/** Wire and radio, with too little in common to be one event until a person says so; and the wire once more, reprinted. */
const [WIRE, LATE_RADIO, REPRINT] = ((): Made[] => {
  const [wire, radio] = TWO_REPORTS
  const late = madeOf(radio, radio.reading.document.text, (article) => {
    const { time: _, ...killed } = article.events[1]
    return { ...article, published: { value: '2024-05-10', basis: 'given' }, events: [killed] }
  })
  const reprinted = `${wire.reading.document.text}\nFrom our wire service.`
  return [wire, late, madeOf(wire, reprinted, (article) => ({ ...article, outlet: 'Southern Post' }))]
})()

function madeOf({ received, reading }: Made, text: string, change: (article: Article) => Article): Made {
  const bytes = new TextEncoder().encode(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    received: { ...received, bytes },
    reading: {
      ...reading,
      document: { ...reading.document, id: sha256, sha256, text },
      articles: reading.articles.map(change),
    },
  }
}

const mentionOf = ({ reading: { document, articles } }: Made, event: number): Anchor => ({
  document: document.sha256,
  quote: quoteOf(document.text, articles[0].events[event].trigger),
})

test('a reprint is no second origin of an incident that a person put together from two', async () => {
  const made = new Map([WIRE, LATE_RADIO, REPRINT].map(({ reading }) => [reading.document.sha256, reading]))
  const { folder, record, later, round, end } = startWatching({
    read: async ({ bytes }) => {
      const reading = made.get(createHash('sha256').update(bytes).digest('hex'))
      return reading ? { reading } : { failure: new Error('no such report') }
    },
  })
  const reports = join(folder, 'reports')
  mkdirSync(reports)
  const publish = (name: string, { received }: Made) => {
    writeFileSync(join(reports, name), received.bytes)
    later(MINUTE)
    return round(reports)
  }
  expect(kindsOf(await publish('wire.txt', WIRE))).toEqual(['article', 'incident'])
  expect(kindsOf(await publish('radio.txt', LATE_RADIO))).toEqual(['article', 'incident'])
  const [wire, radio] = [mentionOf(WIRE, 0), mentionOf(LATE_RADIO, 0)]
  writeDecision(
    record,
    { kind: 'incident', before: [[wire], [radio]], after: [[wire, radio]] },
    { who: 'Ada', at: '2024-05-02T00:00:00.000Z' },
  )
  expect(kindsOf(await publish('reprint.txt', REPRINT))).toEqual(['article'])
  const [both] = [...listIncidents(record, {})].filter(({ accounts }) => accounts.length === 3)
  // The wire and its reprint rest on one source, the radio on itself.
  expect(both.accounts.map(({ originNumber }) => originNumber).sort()).toEqual([0, 0, 1])
  end()
})

const [blast] = TWO_INCIDENTS
const renamed = { ...blast, id: 'i-other' }
const single = {
  ...blast,
  origins: 1,
  aspects: blast.aspects.map((aspect) => ({ ...aspect, state: 'agreed' as const })),
}
const ELSEWHERE = { ...blast, accounts: blast.accounts.map((account) => ({ ...account, document: 'another' })) }

const BEFORE: [before: (typeof blast)[], expected: string[], why: string][] = [
  [[], ['incident', 'dispute', 'dispute'], 'nobody told of it'],
  [[blast], [], 'as before'],
  [[renamed], [], 'as before, under another id'],
  [[single], ['origin', 'dispute', 'dispute'], 'one origin told of it'],
  [[{ ...blast, origins: 2 }], [], 'a third origin is no second one'],
  [[{ ...single, origins: 3 }], ['dispute', 'dispute'], 'they agreed'],
  [[ELSEWHERE], ['incident', 'dispute', 'dispute'], 'look-alike: an event of another document'],
]

test.each(BEFORE)('what is new about an incident (%#)', (before, expected) => {
  expect(ofIncident(blast, before, '2024-05-02T00:00:00.000Z').map(({ news }) => news)).toEqual(expected)
})
