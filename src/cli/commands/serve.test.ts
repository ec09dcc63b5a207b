import { chmodSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reconcile } from '../../reconciling/reconcile.ts'
import { closeRecord, openRecord } from '../../record/open.ts'
import { writeDocument } from '../../record/write.ts'
import type { IncidentListAnswer } from '../../server/answers.ts'
import { finish, runHearsay, type Setting, scratchFolder, startHearsay } from '../../testing/hearsay.ts'
import { TWO_REPORTS } from '../../testing/two-incidents.ts'

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
      const address = /http:\S+/.exec(said)?.[0]
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
  expect(await ask()).toEqual({ fresh: false, incidents: [] })
  await expect.poll(ask, { timeout: 30_000, interval: 100 }).toMatchObject({ fresh: true })
  const expected = reconcile(TWO_REPORTS.map(({ reading }) => reading))
  const [{ type, origins }] = expected.filter(({ accounts }) => accounts.length > 1)
  expect((await ask()).incidents.map((incident) => [incident.type, incident.origins])).toContainEqual([type, origins])
  child.kill('SIGINT')
  expect(await finished).toMatchObject({ code: 0, stderr: '' })
}, 60_000)

test('two servers may show one record; another address has a token', async () => {
  const cwd = scratchFolder()
  const servers = [await serveIn(cwd), await serveIn(cwd, '--host', '127.0.0.1')]
  expect(servers[1].url).toMatch(/\?token=[\w-]{32}$/)
  expect((await fetch(new URL('/api/overview', servers[1].url))).status).toBe(401)
  for (const { child, finished } of servers) {
    child.kill('SIGTERM')
    expect((await finished).code).toBe(0)
  }
})

test('what cannot be served is told in one sentence', async () => {
  const cwd = scratchFolder()
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const address = taken.address()
  const port = String(typeof address === 'object' ? address?.port : address)
  const table: [args: string[], code: number, said: string][] = [
    [['--port', port], 1, `hearsay: port ${port} is in use; choose another with --port, or 0 for any free one\n`],
    [['--token', 'x'], 2, 'hearsay: --token needs --host; without it only this machine can open the pages\n'],
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
