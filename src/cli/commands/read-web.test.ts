// `hearsay read http://...`, as a user does it, against servers on this machine.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dumpRecord } from '../../testing/dump-record.ts'
import { finish, runHearsay, scratchFolder, startHearsay } from '../../testing/hearsay.ts'
import { startWebServer } from '../../testing/web-server.ts'

const page = (words: string): string =>
  `<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1><p>${words}</p></article></body></html>`
const SAID = 'The mayor said that the bridge was closed on Monday after the storm had damaged two of its pillars.'
const FEED = `<rss version="2.0"><channel><title>Northern Wire</title>
<item><title>One</title><link>https://wire.example/one</link><description>${SAID}</description></item></channel></rss>`

const OPEN = ['--allow-private', 'localhost', '--allow-private', '127.0.0.1', '--pause', '0s', '--workers', '1']

test.concurrent('a page is kept with how it came; as before it is not sent again; changed it is another version', async () => {
  let words = SAID
  const { url, asked } = await startWebServer((path, response, { headers }) => {
    const etag = `"${words.length}"`
    if (path === '/old') response.writeHead(301, { location: '/page' }).end()
    else if (path !== '/page') response.writeHead(404).end()
    else if (headers['if-none-match'] === etag) response.writeHead(304).end()
    else response.writeHead(200, { etag, 'content-type': 'text/html', 'set-cookie': 'id=7' }).end(page(words))
  })
  const cwd = scratchFolder()
  const read = () => runHearsay(['read', `${url}/old`, ...OPEN], { cwd })
  expect(await read()).toMatchObject({ code: 0, stderr: expect.stringMatching(/^hearsay: 1 document read\n/) })
  expect(await read()).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^hearsay: 1 document read, 1 of them already in the record\n/),
  })
  expect(asked.filter(({ path }) => path === '/page').map(({ headers }) => headers['if-none-match'])).toEqual([
    undefined,
    `"${SAID.length}"`,
  ])
  words = SAID.replace('two', 'three')
  expect(await read()).toMatchObject({ code: 0, stderr: expect.stringMatching(/^hearsay: 1 document read\n/) })
  const { documents, raw, versions, articles } = dumpRecord(join(cwd, 'hearsay.db'))
  expect(documents).toMatchObject([{ origin: `${url}/old`, retrieved_at: expect.any(String) }, {}])
  expect(articles).toMatchObject([{ url: `${url}/page` }, {}])
  const given = JSON.parse((raw[0] as { given: string }).given)
  expect(given).toMatchObject({ http: { url: `${url}/page`, status: 200, redirects: [`${url}/old`] } })
  expect(JSON.stringify(given)).not.toContain('set-cookie')
  expect(versions).toMatchObject([
    { address: `${url}/old`, document: 1 },
    { address: `${url}/old`, document: 2 },
  ])
})

test.concurrent('what a feed holds is read entry by entry, each with how the feed came', async () => {
  const { url } = await startWebServer((path, response) => response.writeHead(path === '/feed' ? 200 : 404).end(FEED))
  const cwd = scratchFolder()
  expect(await runHearsay(['read', `${url}/feed`, ...OPEN], { cwd })).toMatchObject({ code: 0 })
  const { documents, raw } = dumpRecord(join(cwd, 'hearsay.db'))
  expect(documents).toMatchObject([
    { origin: `${url}/feed#https://wire.example/one`, retrieved_at: expect.any(String) },
  ])
  expect(JSON.parse((raw[0] as { given: string }).given).http).toMatchObject({ url: `${url}/feed`, status: 200 })
})

test.concurrent('what cannot be fetched is one line each, the rest is read, and the exit code is 1', async () => {
  const { url, port } = await startWebServer((path, response) => {
    if (path === '/robots.txt') response.end('User-agent: hearsay\nDisallow: /private')
    else if (path === '/page') response.end(page(SAID))
    else if (path === '/picture') response.end(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'))
    else response.writeHead(404).end()
  })
  const args = ['/gone', '/private/a', '/picture', '/page'].map((path) => url + path)
  const { code, stdout, stderr } = await runHearsay(['read', ...args, 'http://a:b@c.example/', ...OPEN], {
    cwd: scratchFolder(),
  })
  expect(code).toBe(1)
  expect(stdout).toContain(`${url}/page`)
  expect(stderr.split('\n').slice(0, -1)).toEqual([
    `hearsay: ${url}/gone: the server has no such page (404)`,
    `hearsay: ${url}/private/a: the site's robots.txt asks programs not to fetch it; save the page in a browser, and read the file`,
    `hearsay: ${url}/picture: this is a PNG image, which cannot be read; if it shows text, a program for text recognition such as Tesseract or OCRmyPDF makes text of it`,
    'hearsay: http://a:b@c.example/: the address contains a name or password, which would be stored in the record; leave it out',
    'hearsay: 1 document read, 4 could not be read',
    'hearsay: without a date: 1, without an outlet: 1; hearsay documents --without date lists them, hearsay describe fills them in',
  ])
  const shut = await runHearsay(['read', `http://localhost:${port}/page`], { cwd: scratchFolder() })
  expect(shut).toMatchObject({
    code: 1,
    stderr: `hearsay: http://localhost:${port}/page: localhost is in a private network or on this machine; use --allow-private localhost to request it\nhearsay: 0 documents read, 1 could not be read\n`,
  })
})

test.concurrent('Ctrl-C while a server keeps us waiting', async () => {
  let asked = () => {}
  const waiting = new Promise<void>((resolve) => {
    asked = resolve
  })
  const { url } = await startWebServer((path, response) => {
    if (path === '/robots.txt') response.writeHead(404).end()
    else asked()
  })
  const child = startHearsay(['read', `${url}/page`, ...OPEN], { cwd: scratchFolder() })
  const finished = finish(child)
  await waiting
  child.kill('SIGINT')
  expect(await finished).toMatchObject({ code: 130 })
})
