import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dumpRecord } from '../../testing/dump-record.ts'
import { finish, MAIN, runHearsay, runShell, scratchFolder, startHearsay } from '../../testing/hearsay.ts'

const FILTER = ['read', '--input', 'ndjson', '--format', 'ndjson', '--no-record']
const line = (id: string): string => `${JSON.stringify({ id, text: `The mayor said that number ${id} was closed.` })}\n`

test.concurrent('the filter: in input order, a broken line told by its number, the rest read, no file made', async () => {
  const folder = scratchFolder()
  const input = `${line('1')}${line('2')}\r\n{"id":"4",\n${line('5')}{"id":"6","text":"No line end here."}`
  const { code, stdout, stderr } = await runHearsay(FILTER, { cwd: folder, stdin: input })
  const readings = stdout
    .trimEnd()
    .split('\n')
    .map((each) => JSON.parse(each))
  expect(readings.map(({ document }) => document.id)).toEqual(['1', '2', '5', '6'])
  expect(stderr).toMatch(/^hearsay: standard input, line 4: malformed JSON \(.+\)\n$/)
  expect(code).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})

test.concurrent('the filter with --errors ndjson: a line for a broken line, in its place, and exit code 0', async () => {
  const input = `${line('1')}{"id":"4",\n\n${line('5')}{"id":"6"}\n`
  const { code, stdout, stderr } = await runHearsay([...FILTER, '--errors', 'ndjson'], {
    cwd: scratchFolder(),
    stdin: input,
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const said = stdout.trimEnd().split('\n')
  expect(said).toHaveLength(4)
  expect(said.map((each) => JSON.parse(each)).map(({ document, place }) => document?.id ?? place)).toEqual([
    ...['1', 'standard input, line 2', '5', 'standard input, line 5'],
  ])
  expect(JSON.parse(said[1])).toEqual({
    schema: 'hearsay/failure/1',
    place: 'standard input, line 2',
    sha256: createHash('sha256').update('{"id":"4",').digest('hex'),
    message: expect.stringMatching(/^malformed JSON/),
  })
  // Reconciling goes by them too: told, or passed on.
  const plain = await runHearsay(['reconcile'], { cwd: scratchFolder(), stdin: stdout })
  expect(plain.code).toBe(1)
  expect(plain.stderr).toMatch(/line 2: not read: standard input, line 2: malformed JSON.*\n.*line 4: not read/)
  const passing = await runHearsay(['reconcile', '--errors', 'ndjson'], {
    cwd: scratchFolder(),
    stdin: `${stdout}nonsense\n`,
  })
  expect(passing).toMatchObject({ code: 0, stderr: '' })
  const [first, second, third] = passing.stdout.split('\n')
  expect([first, second]).toEqual([said[1], said[3]])
  expect(JSON.parse(third)).toMatchObject({ schema: 'hearsay/failure/1', place: 'standard input, line 5' })
})

test.concurrent('the filter reads a line alike wherever it stands in the stream', async () => {
  const folder = scratchFolder()
  const [alone, after] = await Promise.all([
    runHearsay(FILTER, { cwd: folder, stdin: line('7') }),
    runHearsay(FILTER, { cwd: folder, stdin: line('3') + line('7') }),
  ])
  expect(after.stdout.split('\n')[1]).toBe(alone.stdout.trimEnd())
})

test.concurrent('the filter gives each reading before it asks for the next line', async () => {
  const child = startHearsay(FILTER, { cwd: scratchFolder() })
  const finished = finish(child)
  for (const id of ['1', '2', '3']) {
    child.stdin.write(line(id))
    // A reading may come in several pieces.
    let answer = ''
    while (!answer.endsWith('\n'))
      answer += await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))))
    expect(JSON.parse(answer).document.id).toBe(id)
  }
  child.stdin.end()
  expect(await finished).toMatchObject({ code: 0, stderr: '' })
})

