// `hearsay read FOLDER` as a new user types it: after a mixed folder, one screen says what was read, what was not, and what to do.

import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Finished, runHearsay, scratchFolder } from '../../testing/hearsay.ts'
import { makeMixedFolder, REFUSED } from '../../testing/mixed-folder.ts'

const COPIES = 5
/** Lines of a small terminal, less the prompt. */
const SCREEN = 23
const WIDTH = 150

let run: Finished
/** What follows the last line about a file of its own. */
let summary: string[]

beforeAll(async () => {
  const cwd = scratchFolder()
  makeMixedFolder(join(cwd, 'inbox'), { reports: 24, copies: COPIES })
  run = await runHearsay(['read', 'inbox'], { cwd })
  const lines = run.stderr.trimEnd().split('\n')
  summary = lines.slice(lines.findIndex((line) => / documents read, /.test(line)))
}, 120_000)

test('it fits a screen, and no line is endless', () => {
  expect(summary.length).toBeGreaterThan(5)
  expect(summary.length).toBeLessThanOrEqual(SCREEN)
  for (const line of summary) expect(line.length).toBeLessThanOrEqual(WIDTH)
})

test('what was read, by kind', () => {
  const [first, kinds] = summary
  const read = Number(/(\d+) documents read/.exec(first)?.[1])
  expect(read).toBe(run.stdout.trimEnd().split('\n').length)
  expect(kinds).toMatch(/^hearsay: +\d+ plain texts, .*\d+ web pages, .*\d+ letters, .*\d+ of other kinds$/)
  const numbers = [...kinds.matchAll(/(\d+) [a-z]/gi)].map(([, number]) => Number(number))
  expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(read)
})

test('copies are no news, and each is named with what it is a copy of', () => {
  const again = run.stdout.split('\n').filter((line) => line.includes('inbox/sent again/'))
  expect(again).toHaveLength(COPIES)
  for (const line of again)
    expect(line).toMatch(/inbox\/sent again\/(\S+) {2}\(already in the record, from inbox\/reports\/\1\)$/)
  expect(Number(/, (\d+) of them the same as another/.exec(summary[0])?.[1])).toBeGreaterThanOrEqual(COPIES)
})

test.each(Object.entries(REFUSED))('refused: %s', (reason, files) => {
  const line = summary.find((each) => each.includes(reason))
  expect(line).toMatch(new RegExp(`^hearsay: +\\d+ +${reason}`))
  expect(Number(line?.match(/\d+/)?.[0])).toBeGreaterThanOrEqual(Object.keys(files).length)
})

test('no reason is left without words of its own', () => {
  expect(summary.filter((line) => /this is|other reason|\binbox\//.test(line))).toEqual([])
})

test('what has no date or outlet is counted, and how to fill it in', () => {
  expect(summary.at(-1)).toMatch(
    /^hearsay: without a date: \d+, without an outlet: \d+; hearsay documents --without date/,
  )
})

test('what lies in every folder is not spoken of', () => {
  expect(run.stdout + run.stderr).not.toMatch(/DS_Store|~\$|MACOSX|README|page_files/)
})
