import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reconcile } from '../../reconciling/reconcile.ts'
import { closeRecord, openRecord } from '../../record/open.ts'
import { writeDocument } from '../../record/write.ts'
import type { IncidentListAnswer } from '../../server/answers.ts'
import { makeClient } from '../../testing/client.ts'
import { finish, runHearsay, type Setting, scratchFolder, startHearsay } from '../../testing/hearsay.ts'
import { TWO_REPORTS } from '../../testing/two-incidents.ts'

const PASSWORD = 'seven ripe medlars'

/** A server in a folder of its own; its address once it has told it. */
async function serveIn(setting: string | Setting, ...args: string[]) {
  const child = startHearsay(
    ['serve', '--no-open', '--port', '0', ...args],
    typeof setting === 'string' ? { cwd: setting } : setting,
  )
  const finished = finish(child)
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const address = /https?:\S+/.exec(said)?.[0]
      if (address) resolve(address)
    })
    finished.then(({ stderr }) => reject(new Error(stderr)))
  })
  return { child, finished, url }
}

test('serves a new record on loopback until it is told to stop', async () => {
  const { child, finished, url } = await serveIn(scratchFolder())
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  const page = await fetch(url)
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id="app">')])
  expect(await (await fetch(`${url}api/overview`)).json()).toMatchObject({ documents: 0 })
  child.kill('SIGINT')
  const { code, stderr } = await finished
  expect([code, stderr]).toEqual([0, ''])
})

test('incidents of new readings are worked out in a process beside, while pages are answered', async () => {
  const cwd = scratchFolder()
  const record = openRecord(join(cwd, 'hearsay.db'), 'create')
  for (const { received, reading } of TWO_REPORTS) writeDocument(record, received, reading, '2024-05-01T12:00:00.000Z')
  closeRecord(record)
  const { child, finished, url } = await serveIn(cwd)
  const ask = async (): Promise<IncidentListAnswer> => JSON.parse(await (await fetch(`${url}api/incidents`)).text())
  expect(await ask()).toEqual({ fresh: false, incidents: [], left: 0 })
  await expect.poll(ask, { timeout: 30_000, interval: 100 }).toMatchObject({ fresh: true })
  const expected = reconcile(TWO_REPORTS.map(({ reading }) => reading))
  const [{ type, origins }] = expected.filter(({ accounts }) => accounts.length > 1)
  expect((await ask()).incidents.map((incident) => [incident.type, incident.origins])).toContainEqual([type, origins])
  child.kill('SIGINT')
  expect(await finished).toMatchObject({ code: 0, stderr: '' })
}, 60_000)

test('two servers may show one record; for others, by https, its people sign in', async () => {
  const cwd = scratchFolder()
  await runHearsay(['people', 'add', 'Ada Quist'], { cwd, stdin: PASSWORD })
  makeCertificate(cwd)
  const tls = ['--cert', 'desk.crt', '--key', 'desk.key']
  const servers = [await serveIn(cwd), await serveIn(cwd, '--host', '127.0.0.1', ...tls)]
  expect(servers.map(({ url }) => new URL(url).protocol)).toEqual(['http:', 'https:'])
  for (const { url } of servers) {
    const client = makeClient(url)
    expect((await client.send('GET', 'overview')).status).toBe(401)
    expect(await client.signIn('Ada Quist', PASSWORD)).toBe(200)
    expect((await client.send('GET', 'overview')).status).toBe(200)
    const isSecure = url.startsWith('https:')
    for (const line of client.setCookieLines) expect(/^__Host-.*; Secure/.test(line), line).toBe(isSecure)
  }
  const named = makeClient(servers[1].url)
  const { port } = new URL(servers[1].url)
  named.headers = { host: `desk.example.org:${port}`, origin: `https://desk.example.org:${port}` }
  expect((await named.send('GET', 'session')).status, 'the name in its certificate').toBe(200)
  named.headers = { host: `evil.example:${port}` }
  expect((await named.send('GET', 'session')).status).toBe(421)
  for (const { child, finished } of servers) {
    child.kill('SIGTERM')
    expect(await finished).toMatchObject({ code: 0, stderr: '' })
  }
}, 60_000)