test.concurrent('whoever reads the output stops: the filter stops without a word', async () => {
  const child = startHearsay(FILTER, { cwd: scratchFolder() })
  const finished = finish(child)
  child.stdin.write(line('1'))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.stdout.destroy()
  for (let id = 2; id < 50; id++) child.stdin.write(line(String(id)))
  expect(await finished).toMatchObject({ code: 0, stderr: '' })
})

test.concurrent('whoever reads the output stops: what goes into the record is read to the end', async () => {
  const folder = scratchFolder()
  for (const id of ['1', '2', '3', '4']) writeFileSync(join(folder, `${id}.txt`), JSON.parse(line(id)).text)
  const shell = `'${process.execPath}' '${MAIN}' read . --summary 2>.errors | true; cat .errors`
  expect(await runShell(shell, folder)).toMatchObject({ stdout: expect.stringMatching(/^hearsay: 4 documents read\n/) })
  const child = startHearsay(['read', '.', '--record', 'other.db'], { cwd: folder })
  const finished = finish(child)
  child.stdout.destroy()
  expect(await finished).toMatchObject({ code: 0, stderr: expect.stringMatching(/^hearsay: 4 documents read\n/) })
  expect(dumpRecord(join(folder, 'other.db')).documents).toHaveLength(4)
})

test.concurrent('a full disk under the output: one line, and an exit code of its own', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'a.txt'), 'The mayor said that the bridge was closed.\n')
  expect(await runHearsay(['read', 'a.txt'], { cwd: folder })).toMatchObject({ code: 0 })
  const commands = ['read a.txt', 'statements', 'documents --format csv', 'export', 'export --output /dev/full']
  for (const command of commands) {
    const { code, stderr } = await runShell(`'${process.execPath}' '${MAIN}' ${command} > /dev/full`, folder)
    expect(stderr).toMatch(
      /^hearsay: (?:standard output|\/dev\/full) cannot be written: no space is left on the device\n$/,
    )
    expect([command, code]).toEqual([command, 4])
  }
})

test.concurrent('Ctrl-C: the document in hand is finished, the record closed; the next run goes on', async () => {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'in'))
  for (let id = 100; id < 300; id++)
    writeFileSync(join(folder, `in/${id}.txt`), JSON.parse(line(String(id))).text.repeat(30))
  const child = startHearsay(['read', 'in'], { cwd: folder })
  const finished = finish(child)
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGINT')
  const { code, stdout, stderr } = await finished
  expect(code).toBe(130)
  expect(stderr).toMatch(/^hearsay: stopping after this document; .+\nhearsay: \d+ documents? read\n$/)
  const record = join(folder, 'hearsay.db')
  const stored = dumpRecord(record).documents.length
  expect(stored).toBe(stdout.trimEnd().split('\n').length)
  expect(stored).toBeLessThan(200)
  const next = await runHearsay(['read', 'in'], { cwd: folder })
  expect(next.stderr).toContain(`hearsay: 200 documents read, ${stored} of them already in the record\n`)
  expect(dumpRecord(record).documents).toHaveLength(200)
})

test.concurrent('Ctrl-C while it waits for input', async () => {
  const child = startHearsay(FILTER, { cwd: scratchFolder() })
  const finished = finish(child)
  child.stdin.write(line('1'))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGINT')
  expect(await finished).toMatchObject({ code: 130 })
})

const STANDARD_INPUTS: [name: string, stdin: string, mediaType: string, ids: number][] = [
  ['plain text', 'The mayor said that the bridge was closed.\n', 'text/plain', 1],
  ['NDJSON', line('1') + line('2'), 'text/plain', 2],
]

test.concurrent.each(STANDARD_INPUTS)(
  'standard input tells by itself that it is %s',
  async (_, stdin, mediaType, documents) => {
    const { code, stdout } = await runHearsay(['read', '-', '--format', 'ndjson', '--no-record'], {
      cwd: scratchFolder(),
      stdin,
    })
    expect(code).toBe(0)
    const readings = stdout
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each))
    expect(readings.map((reading) => reading.document.mediaType)).toEqual(new Array(documents).fill(mediaType))
  },
)
