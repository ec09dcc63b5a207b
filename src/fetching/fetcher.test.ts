import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fetcherForTests, virtualClock } from '../testing/fetch-for-tests.ts'
import { startWebServer } from '../testing/web-server.ts'
import { validatorsOf } from './validators.ts'

const PAGE = '<p>The mayor said that the bridge was closed.</p>'

const serve = (
  pages: Readonly<Record<string, [status: number, headers: Record<string, string | string[]>, body?: string | Buffer]>>,
) =>
  startWebServer((path, response) => {
    const [status, headers, body] = pages[path] ?? [404, {}]
    response.writeHead(status, headers).end(body)
  })

test('a page, with what its server said of it', async () => {
  const { url, asked } = await serve({
    '/a': [200, { 'content-type': 'text/html; charset=koi8-r', etag: '"1"', 'set-cookie': ['id=7'] }, PAGE],
  })
  const clock = virtualClock(Date.UTC(2024, 3, 30, 8))
  const { received } = await fetcherForTests({ clock }).fetch(`${url}/a#below`)
  expect(received).toMatchObject({
    origin: `${url}/a`,
    mediaType: 'text/html; charset=koi8-r',
    retrievedAt: '2024-04-30T08:00:00.000Z',
    given: { url: `${url}/a` },
    http: { url: `${url}/a`, status: 200 },
  })
  expect(Buffer.from(received?.bytes ?? []).toString()).toBe(PAGE)
  const names = received?.http?.headers.map(([name]) => name)
  expect(names).toContain('etag')
  expect(names).not.toContain('set-cookie')
  expect(received?.http).not.toHaveProperty('redirects')
  expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a'])
  expect(asked[1].headers).toMatchObject({ 'user-agent': 'hearsay/0.1.0', connection: 'close' })
  expect(Object.keys(asked[1].headers).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ])
})

test('redirects are followed, and kept', async () => {
  const { url } = await serve({
    '/a': [301, { location: 'b?x=1' }],
    '/b?x=1': [302, { location: '/c' }],
    '/c': [200, {}, PAGE],
  })
  const { received } = await fetcherForTests().fetch(`${url}/a`)
  expect(received).toMatchObject({
    origin: `${url}/a`,
    given: { url: `${url}/c` },
    http: { url: `${url}/c`, redirects: [`${url}/a`, `${url}/b?x=1`] },
  })
})

test('packed answers are unpacked; the record has what the page is', async () => {
  const { url } = await serve({ '/a': [200, { 'content-encoding': 'gzip' }, gzipSync(PAGE)] })
  const { received } = await fetcherForTests().fetch(`${url}/a`)
  expect(Buffer.from(received?.bytes ?? []).toString()).toBe(PAGE)
})

test('what is as before is not sent again', async () => {
  const { url, asked } = await startWebServer((path, response, { headers }) => {
    if (path !== '/a') response.writeHead(404).end()
    else if (headers['if-none-match'] === 'W/"1"') response.writeHead(304).end()
    else response.writeHead(200, { etag: 'W/"1"', 'last-modified': 'Tue, 30 Apr 2024 07:00:00 GMT' }).end(PAGE)
  })
  const fetcher = fetcherForTests()
  const { headers } = await fetcher.fetch(`${url}/a`)
  const known = validatorsOf(`${url}/a`, headers)
  expect(known).toEqual({ url: `${url}/a`, etag: 'W/"1"', lastModified: 'Tue, 30 Apr 2024 07:00:00 GMT' })
  expect(await fetcher.fetch(`${url}/a`, known)).toMatchObject({ received: null })
  expect(asked[2].headers).toMatchObject({ 'if-modified-since': 'Tue, 30 Apr 2024 07:00:00 GMT' })
  // Another address is not told.
  await expect(fetcher.fetch(`${url}/b`, known)).rejects.toThrow('the server has no such page (404)')
  expect(asked[3].headers).not.toHaveProperty('if-none-match')
})

test('robots.txt is asked for once, and heeded on the way too', async () => {
  const { url, asked } = await serve({
    '/robots.txt': [200, {}, 'User-agent: *\nDisallow: /\n\nUser-agent: hearsay\nDisallow: /inner\nCrawl-delay: 3\n'],
    '/a': [200, {}, PAGE],
    '/b': [302, { location: '/inner/b' }],
    '/inner/b': [200, {}, PAGE],
  })
  const clock = virtualClock(0)
  const fetcher = fetcherForTests({ clock })
  await fetcher.fetch(`${url}/a`)
  await expect(fetcher.fetch(`${url}/inner/b`)).rejects.toThrow(/^the site's robots\.txt asks programs not to fetch it/)
  await expect(fetcher.fetch(`${url}/b`)).rejects.toThrow(`it redirects to ${url}/inner/b: the site's robots.txt asks`)
  expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/b'])
  expect(clock.slept).toEqual([3000])
})

const ROBOTS: [status: number, refused: RegExp | null, why: string][] = [
  [404, null, 'no rules, everything is allowed'],
  [403, null, 'RFC 9309: unavailable is as good as none'],
  [503, /failed to give its robots\.txt \(503\)/, 'RFC 9309: unreachable may forbid everything'],
  [429, /failed to give its robots\.txt \(429\)/, 'it asks to be left alone'],
]

test.each(ROBOTS)('a robots.txt that answers %d', async (status, refused) => {
  const { url } = await serve({ '/robots.txt': [status, {}], '/a': [200, {}, PAGE] })
  const fetched = fetcherForTests().fetch(`${url}/a`)
  if (refused) await expect(fetched).rejects.toThrow(refused)
  else expect((await fetched).received).not.toBeNull()
})

test('between two requests to a host there is a pause, none between hosts', async () => {
  const clock = virtualClock(0)
  const fetcher = fetcherForTests({ clock })
  const [one, other] = [await serve({ '/a': [200, {}, PAGE] }), await serve({ '/a': [200, {}, PAGE] })]
  await fetcher.fetch(`${one.url}/a`)
  await fetcher.fetch(`${other.url}/a`)
  expect(clock.slept).toEqual([])
  await fetcher.fetch(`${one.url}/a`)
  expect(clock.slept).toEqual([1000])
})

const STATUSES: [status: number, headers: Record<string, string>, message: string][] = [
  [204, {}, 'the server says that the page is empty (204)'],
  [304, {}, 'the server sent no page (304)'],
  [401, {}, 'the server asks for a password (401)'],
  [404, {}, 'the server has no such page (404)'],
  [410, {}, 'the server no longer has it (410)'],
  [418, {}, 'the server sent no page (418)'],
  [
    429,
    { 'retry-after': '90' },
    'the server asks for fewer requests (429); it asks to wait until 2024-04-30T08:01:30.000Z',
  ],
  [
    503,
    { 'retry-after': 'Tue, 30 Apr 2024 09:00:00 GMT' },
    'the server failed (503); it asks to wait until 2024-04-30T09:00:00.000Z',
  ],
  [503, { 'retry-after': 'soon' }, 'the server failed (503)'],
]

test.each(STATUSES)('status %d %j: %s', async (status, headers, message) => {
  const { url } = await serve({ '/a': [status, headers] })
  await expect(fetcherForTests().fetch(`${url}/a`)).rejects.toMatchObject({ message })
})
