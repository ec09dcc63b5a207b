import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { copyExampleRecord } from '../../testing/examples.ts'
import { runHearsay, scratchFolder } from '../../testing/hearsay.ts'
import type { Article, Reading } from '../../types.ts'

let folder: string
let document: string
const run = (...args: string[]) => runHearsay(args, { cwd: folder })
const correct = (...args: string[]) => run('correct', document, ...args)
const article = async (): Promise<Article> => {
  const reading: Reading = JSON.parse((await run('show', document, '--format', 'ndjson')).stdout)
  return reading.articles[0]
}

beforeAll(async () => {
  folder = scratchFolder()
  copyFileSync(await copyExampleRecord(), join(folder, 'hearsay.db'))
  const lines = (await run('documents', '--format', 'ndjson')).stdout.split('\n').filter(Boolean)
  const found = lines.map((line) => JSON.parse(line)).find(({ origin }) => origin.includes('12-tibu-wire'))
  document = found.id
}, 240_000)

test('without a thing, all are listed with their ids', async () => {
  const { stdout } = await correct()
  const { counts, events, statements } = await article()
  for (const { id } of [...counts, ...events, ...statements]) expect(stdout).toContain(id)
  expect(stdout).toMatch(/Six surveyors +6 surveyors, abducted/)
})

test('a number, the parties of an event and the chain of a statement are corrected, and taken back', async () => {
  const before = await article()
  const number = before.counts[0].id
  const done = await correct(number, '--least', '5', '--most', 'none', '--about', '--of', 'engineers', '--fate', 'none')
  expect(done).toMatchObject({ code: 0, stderr: expect.stringMatching(/decision \d+ is in the log/) })
  expect((await article()).counts[0]).toMatchObject({ low: 5, high: null, approximate: true, of: 'engineers' })
  expect((await article()).counts[0]).not.toHaveProperty('fate')
  expect((await run('decisions')).stdout).toMatch(/correct/)

  const event = before.events[0]
  await correct(event.id, '--party', 'instrument thing: four men', '--without-party', 'Six surveyors', '--toll', 'none')
  const [now] = (await article()).events
  expect(now.participants.at(-1)).toMatchObject({ role: 'instrument', kind: 'thing', named: false })
  expect([now.participants.length, now.counts]).toEqual([event.participants.length, []])

  const statement = before.statements[0].id
  await correct(statement, '--through', 'group: four men', 'local radio', '--said-to', 'two women')
  const said = (await article()).statements[0]
  expect(said.relay).toHaveLength(2)
  expect(said.addressee?.spans).toHaveLength(1)

  const numbers = (await run('decisions', '--format', 'ndjson')).stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => String(JSON.parse(line).number))
  for (const one of numbers) expect((await run('decisions', '--withdraw', one)).code).toBe(0)
  expect(await article()).toEqual(before)
})

test('a number that was missed is added, confirmed and rejected', async () => {
  const [event] = (await article()).events
  await correct('number', '--words', 'Armed men', '--least', '2', '--of', 'men', '--toll-of', event.id)
  const added = (await article()).counts.at(-1)
  expect(added).toMatchObject({ low: 2, high: 2, of: 'men', decided: 'added' })
  expect((await article()).events[0].counts).toContain(added?.id)
  const id = added?.id ?? ''
  expect((await correct(id, '--confirm')).code).toBe(0)
  expect((await correct(id, '--reject')).code).toBe(0)
  expect((await article()).counts.map((count) => count.id)).not.toContain(id)
})

test('what makes no sense is refused in one line, and nothing is decided', async () => {
  const { counts, events, statements } = await article()
  const [number, event, statement] = [counts[0].id, events[0].id, statements[0].id]
  const refused: [args: string[], why: RegExp][] = [
    [['a1.c99', '--confirm'], /no number, event or statement "a1.c99"/],
    [[number], /say what is right: --confirm, --reject/],
    [[number, '--confirm', '--least', '3'], /say what is right/],
    [[number, '--least', 'three'], /whole number/],
    [[number, '--least', '9', '--most', '3'], /the lower bound is above the upper one/],
    [[number, '--fate', 'eaten'], /Allowed choices/],
    [[number, '--words', 'words that nobody wrote'], /the article does not say "words that nobody wrote"/],
    [[number, '--toll-of', 'a1.v99'], /no event "a1.v99"/],
    [[number, '--through', 'local radio'], /--through says nothing of a number/],
    [[event, '--party', 'the army'], /Write a role and its words/],
    [[event, '--without-party', 'local radio'], /"local radio" is no party of this event/],
    [[event, '--toll', 'a1.c99'], /the article has no count a1.c99/],
    [[statement, '--said-to', 'the moon people'], /does not say "the moon people"/],
    [['number', '--of', 'men'], /needs --words and --least/],
    [[number, '--confirm', '--article', '7'], /the document has no article 7/],
  ]
  const before = (await run('decisions', '--format', 'ndjson')).stdout
  for (const [args, why] of refused) {
    const { code, stderr } = await correct(...args)
    expect([code, stderr], args.join(' ')).toEqual([2, expect.stringMatching(why)])
  }
  expect((await run('decisions', '--format', 'ndjson')).stdout).toBe(before)
}, 120_000)
