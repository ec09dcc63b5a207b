import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { copyExampleRecord } from '../../testing/examples.ts'
import { runHearsay, scratchFolder } from '../../testing/hearsay.ts'

let folder: string
let id: string
const run = (...args: string[]) => runHearsay(args, { cwd: folder })
const table = async () => (await run('incident', id)).stdout
const incidents = async () =>
  (await run('incidents', '--format', 'ndjson')).stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

beforeAll(async () => {
  folder = scratchFolder()
  copyFileSync(await copyExampleRecord(), join(folder, 'hearsay.db'))
  const all = await incidents()
  id = all.toSorted((a, b) => b.accounts.length - a.accounts.length)[0].id
}, 240_000)

test('a title, tags and a note stand above the incident; a word taken back is gone, and nothing is done twice', async () => {
  const made = (await table()).split('\n')[0].replace(/ +i-\S+$/, '')
  const first = await run('label', id.slice(0, 8), '--title', 'The silo', '--tag', 'silo', 'to verify', '--note', 'ask')
  expect(first).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^hearsay: i-\S+: 4 decisions \(\d+, \d+, \d+, \d+\)/),
  })
  expect(await table()).toMatch(/^The silo +i-[\s\S]*tags: silo, to verify\nNote by .+: ask\n/)
  expect((await run('incidents')).stdout).toContain('The silo')
  expect((await run('label', id, '--title', 'The silo', '--tag', 'silo')).stderr).toContain('nothing changes')
  await run('label', id, '--untag', 'to verify', '--no-title')
  expect(await table()).toMatch(/tags: silo\n/)
  expect((await table()).split('\n')[0]).toContain(made)

  const [, number] = /\((\d+),/.exec(first.stderr) ?? []
  expect((await run('decisions', '--withdraw', number)).code).toBe(0)
  expect((await run('decisions')).stdout).toMatch(/withdrawn/)
})

test('what cannot be a label is refused', async () => {
  const table: [args: string[], code: number, why: RegExp][] = [
    [[id], 2, /say what to change: --title, --tag, --untag or --note/],
    [['i-nothing', '--tag', 'x'], 2, /i-nothing/],
    [[id, '--tag', 'a;b'], 2, /without semicolons/],
    [[id, '--tag', 'w'.repeat(61)], 2, /at most 60 characters/],
    [[id, '--title', 'two\nlines'], 2, /title/],
  ]
  for (const [args, code, why] of table) {
    const refused = await run('label', ...args)
    expect([refused.code, refused.stderr], args.join(' ')).toEqual([code, expect.stringMatching(why)])
  }
})

test('an account by hand is read, joins the incident, and is taken back; its document stays', async () => {
  const sources = async () =>
    (await incidents()).flatMap(({ accounts }) => accounts.map(({ origin }: { origin: string }) => origin))
  const added = await run('account', id, '--source', 'Ada Quist', '--said', '2016-06-29', 'Nobody', 'was', 'warned.')
  expect([added.code, added.stderr]).toEqual([0, expect.stringContaining(`Ada Quist is an account of ${id}`)])
  expect((await run('decisions', '--limit', '1')).stdout).toMatch(
    /add +Nobody was warned +–\n.*Source: Ada Quist; Named/,
  )
  expect(await sources()).toContain('Ada Quist')
  expect((await run('documents', '--format', 'ndjson')).stdout).toContain('by hand')
  const [, number] = /decision (\d+)/.exec(added.stderr) ?? []
  await run('decisions', '--withdraw', number)
  expect(await sources()).not.toContain('Ada Quist')
  expect((await run('documents', '--format', 'ndjson')).stdout).toContain('by hand')
  expect((await run('verify')).code).toBe(0)
})

test('an account needs a source, a day that is one, and an incident', async () => {
  const table: [args: string[], why: RegExp][] = [
    [[id, 'Nobody was warned.'], /--source/],
    [[id, 'Nobody was warned.', '--source', 'Ada', '--said', 'Monday'], /Write a day as 2016-06-20/],
    [['i-nothing', 'Nobody was warned.', '--source', 'Ada'], /i-nothing/],
  ]
  for (const [args, why] of table) {
    const refused = await run('account', ...args)
    expect([refused.code, refused.stderr], args.join(' ')).toEqual([2, expect.stringMatching(why)])
  }
})
