import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import type { Found } from '../../intake/io/walk.ts'
import { dumpRecord } from '../../testing/dump-record.ts'
import { MAIN, runProgram, runShell, scratchFolder } from '../../testing/hearsay.ts'
import { inventReports } from '../../testing/invented-news.ts'
import { workersFor } from './workers.ts'

const file = (path: string, size: number): Found => ({ path, size })
const CORES = availableParallelism()

const NUMBERS: [what: string, typed: number | undefined, files: Found[], expected: number][] = [
  ['one file, however long', undefined, [file('a.txt', 5e6)], 1],
  ['many short files', undefined, Array.from({ length: 20 }, () => file('a.txt', 100)), 1],
  ['many long files', undefined, Array.from({ length: 2000 }, () => file('a.txt', 30_000)), CORES],
  ['one long file of many documents', undefined, [file('a.ndjson', 1e9)], CORES],
  ['one short file of many documents', undefined, [file('a.ndjson', 1000)], 1],
  ['standard input: nobody knows', undefined, [file('-', 0)], CORES],
  ['no file', undefined, [], 1],
  ['as typed', 3, [file('a.txt', 1)], 3],
]

test.each(NUMBERS)('how many workers: %s', (_, typed, files, expected) => {
  expect(workersFor(typed, files)).toBe(expected)
})

const FILTER = ['read', '--input', 'ndjson', '--format', 'ndjson', '--no-record']
const reports = inventReports(11, 12, 24)
/** Long and short in turn, a broken line, the same document three times. */
const LINES = [
  ...reports.map(({ name, kind, content }, index) =>
    JSON.stringify({ id: name, [kind]: kind === 'text' && index % 5 === 0 ? content.repeat(4) : content }),
  ),
  '{"id":"broken"',
  JSON.stringify({ id: 'empty', text: ' ' }),
  ...['same', 'same', 'same'].map((id) => JSON.stringify({ id, text: reports[0].content })),
]
const STDIN = `${LINES.join('\n')}\n`

test('the filter gives the same bytes, whatever the number of workers and the order of the documents', async () => {
  const cwd = scratchFolder()
  const run = (workers: number, stdin = STDIN) => runProgram([...FILTER, '--workers', String(workers)], { cwd, stdin })
  const one = await run(1)
  expect(one.code).toBe(1)
  expect(one.stdout.trimEnd().split('\n')).toHaveLength(reports.length + 3)
  expect(one.stderr.trimEnd().split('\n')).toHaveLength(2)
  expect(await run(3)).toEqual(one)
  const reversed = await run(2, `${LINES.toReversed().join('\n')}\n`)
  expect(reversed.stdout.trimEnd().split('\n')).toEqual(one.stdout.trimEnd().split('\n').reverse())
})

test('the record is the same, less the times of arrival, and so is what is printed; reread too', async () => {
  const cwd = scratchFolder()
  writeFileSync(join(cwd, 'all.ndjson'), STDIN)
  const run = (workers: number, command = 'read') =>
    runProgram(
      [
        command,
        ...(command === 'read' ? ['all.ndjson'] : ['--all']),
        '--record',
        `${workers}.db`,
        '--workers',
        `${workers}`,
      ],
      { cwd },
    )
  const one = await run(1)
  expect(one.stdout.match(/already/g)).toHaveLength(2)
  const three = await run(3)
  expect(three).toEqual(one)
  const record = dumpRecord(join(cwd, '1.db'))
  expect(record.documents).toHaveLength(reports.length + 1)
  expect(dumpRecord(join(cwd, '3.db'))).toEqual(record)
  const anew = await run(1, 'reread')
  expect(anew).toMatchObject({ code: 0, stderr: `hearsay: ${reports.length + 1} documents read again\n` })
  expect(await run(3, 'reread')).toEqual(anew)
  expect(dumpRecord(join(cwd, '3.db'))).toEqual(dumpRecord(join(cwd, '1.db')))
})

test('a document that takes all memory gets one line; the others are read', async () => {
  const cwd = scratchFolder()
  const large = JSON.stringify({ id: 'large', text: 'He ran.\n\n'.repeat(150_000) })
  const stdin = `${[LINES[1], large, LINES[2], LINES[4]].join('\n')}\n`
  const env = { NODE_OPTIONS: '--max-old-space-size=100' }
  const { code, stdout, stderr } = await runProgram([...FILTER, '--workers', '2'], { cwd, stdin, env })
  expect(stderr).toMatch(/^hearsay: standard input, line 2: the reader ran out of memory on it; .+\n$/)
  expect(code).toBe(1)
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).document.id),
  ).toEqual([reports[1], reports[2], reports[4]].map(({ name }) => name))
})

test.each(['0', '-1', 'two', '1.5', '100000'])('--workers %s is refused in one line', async (typed) => {
  const { code, stderr } = await runProgram([...FILTER, '--workers', typed], { cwd: scratchFolder() })
  expect([code, stderr.split('\n')[0]]).toEqual([2, expect.stringMatching(/--workers.*a whole number from 1 to 256/)])
})

/** As tsx does it: what is imported first registers its own hooks. */
const LOADER = `
  import { readFileSync } from 'node:fs'
  import { createRequire, register } from 'node:module'
  export async function load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context)
    const typescript = createRequire(url)('typescript')
    const { outputText } = typescript.transpileModule(readFileSync(new URL(url), 'utf8'), {
      compilerOptions: { module: 'ESNext', target: 'ES2022' },
    })
    return { format: 'module', source: outputText, shortCircuit: true }
  }
  if (!new URL(import.meta.url).search) register(import.meta.url + '?hooks')
`

test('from a checkout, the loader of TypeScript goes along into the workers', async () => {
  const cwd = scratchFolder()
  writeFileSync(join(cwd, 'loader.mjs'), LOADER)
  const source = MAIN.replace('/dist/', '/src/').replace(/\.js$/, '.ts')
  const stdin = `${LINES.slice(1, 4).join('\n')}\n`
  writeFileSync(join(cwd, 'in.ndjson'), stdin)
  const loader = pathToFileURL(join(cwd, 'loader.mjs'))
  const shell = `'${process.execPath}' --import '${loader}' '${source}' ${FILTER.join(' ')} --workers 2 < in.ndjson`
  const built = await runProgram([...FILTER, '--workers', '1'], { cwd, stdin })
  expect(await runShell(shell, cwd)).toEqual(built)
})
