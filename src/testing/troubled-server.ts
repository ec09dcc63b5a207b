// A web server that has a bad day: it goes by a virtual clock, changes what it shows, and fails in every way, by a fixed seed.

import type { ServerResponse } from 'node:http'
import { randomFrom } from './invented-news.ts'
import { startWebServer, type WebServer } from './web-server.ts'

export interface Story {
  path: string
  feed: string
  /** Milliseconds of the virtual clock. */
  published: number
  /** What it says from when on. */
  versions: { from: number; text: string }[]
  /** Its page's furniture is another each time. */
  restless: boolean
}

export interface Troubles {
  /** Of a hundred requests. */
  percent: number
  /** How long those that are asked to wait are to wait, in seconds. */
  retryAfter: number
}

export interface TroubledServer extends WebServer {
  /** What it did, in order: "200 /a", "429 /b". */
  did: { at: number; what: string; path: string }[]
}

/** How many stories a feed holds at a time. */
const SHOWN = 6

export async function startTroubledServer(
  stories: readonly Story[],
  { percent, retryAfter }: Troubles,
  now: () => number,
): Promise<TroubledServer> {
  const random = randomFrom(31)
  const did: TroubledServer['did'] = []
  const counts = { shown: 0 }
  const server = await startWebServer((path, response, { headers }) => {
    const note = (what: string) => did.push({ at: now(), what, path })
    if (path === '/robots.txt') return void response.end('User-agent: *\nDisallow: /closed\n')
    if (path === '/endless.xml') return endless(response, note)
    if (random() * 100 < percent)
      return fail(response, TROUBLES[Math.floor(random() * TROUBLES.length)], retryAfter, note)
    const body = pageAt(path, stories, now(), counts)
    if (body === null) {
      note('404')
      return void response.writeHead(404).end()
    }
    const etag = `"${hash(body)}"`
    const modified = new Date(Math.floor(now() / 3_600_000) * 3_600_000).toUTCString()
    if (headers['if-none-match'] === etag) {
      note('304')
      return void response.writeHead(304).end()
    }
    note('200')
    response.writeHead(200, { etag, 'last-modified': modified, 'set-cookie': 'id=7' }).end(body)
  })
  return { ...server, did }
}

const TROUBLES = ['500', '429', 'truncated', 'slow', 'reset', 'broken', 'half a feed'] as const

function fail(
  response: ServerResponse,
  trouble: (typeof TROUBLES)[number],
  retryAfter: number,
  note: (what: string) => void,
): void {
  note(trouble)
  switch (trouble) {
    case '500':
      return void response.writeHead(500).end()
    case '429':
      return void response.writeHead(429, { 'retry-after': String(retryAfter) }).end()
    case 'truncated':
      response.writeHead(200, { 'content-length': '5000' }).write('<rss><channel><item><link>/never</link>')
      return void setTimeout(() => response.destroy(), 5)
    case 'slow': {
      response.writeHead(200, { 'content-type': 'text/html' })
      const timer = setInterval(() => response.write('<p>'), 20)
      return void response.on('close', () => clearInterval(timer))
    }
    case 'reset':
      return void response.socket?.resetAndDestroy()
    case 'broken':
      return void response.socket?.end('HTTP/1.1 two hundred\r\n\r\n')
    case 'half a feed':
      // Ends as if it were whole: only its own text tells that it is not.
      return void response.writeHead(200, { 'content-length': '28' }).end('<rss><channel><title>A</titl')
  }
}

function endless(response: ServerResponse, note: (what: string) => void): void {
  note('200')
  response.write('<rss><channel>')
  const more = () => {
    while (!response.destroyed && response.write(`<item><link>/endless/${'x'.repeat(2000)}</link></item>`));
  }
  response.on('drain', more)
  more()
}

/** Null where there is none, or not yet. */
function pageAt(path: string, stories: readonly Story[], now: number, counts: { shown: number }): string | null {
  const [, feed] = /^\/feeds\/(\w+)$/.exec(path) ?? []
  if (feed !== undefined) {
    const shown = stories.filter((each) => each.feed === feed && each.published <= now).slice(-SHOWN)
    return feed === 'json' ? jsonFeed(shown) : feed === 'atom' ? atomFeed(shown) : rssFeed(shown)
  }
  const story = stories.find((each) => each.path === path && each.published <= now)
  const text = story?.versions.findLast(({ from }) => from <= now)?.text
  if (!story || text === undefined) return null
  counts.shown++
  return `<html><body><p>© ${story.restless ? counts.shown : 'Wire'}</p><p>${text}</p></body></html>`
}

const rssFeed = (stories: readonly Story[]): string =>
  `<rss version="2.0"><channel><title>Wire</title>${stories.map(({ path }) => `<item><title>${path}</title><link>${path}</link></item>`).join('')}</channel></rss>`
const atomFeed = (stories: readonly Story[]): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>${stories.map(({ path }) => `<entry><id>${path}</id><link href="${path}"/></entry>`).join('')}</feed>`
const jsonFeed = (stories: readonly Story[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Wire',
    items: stories.map(({ path }) => ({ id: path, url: path, content_text: path })),
  })

const hash = (text: string): string =>
  [...text].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5).toString(16)
