// After whatever ordinary use verify holds; and what is not ordinary it names.

import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { verifyRecord } from '../../record/custody/verify.ts'
import { dumpRecord } from '../../testing/dump-record.ts'
import { type Forged, forge } from '../../testing/forge-archive.ts'
import { finish, runHearsay, runProgram, runTyped, scratchFolder, startHearsay } from '../../testing/hearsay.ts'

const A = 'The mayor of Herat said on Monday that two people were killed at the bridge.\n'
const B = 'The mayor of Herat said on Tuesday that the bridge was open again.\n'

let model: string

beforeAll(async () => {
  model = scratchFolder()
  writeFileSync(join(model, 'a.txt'), A)
  writeFileSync(join(model, 'b.txt'), B)
  expect(await runHearsay(['read', 'a.txt', '--outlet', 'Herat'], { cwd: model })).toMatchObject({ code: 0 })
}, 60_000)

/** A folder with a record that holds a.txt, its seal, and b.txt besides. */
function copyModel(): { cwd: string; path: string; run: (...args: string[]) => ReturnType<typeof runHearsay> } {
  const cwd = scratchFolder()
  for (const name of ['a.txt', 'b.txt', 'hearsay.db', 'hearsay.db.seal'])
    copyFileSync(join(model, name), join(cwd, name))
  return { cwd, path: join(cwd, 'hearsay.db'), run: (...args) => runHearsay(args, { cwd }) }
}

const SEALED = { code: 0, stderr: '', stdout: expect.stringContaining('the same, byte for byte') }
const UNSEALED = { code: 0, stderr: '', stdout: expect.stringContaining('had no seal') }

test('after each command the record is sealed, and holds', async () => {
  const { path, run } = copyModel()
  const commands = [
    'read b.txt',
    'read a.txt b.txt',
    'statements',
    'incidents',
    'search bridge',
    'export --what record --output whole.ndjson',
    'grade Herat B',
    'reread --all',
    'incidents',
    'doctor',
    'import whole.ndjson',
    'verify',
  ]
  for (const command of commands) {
    expect({ command, ...(await run(...command.split(' '))) }).toMatchObject({ code: 0 })
    expect(existsSync(`${path}.seal`), command).toBe(true)
    expect([...verifyRecord(path)], command).toEqual([])
  }
  expect(await run('verify')).toMatchObject(SEALED)
}, 240_000)

test('a run that was killed leaves no seal; verify looks at all else, and makes one', async () => {
  const { cwd, path, run } = copyModel()
  mkdirSync(join(cwd, 'more'))
  for (let number = 0; number < 40; number++)
    writeFileSync(join(cwd, 'more', `${number}.txt`), `${B.repeat(5)}It was ${number} degrees.\n`)
  const child = startHearsay(['read', 'more', '--workers', '1'], { cwd })
  const finished = finish(child)
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGKILL')
  expect((await finished).code).toBe(null)
  expect(existsSync(`${path}.seal`)).toBe(false)
  expect(await run('statements')).toMatchObject({ code: 0 })
  expect(await run('read', 'more')).toMatchObject({ code: 0 })
  expect(existsSync(`${path}.seal`), 'nobody looked at what the killed run left').toBe(false)
  expect(await run('verify')).toMatchObject(UNSEALED)
  expect(await run('verify')).toMatchObject(SEALED)
})

