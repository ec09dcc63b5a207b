import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readingOf } from '../../record/documents.ts'
import { closeRecord, openRecord } from '../../record/open.ts'
import { setReliability, writeDecision } from '../../record/write-decision.ts'
import { statementWords } from '../../review/statements.ts'
import { runHearsay, scratchFolder } from '../../testing/hearsay.ts'

const BY = { who: 'Ada Quist', at: '2024-05-01T12:00:00.000Z' }

let folder: string
const run = (...args: string[]) => runHearsay(args, { cwd: folder })

beforeAll(async () => {
  folder = scratchFolder()
  const text =
    'The bridge is closed, Mayor Ada Quist said.\n\nA source close to the ministry denied that the bridge was closed.\n'
  writeFileSync(join(folder, 'bridge.txt'), text)
  expect((await run('decisions')).code).toBe(3)
  expect((await run('read', 'bridge.txt')).code).toBe(0)
}, 60_000)

test('nobody has decided anything', async () => {
  expect(await run('decisions')).toMatchObject({
    code: 0,
    stdout: '',
    stderr: expect.stringContaining('nobody has decided'),
  })
  expect(await run('corrections')).toEqual({
    code: 0,
    stdout: '',
    stderr: 'hearsay: nobody has decided anything about statements yet; hearsay serve has the pages for it\n',
  })
  expect(await run('decisions', '--withdraw', '1')).toMatchObject({
    code: 2,
    stderr: 'hearsay: there is no decision 1; hearsay decisions lists them\n',
  })
})

test('decisions are listed, taken back and brought back; what stands is labelled data', async () => {
  const record = openRecord(join(folder, 'hearsay.db'), 'write')
  const { document, articles } = readingOf(record, 1)
  const [said] = articles[0].statements
  const before = statementWords(document.text, said)
  const after = { ...before, stance: 'doubts' as const }
  const number = writeDecision(record, { kind: 'statement', document: document.sha256, before, after }, BY)
  setReliability(record, 'the ministry', { grade: 'D', why: 'guesses' }, BY)
  closeRecord(record)

  const table = await run('decisions')
  expect(table.stdout).toMatch(/^NUMBER +WHO, WHEN +WHAT +ABOUT +BEFORE, AFTER/)
  expect(table.stdout).toMatch(/grade[\s\S]*the ministry[\s\S]*correct[\s\S]*Stance: asserts[\s\S]*Stance: doubts/)
  expect((await run('statements', '--stance', 'doubts', '--format', 'csv')).stdout).toContain('doubts')
  const corrections = async () =>
    (await run('corrections')).stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  expect(await corrections()).toMatchObject([{ annotator: 'Ada Quist', attributions: [{ id: said.id }] }])
  expect((await run('corrections', '--what', 'places')).stdout).toBe('')

  const back = await run('decisions', '--withdraw', String(number))
  expect([back.code, back.stderr]).toEqual([
    0,
    `hearsay: decision ${number} is withdrawn; --restore ${number} restores it\n`,
  ])
  expect((await run('decisions', '--withdraw', String(number))).code).toBe(2)
  expect((await run('decisions')).stdout).toContain('withdrawn')
  expect((await run('statements', '--stance', 'doubts', '--format', 'csv')).stdout).not.toContain('doubts')
  expect(await corrections()).toEqual([])
  expect((await run('decisions', '--restore', String(number))).code).toBe(0)
  const [last] = (await run('decisions', '--format', 'ndjson', '--limit', '1')).stdout
    .split('\n')
    .map((line) => line && JSON.parse(line))
  expect(last).toMatchObject({ decision: { kind: 'source', name: 'the ministry' }, withdrawn: null })
  expect(await corrections()).toHaveLength(1)
})

test('reading again keeps what was decided', async () => {
  expect((await run('reread', '--all')).code).toBe(0)
  expect((await run('statements', '--stance', 'doubts', '--format', 'csv')).stdout).toContain('doubts')
})

test.each([
  [['decisions', '--withdraw', '0'], /Write the number/],
  [['decisions', '--withdraw', 'x'], /Write the number/],
  [['decisions', '--withdraw', '1', '--restore', '1'], /cannot be used with/],
  [['corrections', '--what', 'verdicts'], /Allowed choices are statements, events, places, times/],
])('%j is refused', async (args, why) => {
  expect(await run(...args)).toMatchObject({ code: 2, stderr: expect.stringMatching(why) })
})
