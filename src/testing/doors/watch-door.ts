// What the servers of feeds answer: head and body of each answer are damaged at random, and the command must end with a whole record.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { newsLine } from '../../cli/print/news-line.ts'
import { outputStyle } from '../../cli/print/style.ts'
import { readWith } from '../../cli/run/load-reader.ts'
import { openFetcher } from '../../fetching/fetcher.ts'
import { closeRecord, openRecord } from '../../record/open.ts'
import { UserError } from '../../user-error.ts'
import { watch } from '../../watching/watch.ts'
import { damage } from '../damage.ts'
import { virtualClock } from '../fetch-for-tests.ts'
import { runHearsay } from '../hearsay.ts'
import { sharedResources } from '../resources.ts'
import { startRawServer } from '../web-server.ts'
import { type Attempt, type Door, faultOf, faultsOf, pick, type Random } from './door.ts'
import { REPORTS } from './reports.ts'

const link = (base: string, index: number) => `${base}/story-${index}.html`

const FEEDS: readonly ((base: string) => [type: string, body: string])[] = [
  (base) => [
    'application/rss+xml',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Qarn Wire</title><ttl>60</ttl>${REPORTS.map(({ title }, index) => `<item><title>${title}</title><link>${link(base, index)}</link><guid>${index}</guid><pubDate>Thu, 12 Mar 2026 10:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`,
  ],
  (base) => [
    'application/atom+xml; charset=utf-8',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Qarn Wire</title>${REPORTS.map(({ title, text }, index) => `<entry><id>urn:${index}</id><title>${title}</title><updated>2026-03-12T10:00:00Z</updated><link href="${link(base, index)}"/><content type="html">&lt;p&gt;${text}&lt;/p&gt;</content></entry>`).join('')}</feed>`,
  ],
  (base) => [
    'application/feed+json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Qarn Wire',
      items: REPORTS.map(({ title, text }, index) => ({
        id: index,
        url: link(base, index),
        title,
        content_text: text,
      })),
    }),
  ],
  (base) => ['text/x-opml', `<opml version="2.0"><body><outline type="rss" xmlUrl="${base}/feed-0"/></body></opml>`],
  (base) => ['text/html', page(0).replace('</p>', `</p><a href="${base}/story-1.html">more</a>`)],
]

const page = (index: number): string =>
  `<!DOCTYPE html><html><head><title>${REPORTS[index].title}</title></head><body><article><h1>${REPORTS[index].title}</h1><p>${REPORTS[index].text}</p></article></body></html>`

const answerWith = (type: string, body: string, more = ''): Buffer =>
  Buffer.from(
    `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\netag: "a1"\r\nlast-modified: Thu, 12 Mar 2026 10:00:00 GMT\r\ncache-control: max-age=60\r\n${more}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )

const HEADS = [
  'retry-after: -5\r\n',
  'location: /feed-0\r\n',
  'content-encoding: gzip\r\n',
  'transfer-encoding: chunked\r\n',
  'link: <http://[>; rel=self\r\n',
  '',
  '',
  '',
]

export const watched: Door = {
  name: 'watch',
  open: async (folder) => {
    let random: Random = Math.random
    let damaged = 0
    const server = await startRawServer((socket, path) => {
      const index = Number(/\d+/.exec(path)?.[0] ?? 0)
      const [type, body] = path.startsWith('/feed-')
        ? FEEDS[index % FEEDS.length](server.url)
        : ['text/html', page(index % REPORTS.length)]
      const whole = answerWith(type, body, pick(HEADS, random))
      const answer = random() < 0.7 ? damage(whole, random) : Promise.resolve(whole)
      answer.then((bytes) => socket.end(damaged++ < MAX_ANSWERS ? bytes : whole))
    })
    return async (chance): Promise<Attempt> => {
      random = chance
      damaged = 0
      const path = join(folder, 'watched.db')
      if (random() < 0.5) for (const end of ['', '-wal', '-shm', '.seal']) rmSync(`${path}${end}`, { force: true })
      const source = `${server.url}/feed-${Math.floor(random() * FEEDS.length)}`
      const { told, taken, faults } = await lookAt(source, path)
      const verified = await runHearsay(['verify', '--record', path], { cwd: folder })
      return {
        taken,
        faults: [
          ...faults,
          ...faultsOf({ code: 0, stderr: told.join('\n') }, `watch ${source}`),
          ...(verified.code === 0 ? [] : [`verify after watch: ${verified.stderr}${verified.stdout}`]),
        ],
      }
    }
  },
}

/** As the command does with --once, by a clock that waits for nothing: a round takes minutes where servers fail. */
async function lookAt(source: string, path: string): Promise<{ told: string[]; taken: boolean; faults: string[] }> {
  const { read } = readWith(await sharedResources())
  const clock = virtualClock(Date.now())
  const { signal } = new AbortController()
  const ways = {
    userAgent: 'hearsay/0',
    maxSize: 1_000_000,
    mayAsk: () => true,
    pauseMs: 0,
    idleMs: 500,
    clock,
    signal,
  }
  const record = openRecord(path, 'create')
  const told: string[] = []
  let said = ''
  try {
    await watch([source], {
      record,
      fetcher: openFetcher(ways),
      read,
      pace: { every: 900_000, longest: 21_600_000 },
      maxSize: 1_000_000,
      follow: true,
      once: true,
      clock,
      random: () => 0,
      signal,
      tell: (message) => told.push(message),
      say: async (news) => {
        said += news.map((each) => newsLine(each, STYLE)).join('')
      },
    })
    return { told, taken: said !== '', faults: [] }
  } catch (error) {
    return { told, taken: false, faults: error instanceof UserError ? [] : [`watch ${source}: ${faultOf(error)}`] }
  } finally {
    closeRecord(record)
  }
}

const STYLE = outputStyle()

/** Then they are whole, so that no chain of redirects goes on for ever. */
const MAX_ANSWERS = 30