test('served and read into at the same time, graded meanwhile, it holds throughout, and is sealed in the end', async () => {
  const { cwd, run } = copyModel()
  const server = startHearsay(['serve', '--port', '0', '--no-open'], { cwd })
  const served = finish(server)
  const [url] = await new Promise<string[]>((resolve) =>
    server.stdout.on('data', (chunk) => {
      const found = /http:\/\/\S+/.exec(String(chunk))
      if (found) resolve([found[0]])
    }),
  )
  const add = (text: string) =>
    fetch(new URL('/api/documents?name=added', url), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: text,
      signal: AbortSignal.timeout(20_000),
    })
  const [added, read, grade] = await Promise.all([
    add(`${B}It rained.\n`),
    runProgram(['read', 'b.txt'], { cwd }),
    runProgram(['grade', 'Herat', 'C'], { cwd }),
  ])
  expect([added.status, read.code, grade.code]).toEqual([200, 0, 0])
  expect((await run('verify')).code).toBe(0)
  expect((await add(`${B}It snowed.\n`)).status).toBe(200)
  expect((await run('verify')).code).toBe(0)
  server.kill('SIGTERM')
  expect((await served).code).toBe(0)
  expect((await run('verify')).code).toBe(0)
  expect(await run('verify')).toMatchObject(SEALED)
})

test('several runs into one record: the last to end seals it', async () => {
  const { cwd, run } = copyModel()
  await Promise.all(
    ['read b.txt', 'grade Herat C', 'incidents', 'reread --all'].map((typed) => runProgram(typed.split(' '), { cwd })),
  )
  await run('verify')
  expect(await run('verify')).toMatchObject(SEALED)
})

test('what was changed is named, and the exit code is 5; what else there is stays readable', async () => {
  const { path, run } = copyModel()
  const db = new Database(path)
  db.prepare("UPDATE raw SET given = replace(given, 'a.txt', 'c.txt')").run()
  db.close()
  const { code, stdout, stderr } = await run('verify')
  const [sha256] = (dumpRecord(path).documents as { sha256: string }[]).map((document) => document.sha256)
  expect(stdout).toBe(
    `CHANGED  the file of the record is not, to the byte, what it was when it was sealed
CHANGED  document ${sha256}: its description by who brought it is not what the log says
`,
  )
  expect(stderr).toMatch(/^hearsay: the record is not what was written; .+\n$/)
  expect(code).toBe(5)
})

test('a copy without its seal holds, and so does one where nothing may be written', async () => {
  const { cwd, path, run } = copyModel()
  copyFileSync(path, join(cwd, 'copy.db'))
  expect(await run('verify', '--record', 'copy.db')).toMatchObject(UNSEALED)
  const place = join(cwd, 'place')
  mkdirSync(place)
  for (const end of ['', '.seal'])
    writeFileSync(join(place, `hearsay.db${end}`), readFileSync(path + end), { mode: 0o444 })
  chmodSync(place, 0o555)
  const readOnly = () => runHearsay(['verify', '--record', 'place/hearsay.db'], { cwd, unprivileged: true })
  expect(await readOnly()).toMatchObject(SEALED)
  rmSync(join(place, 'hearsay.db.seal'))
  expect(await readOnly()).toMatchObject({ code: 0, stdout: expect.stringContaining('has no seal') })
  chmodSync(place, 0o755)
})

test('the head that was noted down is found on another day, and another one is not', async () => {
  const { run } = copyModel()
  const head = /^head +([0-9a-f]{64})$/m.exec((await run('verify')).stdout)?.[1] ?? ''
  await run('read', 'b.txt')
  expect((await run('verify', '--head', head)).stdout).toMatch(/^noted +entry 1 of \S+ is there; 1 entry came since$/m)
  const other = await run('verify', '--head', head.replace(/./g, '0'))
  expect([other.code, other.stdout]).toEqual([5, expect.stringContaining('the log holds no entry with the hash 000')])
  expect((await run('verify', '--head', 'abc')).code).toBe(2)
})

