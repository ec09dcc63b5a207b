import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readingOf } from '../../record/documents.ts'
import { closeRecord, openRecord } from '../../record/open.ts'
import { writeDecision } from '../../record/write-decision.ts'
import { statementWords } from '../../review/statements.ts'
import { runHearsay, runProgram, scratchFolder } from '../../testing/hearsay.ts'

const ADA = { who: 'Ada Quist', at: '2024-05-01T12:00:00.000Z' }

let folder: string
const run = (...args: string[]) => runHearsay(args, { cwd: folder })

/** On the pages, by another person than the machine's user. */
function propose(stance: 'doubts' | 'believes'): number {
  const record = openRecord(join(folder, 'hearsay.db'), 'write')
  const { document, articles } = readingOf(record, 1)
  const before = statementWords(document.text, articles[0].statements[0])
  const number = writeDecision(
    record,
    { kind: 'statement', document: document.sha256, before, after: { ...before, stance } },
    ADA,
  )
  closeRecord(record)
  return number
}

beforeAll(async () => {
  folder = scratchFolder()
  writeFileSync(join(folder, 'bridge.txt'), 'The bridge is closed, Mayor Ada Quist said.\n')
  expect((await run('read', 'bridge.txt')).code).toBe(0)
}, 60_000)

test('proposals wait, are approved by another in one of two processes, declined with a reason, and never by their own maker', async () => {
  expect(await run('proposals')).toMatchObject({
    code: 0,
    stdout: '',
    stderr: expect.stringContaining('nothing waits'),
  })
  expect((await run('proposals', '--require')).stderr).toContain('need the approval of somebody else, from now on')
  expect((await run('proposals', '--require')).stderr).toContain('already')

  const mine = await run('grade', 'Ada Quist', 'B')
  expect(mine.stderr).toMatch(/proposal \d+ waits until somebody else approves it/)
  const own = /proposal (\d+)/.exec(mine.stderr)?.[1] ?? ''
  expect(await run('proposals', '--approve', own)).toMatchObject({
    code: 2,
    stderr: 'hearsay: you proposed this yourself; somebody else must approve it\n',
  })

  const [one, two] = [propose('doubts'), propose('believes')]
  const table = await run('proposals')
  expect(table.stdout).toMatch(
    /NUMBER +WHO, WHEN[\s\S]*grade[\s\S]*Ada Quist[\s\S]*Stance: asserts\s[\s\S]*Stance: doubts/,
  )
  const both = await Promise.all([1, 2].map(() => runProgram(['proposals', '--approve', String(one)], { cwd: folder })))
  expect(both.map(({ code }) => code).sort()).toEqual([0, 2])
  expect(both.map(({ stderr }) => stderr).join('')).toMatch(/approved: decision \d+ is in the log/)
  expect(both.map(({ stderr }) => stderr).join('')).toMatch(/has already approved it/)
  expect((await run('statements', '--stance', 'doubts', '--format', 'csv')).stdout).toContain('doubts')

  expect(await run('proposals', '--approve', String(two))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('has changed since it was proposed'),
  })
  expect((await run('proposals', '--decline', String(two), '--why', 'it is corrected')).code).toBe(0)
  const all = (await run('proposals', '--all', '--format', 'ndjson')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(all.map(({ closed }) => closed && [closed.how, closed.why])).toEqual([
    null,
    ['approved', null],
    ['declined', 'it is corrected'],
  ])
  expect((await run('decisions')).stdout).toMatch(/Ada Quist,[\s\S]*approved by/)
  expect((await run('verify')).code).toBe(0)
  expect((await run('proposals', '--no-require')).stderr).toContain('one person is enough')
}, 120_000)

test('since lists what is new to whoever asks, until they say that they have seen it', async () => {
  const first = await run('since')
  expect(first.stdout).toMatch(/ENTRY +WHO, WHEN +DID +WHAT[\s\S]*NEW DOCUMENT/)
  expect(first.stdout).toMatch(/decline[\s\S]*approve[\s\S]*propose/)
  expect((await run('since', '--seen')).stderr).toMatch(/you have seen everything up to entry \d+/)
  expect((await run('since')).stderr).toContain('nothing was done')
  writeFileSync(join(folder, 'depot.txt'), 'A blast at the depot in Herat killed two people on Monday, police said.\n')
  await run('read', 'depot.txt')
  const { documents, deeds } = JSON.parse((await run('since', '--format', 'ndjson')).stdout)
  expect([documents.total, documents.items[0].origin, deeds.total]).toEqual([1, 'depot.txt', 0])
  expect(JSON.parse((await run('since', '2000-01-01', '--format', 'ndjson')).stdout).documents.total).toBe(2)
  expect(await run('since', 'yesterday')).toMatchObject({ code: 2, stderr: expect.stringContaining('neither a day') })
}, 120_000)
