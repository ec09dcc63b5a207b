import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { dumpRecord, integrityOf } from '../../testing/dump-record.ts'
import { runHearsay, scratchFolder } from '../../testing/hearsay.ts'
import { makeProgram } from '../program.ts'

const TEXT = `Bridge in Herat closed

HERAT, 3 May 2021 (Harbour Courier) - “The bridge is closed,” said Ada Quist, the mayor of Herat.

A source close to the ministry denied that the bridge was closed.
`

let folder: string
const run = (...args: string[]) => runHearsay(args, { cwd: folder })

beforeAll(async () => {
  folder = scratchFolder()
  writeFileSync(join(folder, 'bridge.txt'), TEXT)
  writeFileSync(
    join(folder, 'wire.ndjson'),
    `${JSON.stringify({ id: 'wire-1', text: 'Residents said that shops burned.', outlet: '=Wire' })}\n`,
  )
  const { code, stdout, stderr } = await run('read', 'bridge.txt', 'wire.ndjson')
  expect(stdout).toMatch(/^[0-9a-f]{10} +1 article .*bridge\.txt\nwire-1 +1 article .*wire\.ndjson\n$/)
  expect(stderr).toBe(
    'hearsay: 2 documents read\nhearsay: without a date: 1, without an outlet: 1; hearsay documents --without date lists them, hearsay describe fills them in\n',
  )
  expect(code).toBe(0)
}, 60_000)

test('statements: a table, CSV and NDJSON of the same', async () => {
  const table = await run('statements')
  expect(table.stdout).toMatch(/^SOURCE +CUE +WHAT IS SAID/)
  expect(table.stdout).toContain('Ada Quist')
  const ndjson = await run('statements', '--format', 'ndjson', '--source', 'quist')
  const [statement] = ndjson.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(statement).toMatchObject({
    source: 'Ada Quist',
    named: true,
    cue: 'said',
    stance: 'asserts',
    manner: 'direct',
  })
  expect(TEXT.slice(statement.start, statement.end)).toBe(statement.passage)
  const csv = await run('statements', '--format', 'csv', '--document', 'wire')
  expect(csv.stdout.split('\r\n')).toHaveLength(3)
  expect(csv.stdout).toContain(",'=Wire,")
})

test('statements by sources without a name', async () => {
  const { stdout } = await run('statements', '--unnamed', '--format', 'ndjson')
  const sources = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).source_text)
  expect(sources).toContain('A source close to the ministry')
  expect(sources).not.toContain('Ada Quist')
})

test('documents, show, search', async () => {
  const documents = await run('documents', '--format', 'ndjson')
  const [bridge] = documents.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const show = await run('show', bridge.sha256.slice(0, 6))
  expect(show.stdout).toContain('<said> [Ada Quist')
  expect(show.stdout).toContain('[?A source close to the ministry] <denied>')
  const whole = await run('show', 'wire-1', '--format', 'ndjson')
  expect(JSON.parse(whole.stdout)).toMatchObject({ schema: 'hearsay/reading/1', document: { id: 'wire-1' } })
  const search = await run('search', 'burn')
  expect(search.stdout).toContain('shops *burned*')
  expect(await run('search', 'nowhere')).toMatchObject({
    code: 0,
    stdout: '',
    stderr: 'hearsay: nothing found for nowhere\n',
  })
})

test('export: everything, also into a file; reread: the same again', async () => {
  const before = dumpRecord(join(folder, 'hearsay.db'))
  const readings = await run('export', '--what', 'readings')
  expect(
    readings.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).document.origin),
  ).toEqual(['bridge.txt', 'wire.ndjson'])
  const statements = await run('statements', '--format', 'csv')
  const told = 'hearsay: wrote the statements to all.csv\n'
  expect(await run('export', '--output', 'all.csv')).toEqual({ code: 0, stdout: '', stderr: told })
  expect(readFileSync(join(folder, 'all.csv'), 'utf8')).toBe(statements.stdout)
  expect(await run('reread')).toMatchObject({ code: 0, stderr: 'hearsay: 0 documents read again\n' })
  expect(await run('reread', '--all')).toMatchObject({ code: 0, stderr: 'hearsay: 2 documents read again\n' })
  const { log, ...after } = dumpRecord(join(folder, 'hearsay.db'))
  expect(withoutNumbers(after)).toEqual(withoutNumbers({ ...before, log: undefined }))
  expect(log.slice(0, before.log.length)).toEqual(before.log)
  expect(log.slice(before.log.length)).toMatchObject([{ what: 'reread' }, { what: 'reread' }])
  expect(integrityOf(join(folder, 'hearsay.db'))).toEqual(['ok'])
})