test('the log: in a table, whole as NDJSON, and on one document', async () => {
  const { run } = copyModel()
  await run('read', 'b.txt')
  await run('grade', 'Herat', 'B', '--why', 'knows the place')
  const table = await run('log')
  expect(table.stdout).toMatch(/^NUMBER +WHEN +WHO +WHAT +ABOUT, ORIGIN\n/)
  expect(table.stdout).toMatch(/\n1 +\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ +hearsay \S+ +received +[0-9a-f]{10}\n +a\.txt\n/)
  const entries = (await run('log', '--format', 'ndjson')).stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(entries.map(({ number, what }) => [number, what])).toEqual([
    [1, 'received'],
    [2, 'received'],
    [3, 'grade'],
  ])
  expect(JSON.parse(entries[0].detail)).toMatchObject({
    origin: 'a.txt',
    mediaType: 'text/plain',
    size: A.length,
    given: { origin: 'a.txt' },
    reader: { version: expect.any(String) },
    reading: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  const about = await run('log', '--about', entries[1].about.slice(0, 10), '--format', 'csv')
  expect(about.stdout.trimEnd().split('\r\n')).toHaveLength(2)
  expect((await run('log', '--about', 'nobody')).stderr).toBe('hearsay: the log has no entry about "nobody"\n')
  expect((await run('log', '--limit', '1')).stderr).toBe(
    'hearsay: the last 1 of 3 entries; --limit 0 prints all of them\n',
  )
})

test('the examples in the help of log, verify and import do what they say', async () => {
  const { cwd, run } = copyModel()
  for (const end of ['', '.seal']) copyFileSync(join(cwd, `hearsay.db${end}`), join(cwd, `case-12.db${end}`))
  await run('export', '--what', 'record', '--output', 'record.ndjson')
  writeFileSync(join(cwd, 'record.ndjson.gz'), gzipSync(readFileSync(join(cwd, 'record.ndjson'))))
  const [{ hash }] = (await run('log', '--format', 'ndjson')).stdout.split('\n', 1).map((line) => JSON.parse(line))
  writeFileSync(join(cwd, 'head-of-2024-05-01.txt'), `${hash}\n`)
  for (const command of ['log', 'verify', 'import']) {
    const { stdout } = await run('help', command)
    const examples = Array.from(
      stdout.matchAll(/^ {2}((?:.* \| )?hearsay .+?)(?: {2,}.*)?$/gm),
      ([, example]) => example,
    ).filter((example) => !example.includes('--about 3ba507851c')) // no document of this record
    expect(examples.length).toBeGreaterThan(1)
    for (const example of examples) {
      expect({ example, ...(await runTyped(example, cwd)) }).toMatchObject({ example, code: 0 })
    }
  }
  expect(await run('verify', '--record', 'copy.db')).toMatchObject(SEALED)
})

const FORGED: [what: string, change: (archive: Forged) => void, said: RegExp][] = [
  [
    'a text that its bytes never held',
    ({ documents: [{ reading }] }) => {
      reading.document.text = reading.document.text.replace('two people', 'ten people')
    },
    /^hearsay: in\.ndjson, line 4: document [0-9a-f]{64}: the text of its reading is not what its bytes hold; nothing was imported\n$/,
  ],
  [
    'a decision without a quote',
    ({ entries, documents: [{ document }] }) => {
      const detail = { kind: 'time', document: document.sha256, before: null, after: { words: null } }
      entries.push({ ...entries[0], what: 'decide', about: document.sha256, detail })
    },
    /^hearsay: in\.ndjson, line 3: entry 2 of the log cannot be: detail\.after\..+; nothing was imported\n$/,
  ],
]

test.each(FORGED)('an archive with %s is refused in one line, whatever its hashes say', async (_, change, said) => {
  const { cwd, run } = copyModel()
  const { stdout } = await run('export', '--what', 'record')
  const lines = stdout.trimEnd().split('\n')
  expect(forge(lines, () => {}).join('')).toBe(stdout)
  writeFileSync(join(cwd, 'in.ndjson'), forge(lines, change).join(''))
  expect(await run('import', 'in.ndjson', '--record', 'forged.db')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(said),
  })
  expect(await run('documents', '--record', 'forged.db')).toMatchObject({ code: 0 })
  expect(await run('verify', '--record', 'forged.db')).toMatchObject({ code: 0 })
})
