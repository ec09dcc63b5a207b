import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test, vi } from 'vitest'
import { finish, runProgram, scratchFolder, startHearsay } from '../../testing/hearsay.ts'

/** Goes before the program: a text that says so makes whatever decodes it loop, as a fault of a parser would. */
const LOOPING = `
  import { appendFileSync } from 'node:fs'
  const decode = TextDecoder.prototype.decode
  TextDecoder.prototype.decode = function (...given) {
    const text = decode.apply(this, given)
    if (text.startsWith('Loop for ever')) {
      appendFileSync(process.env.LOOPING_PROCESSES, process.pid + '\\n')
      for (;;);
    }
    return text
  }
`

interface Scene {
  cwd: string
  env: Record<string, string>
}

function sceneWith(files: Record<string, string>): Scene {
  const cwd = scratchFolder()
  writeFileSync(join(cwd, 'looping.mjs'), LOOPING)
  writeFileSync(join(cwd, 'looping'), '')
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
  const env = {
    NODE_OPTIONS: `--import=${pathToFileURL(join(cwd, 'looping.mjs'))}`,
    LOOPING_PROCESSES: join(cwd, 'looping'),
  }
  return { cwd, env }
}

const LOOPS = 'Loop for ever, the minister said on Monday.\n'
const GOOD = 'The mayor said on Monday that the bridge was closed.\n'

const processesIn = ({ cwd }: Scene): number[] =>
  readFileSync(join(cwd, 'looping'), 'utf8').split('\n').filter(Boolean).map(Number)

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** What loops never ends by itself, so a test that waits long on a busy machine can still fail. */
const PATIENCE_MS = 120_000
vi.setConfig({ testTimeout: 2 * PATIENCE_MS })
afterAll(() => vi.resetConfig())

async function until(isSo: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(isSo()).toBe(true), { timeout: PATIENCE_MS, interval: 50 })
}

/** A process that was killed is there until somebody has taken note of it. */
const untilNoneRuns = (scene: Scene) => until(() => !processesIn(scene).some(isRunning))

test.each(['1', '2'])(
  'with --workers %s, a document that hangs its reader gets one line; the others are read',
  async (workers) => {
    const scene = sceneWith({ 'a.txt': GOOD, 'b.txt': LOOPS, 'c.txt': `${GOOD}Nobody was hurt.\n` })
    const paths = ['a.txt', 'b.txt', 'c.txt']
    const { code, stdout, stderr } = await runProgram(
      ['read', ...paths, '--workers', workers, '--max-time', '2s'],
      scene,
    )
    expect(stderr).toMatch(
      /^hearsay: b\.txt: the reader was ended on it after 2 seconds .+\nhearsay: 2 documents read, 1 could not be read\n/,
    )
    expect([code, stdout.trimEnd().split('\n').length]).toEqual([1, 2])
    expect(await runProgram(['verify'], { cwd: scene.cwd })).toMatchObject({ code: 0 })
    await untilNoneRuns(scene)
  },
)

test('what is read again is limited too: its old reading is kept', async () => {
  const { cwd, env } = sceneWith({ 'b.txt': LOOPS })
  await runProgram(['read', 'b.txt'], { cwd })
  const { code, stderr } = await runProgram(['reread', '--all', '--max-time', '2s'], { cwd, env })
  expect(stderr).toMatch(/^hearsay: b\.txt: the reader was ended on it .+; its old reading is kept\n/)
  expect(code).toBe(1)
  expect(await runProgram(['verify'], { cwd })).toMatchObject({ code: 0 })
})

test('what watch finds is limited too', async () => {
  const scene = sceneWith({ 'b.txt': LOOPS })
  const { code, stderr } = await runProgram(['watch', 'b.txt', '--once', '--max-time', '2s'], scene)
  expect(stderr).toMatch(/b\.txt: the reader was ended on it after 2 seconds/)
  expect(code).toBe(1)
})

test('a worker that loops ends with its parent, however that ends', async () => {
  const scene = sceneWith({ 'b.txt': LOOPS })
  const child = startHearsay(['read', 'b.txt'], scene)
  const finished = finish(child)
  await until(() => processesIn(scene).length === 1)
  const [worker] = processesIn(scene)
  expect(worker).not.toBe(child.pid)
  child.kill('SIGKILL')
  await finished
  await until(() => !isRunning(worker))
})

test.each([[1], [2]])('Ctrl-C ends it while a worker loops: %i of them', async (times) => {
  const scene = sceneWith({ 'a.txt': GOOD, 'b.txt': LOOPS })
  const child = startHearsay(['read', 'a.txt', 'b.txt'], scene)
  const finished = finish(child)
  await until(() => processesIn(scene).length === 1)
  for (let time = 0; time < times; time++) {
    child.kill('SIGINT')
    await sleep(300)
  }
  expect(await finished).toMatchObject({
    code: 130,
    stderr: expect.stringMatching(/^hearsay: stopping after this document/),
  })
  await untilNoneRuns(scene)
})

test('what is added on the page is limited too, and the pages are answered meanwhile', async () => {
  const scene = sceneWith({})
  const child = startHearsay(['serve', '--no-open', '--port', '0', '--max-time', '2s'], scene)
  const finished = finish(child)
  const url = await new Promise<string>((resolve) =>
    child.stdout.on('data', (chunk: string) => {
      const [found] = /http:\/\/\S+/.exec(chunk) ?? []
      if (found) resolve(found)
    }),
  )
  const adding = fetch(`${url}api/documents?name=b.txt`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: LOOPS,
  })
  await until(() => processesIn(scene).length === 1)
  expect((await fetch(url)).status).toBe(200)
  const answer = await adding
  expect([answer.status, await answer.json()]).toEqual([
    422,
    { error: expect.stringMatching(/^the reader was ended on it after 2 seconds/) },
  ])
  child.kill('SIGINT')
  await finished
  await untilNoneRuns(scene)
})
