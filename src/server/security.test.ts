import { readFileSync } from 'node:fs'
import { request as rawRequest } from 'node:http'
import { expect, test } from 'vitest'
import { makeReading } from '../testing/made-reading.ts'
import { serve } from '../testing/served.ts'

const BRIDGE = makeReading('Ada said the bridge was closed.', { said: [['Ada', 'said', 'the bridge was closed']] })

/** fetch() sets Host and Origin as it likes; this sends what it is told. */
function ask(
  url: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = rawRequest(url, { method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

test('only its own names, and only its own pages, are answered', async () => {
  const { url } = await serve([BRIDGE])
  const own = new URL(url).host
  const { port } = new URL(url)
  const api = `${url}api/overview`
  const rows: [Record<string, string>, number, string][] = [
    [{ host: own }, 200, 'the address that was printed'],
    [{ host: `localhost:${port}` }, 200, 'by name'],
    [{ host: `LOCALHOST:${port}` }, 200, 'names know no case'],
    [{ host: `[::1]:${port}` }, 200, 'IPv6'],
    [{ host: `evil.example:${port}` }, 421, 'a name that was pointed here'],
    [{ host: 'localhost' }, 421, 'another port'],
    [{ host: `localhost.evil.example:${port}` }, 421, 'a name that only begins so'],
    [{ host: own, origin: `http://${own}` }, 200, 'its own page'],
    [{ host: own, origin: 'http://evil.example' }, 403, "a stranger's page"],
    [{ host: own, origin: 'null' }, 403, 'a page in a sandbox, or a file'],
    [{ host: own, origin: `https://${own}` }, 403, 'another scheme'],
    [{ host: own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403, 'loaded into a strange page'],
    [{ host: own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 200, 'a link that was followed'],
    [{ host: own, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }, 200, 'its own page'],
  ]
  for (const [headers, status, why] of rows) expect((await ask(api, headers)).status, why).toBe(status)
})

test('a form of another page adds nothing', async () => {
  const { url } = await serve([])
  const form = { origin: 'http://evil.example', 'content-type': 'application/x-www-form-urlencoded' }
  expect((await ask(`${url}api/documents?name=x`, form, 'POST', 'Ada said hello.')).status).toBe(403)
  const plain = { 'content-type': 'text/plain' }
  expect((await ask(`${url}api/documents?name=x`, plain, 'POST', 'Ada said hello.')).status).toBe(415)
  expect(await (await fetch(`${url}api/articles`)).json()).toMatchObject({ total: 0 })
})

test('a judgement is taken as JSON alone, and only of the grades there are', async () => {
  const { url } = await serve([BRIDGE])
  const grade = (headers: Record<string, string>, body: object) =>
    ask(`${url}api/reliability`, headers, 'POST', JSON.stringify(body))
  const json = { 'content-type': 'application/json' }
  expect((await grade({ 'content-type': 'text/plain' }, { name: 'Ada', reliability: 'A' })).status).toBe(415)
  expect((await grade({ ...json, origin: 'http://evil.example' }, { name: 'Ada', reliability: 'A' })).status).toBe(403)
  expect((await grade(json, { name: 'Ada', reliability: 'Z' })).status).toBe(400)
  const broken = await ask(`${url}api/reliability`, json, 'POST', '{')
  expect([broken.status, JSON.parse(broken.body)]).toEqual([400, { error: expect.stringContaining('JSON') }])
  const held = async () => JSON.parse(await (await fetch(`${url}api/source?name=Ada`)).text()).reliability
  expect(await held()).toBe('F')
  expect((await grade(json, { name: 'Ada', reliability: 'A' })).status).toBe(200)
  expect((await grade(json, { name: 'Ada', reliability: 'A' })).status).toBe(204)
  expect(await held()).toBe('A')
})

test('every answer forbids inline script, frames and sniffing', async () => {
  const { url } = await serve([])
  for (const path of ['', 'api/overview', 'api/nothing', 'assets/nothing.js']) {
    const { headers } = await fetch(`${url}${path}`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy, path).toContain("default-src 'none'")
    expect(policy, path).not.toContain('unsafe')
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('x-frame-options'), path).toBe('DENY')
    expect(headers.get('access-control-allow-origin'), path).toBe(null)
  }
})

test('no file can be asked for by its path', async () => {
  const page = { type: 'text/html; charset=utf-8', bytes: new Uint8Array([60, 62]), zipped: new Uint8Array() }
  const { url } = await serve([], { pages: new Map([['/index.html', page]]) })
  for (const path of [
    '..%2f..%2f..%2fetc/passwd',
    '%2e%2e/%2e%2e/etc/passwd',
    'assets/..%2f..%2fpackage.json',
    'assets//etc/passwd',
  ]) {
    const { status, body } = await ask(`${url}${path}`, {})
    expect(body === '<>' || status === 404, path).toBe(true)
  }
})

test('uploads are bounded, whatever they say of their length', async () => {
  const { url } = await serve([], { maxSize: 1000 })
  const bytes = { 'content-type': 'application/octet-stream' }
  const add = (headers: Record<string, string>, body: string) =>
    ask(`${url}api/documents?name=x.txt`, headers, 'POST', body)
  expect((await add({ ...bytes, 'transfer-encoding': 'chunked' }, 'x'.repeat(5000))).status).toBe(413)
  expect((await add({ ...bytes, 'content-length': '5000' }, 'x'.repeat(5000))).status).toBe(413)
  expect((await add(bytes, 'Ada said hello.')).status).toBe(200)
  const long = await ask(`${url}api/documents?name=${'n'.repeat(600)}`, bytes, 'POST', 'Ada said hello.')
  expect(long.status).toBe(400)
})

test("a NUL in an address, and an upload that is given up, are nobody's bug", async () => {
  const complaints: unknown[] = []
  const { url } = await serve([BRIDGE], { complain: (error) => complaints.push(error) })
  for (const path of [
    'api/search?q=a%00b',
    'api/articles/%00/1',
    'api/incidents?place=%00',
    'api/source?name=%00',
    '%00',
  ])
    expect((await ask(`${url}${path}`, {})).status, path).toBe(400)
  expect((await ask(`${url}api/search?q=a%01b%1Fc`, {})).status).toBe(200)
  const bytes = { 'content-type': 'application/octet-stream', 'content-length': '1000' }
  const closed = new Promise((resolve) => {
    const upload = rawRequest(`${url}api/documents?name=x.txt`, { method: 'POST', headers: bytes })
    upload.on('error', resolve)
    upload.write('Ada said', () => setTimeout(() => upload.destroy(), 50))
  })
  await closed
  const later = await ask(
    `${url}api/documents?name=y.txt`,
    { 'content-type': 'application/octet-stream' },
    'POST',
    'Ada said hello.',
  )
  expect([later.status, complaints]).toEqual([200, []])
})

test('an address that no page has answers 404, with the page that says so', async () => {
  const page = { type: 'text/html; charset=utf-8', bytes: new Uint8Array([60, 62]), zipped: new Uint8Array() }
  const { url } = await serve([], { pages: new Map([['/index.html', page]]) })
  const cases = readFileSync(new URL('../../web/load.ts', import.meta.url), 'utf8').matchAll(/^ {4}case '(\w*)':/gm)
  const sections = [...cases].map(([, section]) => section)
  expect(sections.length).toBeGreaterThan(6)
  for (const section of sections)
    expect(await ask(`${url}${section}`, {}), section).toMatchObject({ status: 200, body: '<>' })
  for (const path of ['wp-login.php', 'article', '.git/config', 'incidents.html'])
    expect(await ask(`${url}${path}`, {}), path).toMatchObject({ status: 404, body: '<>' })
})
