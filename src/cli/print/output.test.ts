import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratchFolder } from '../../testing/hearsay.ts'
import { printTo } from './output.ts'

const OLD = 'the only backup\n'

function folderWithFile(): { folder: string; file: string; now: () => string } {
  const folder = scratchFolder()
  const file = join(folder, 'record.ndjson')
  writeFileSync(file, OLD)
  return { folder, file, now: () => readFileSync(file, 'utf8') }
}

test('whenever a run is killed, the old file is there whole, or the new one', async () => {
  const { folder, file, now } = folderWithFile()
  const seen: string[] = []
  function* pieces(): Generator<string> {
    for (const piece of ['one\n', 'two\n', 'three\n']) {
      seen.push(now())
      yield piece
    }
  }
  await printTo(file, pieces())
  expect(seen).toEqual([OLD, OLD, OLD])
  expect(now()).toBe('one\ntwo\nthree\n')
  expect(readdirSync(folder)).toEqual(['record.ndjson'])
})

test('what breaks half way leaves the old file and nothing beside it', async () => {
  const { folder, file, now } = folderWithFile()
  function* pieces(): Generator<string> {
    yield 'one\n'
    throw new Error('the record broke')
  }
  await expect(printTo(file, pieces())).rejects.toThrow('the record broke')
  expect(now()).toBe(OLD)
  expect(readdirSync(folder)).toEqual(['record.ndjson'])
})

test('nothing at all is a file too; a folder that is missing is an error of the output', async () => {
  const { folder, file, now } = folderWithFile()
  await printTo(file, [])
  expect(now()).toBe('')
  await expect(printTo(join(folder, 'nowhere', 'out'), ['one'])).rejects.toMatchObject({
    name: 'UserError',
    exitCode: 4,
  })
  await expect(printTo('/dev/full', ['one'])).rejects.toThrow('/dev/full cannot be written: no space is left')
})
