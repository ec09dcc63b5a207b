import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draftOf, replaceFile } from './replace-file.ts'
import { scratchFolder } from './testing/hearsay.ts'

test('the file is as it was until the draft takes its place', () => {
  const folder = scratchFolder()
  const file = join(folder, 'out.csv')
  writeFileSync(file, 'old')
  const draft = draftOf(file)
  writeFileSync(draft.path, 'new')
  expect(readFileSync(file, 'utf8')).toBe('old')
  draft.put()
  expect(readFileSync(file, 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['out.csv'])
})

test('a draft that is dropped leaves nothing, also where nothing was written', () => {
  const folder = scratchFolder()
  draftOf(join(folder, 'a')).drop()
  const draft = draftOf(join(folder, 'b'))
  writeFileSync(draft.path, 'half')
  draft.drop()
  expect(readdirSync(folder)).toEqual([])
})

test('links stay links, and rights stay rights', () => {
  const folder = scratchFolder()
  const file = join(folder, 'kept.json')
  writeFileSync(file, 'old')
  chmodSync(file, 0o640)
  symlinkSync('kept.json', join(folder, 'link.json'))
  replaceFile(join(folder, 'link.json'), 'new')
  expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true)
  expect(readFileSync(file, 'utf8')).toBe('new')
  expect(statSync(file).mode & 0o777).toBe(0o640)
})

test('where it cannot be written, nothing is left', () => {
  const folder = scratchFolder()
  expect(() => replaceFile(join(folder, 'nowhere', 'out'), 'new')).toThrow('ENOENT')
  expect(existsSync(join(folder, 'nowhere'))).toBe(false)
})

test('what is no file is written to itself', () => {
  expect(draftOf('/dev/null').path).toBe('/dev/null')
  replaceFile('/dev/null', 'gone')
  expect(statSync('/dev/null').isFile()).toBe(false)
})