function makeCertificate(cwd: string): void {
  const subject = ['-subj', '/CN=desk.example.org', '-addext', 'subjectAltName=DNS:desk.example.org']
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'desk.key']
  const made = spawnSync('openssl', ['req', '-x509', ...key, '-out', 'desk.crt', '-days', '2', ...subject], { cwd })
  expect(made.status, String(made.stderr)).toBe(0)
}

test('for others without https, a sentence says what that means', async () => {
  const cwd = scratchFolder()
  await runHearsay(['people', 'add', 'Ada Quist'], { cwd, stdin: PASSWORD })
  const { child, finished } = await serveIn(cwd, '--host', '127.0.0.1')
  child.kill('SIGTERM')
  expect((await finished).stderr).toBe(
    'hearsay: without --cert and --key, passwords cross the network in the clear: only for a network that you trust\n',
  )
}, 60_000)

test('what cannot be served is told in one sentence', async () => {
  const cwd = scratchFolder()
  writeFileSync(join(cwd, 'a.txt'), 'no certificate')
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const address = taken.address()
  const port = String(typeof address === 'object' ? address?.port : address)
  const table: [args: string[], code: number, said: string][] = [
    [['--port', port], 1, `hearsay: port ${port} is in use; choose another with --port, or 0 for any free one\n`],
    [
      ['--host', '127.0.0.1'],
      1,
      'hearsay: nobody can sign in to hearsay.db yet; add the first person with: hearsay people add NAME --record hearsay.db\n',
    ],
    [['--token', 'x'], 2, "unknown option '--token'"],
    [['--cert', 'x'], 2, 'hearsay: --cert and --key go together: a certificate and its key\n'],
    [['--cert', 'no.crt', '--key', 'no.key'], 2, 'hearsay: no.crt cannot be read: ENOENT'],
    [
      ['--cert', 'a.txt', '--key', 'a.txt'],
      2,
      'hearsay: a.txt and a.txt are no certificate and its key, both as PEM (',
    ],
    [['--behind-proxy'], 2, 'hearsay: --behind-proxy needs --name: the name by which browsers reach the proxy\n'],
    [['--behind-proxy', '--name', 'https://a.example'], 2, 'Write names without ports, separated by commas'],
    [['--port', '70000'], 2, 'Write a whole number from 0 to 65535.'],
    [['--record', 'no/such/folder.db'], 3, 'its folder does not exist'],
  ]
  for (const [args, code, said] of table) {
    const result = await runHearsay(['serve', '--no-open', ...args], { cwd })
    expect(result.code, args.join(' ')).toBe(code)
    expect(result.stderr).toContain(said)
  }
  taken.close()
})

test('a record where nothing may be written is shown with its incidents; documents are refused in one sentence', async () => {
  const cwd = scratchFolder()
  const record = openRecord(join(cwd, 'hearsay.db'), 'create')
  for (const { received, reading } of TWO_REPORTS) writeDocument(record, received, reading, '2024-05-01T12:00:00.000Z')
  closeRecord(record)
  rmSync(join(cwd, 'hearsay.db.seal'))
  chmodSync(join(cwd, 'hearsay.db'), 0o444)
  chmodSync(cwd, 0o555)
  const { child, finished, url } = await serveIn({ cwd, unprivileged: true })
  const ask = async () => JSON.parse(await (await fetch(`${url}api/incidents`)).text())
  await expect.poll(ask, { timeout: 30_000, interval: 100 }).toMatchObject({ fresh: true })
  const refused = await fetch(`${url}api/documents?name=new.txt`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: 'The mayor said that the bridge was closed.',
  })
  expect([refused.status, await refused.json()]).toEqual([
    503,
    { error: expect.stringMatching(/^the record hearsay\.db cannot be written: /) },
  ])
  child.kill('SIGINT')
  expect(await finished).toEqual({
    code: 0,
    stdout: expect.anything(),
    stderr:
      'hearsay: hearsay.db lies where nothing may be written: a copy is shown, and documents and decisions are refused\n',
  })
  expect(readdirSync(cwd)).toEqual(['hearsay.db'])
  chmodSync(cwd, 0o755)
}, 60_000)