/** Rows that were written anew have new numbers. */
const withoutNumbers = (dump: Record<string, unknown>) =>
  JSON.parse(JSON.stringify(dump), (key, value) => (key === 'number' ? undefined : value))

test('doctor finds all well', async () => {
  const { code, stdout } = await run('doctor')
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(0, 2)),
  ).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok'])
  expect(stdout).toMatch(/model +reader-5 in .*models, 24\.1 MB; it marks cue, /)
  expect(stdout).toMatch(/hearsay\.db is sound: 2 documents, 2 articles/)
  expect(code).toBe(0)
})

test('a summary for newcomers', async () => {
  const { code, stdout } = await run('read', 'bridge.txt', '--summary')
  expect(stdout).toMatch(/2 documents with 2 articles and \d+ statements/)
  expect(stdout).toMatch(/What to try next/)
  expect(code).toBe(0)
})

const TYPED_WRONG: [args: string[], message: RegExp][] = [
  [['raed', 'x'], /^hearsay: unknown command 'raed'/],
  [['read', '--format', 'xml', 'x'], /^hearsay: option '--format <format>' argument 'xml' is invalid/],
  [['read', '--max-size', 'huge', 'x'], /^hearsay: "huge" is not a size; write for example 200MB or 500kB\n$/],
  [['read', '--summary', '--no-record', 'x'], /^hearsay: --summary needs a record/],
  [['read', '--errors', 'ndjson', '--format', 'ndjson', 'x'], /^hearsay: --errors ndjson is for filters: add/],
  [['reconcile', '--step', 'guess'], /^hearsay: option '--step <name>' argument 'guess' is invalid/],
  [['statements', '--limit', '-3'], /^hearsay: option '--limit <n>' argument '-3' is invalid/],
  [['documents', '--limit', '99999999999999999999'], /^hearsay: option '--limit <n>' argument '9+' is invalid/],
  [['statements', '--document', 'zzz'], /^hearsay: no document's id begins with "zzz"/],
  [['show'], /^hearsay: missing required argument 'id'/],
  [['search', '"'], /^hearsay: """ contains no word to search for\n$/],
  [['export', '--output', './hearsay.db'], /^hearsay: --output \.\/hearsay\.db would overwrite the record itself/],
  [
    ['export', '--what', 'readings', '--format', 'csv'],
    /^hearsay: readings cannot be written as csv; the formats are ndjson/,
  ],
]

test.each(TYPED_WRONG)('%j: what is wrong is said, with exit code 2', async (args, message) => {
  const { code, stdout, stderr } = await run(...args)
  expect(stderr).toMatch(message)
  expect(stdout).toBe('')
  expect(code).toBe(2)
})

test('every command teaches by examples, which are commands that exist', async () => {
  const program = await makeProgram()
  const names = program.commands.map((command) => command.name())
  for (const command of program.commands) {
    const help: string[] = []
    command.configureOutput({ writeOut: (text) => help.push(text) }).outputHelp()
    const examples = help.join('').split('Examples:')[1] ?? ''
    const used = [...examples.matchAll(/\bhearsay (\w+)/g)].map(([, name]) => name)
    expect(used, command.name()).toContain(command.name())
    expect(used.filter((name) => !names.includes(name))).toEqual([])
    for (const [, option] of examples.matchAll(new RegExp(`hearsay ${command.name()}\\b[^\n]*?(--[a-z-]+)`, 'g')))
      expect(
        [help.join('').split('Examples:')[0], ...command.commands.map((sub) => sub.helpInformation())].join(''),
      ).toContain(option)
  }
})

test('the version, and help with every exit code', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
  expect(await run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  const { code, stdout } = await run('--help')
  expect(code).toBe(0)
  for (const exitCode of ['0', '1', '2', '3', '4', '70', '130'])
    expect(stdout).toMatch(new RegExp(`^  ${exitCode} +\\S`, 'm'))
})
