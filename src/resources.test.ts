// Another model in place of the package's own: what it is called in readings, and what is said of one that is damaged.

import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { loadResources as loadInBrowser } from './browser.ts'
import { openDocument, read, UserError } from './index.ts'
import { describeModel, loadResources } from './resources.ts'
import { scratchFolder } from './testing/hearsay.ts'
import type { Reading } from './types.ts'

const own = (file: string): string => new URL(`../models/${file}`, import.meta.url).pathname
const shipped = JSON.parse(readFileSync(own('reader.json'), 'utf8'))
const TEXT = 'The mayor said on Monday that the bridge was shelled and two people were killed.\n'

let folder = ''
beforeAll(() => {
  folder = scratchFolder()
})

/** A copy of the shipped model with other facts. */
function model(name: string, facts: object): string {
  const path = join(folder, name)
  mkdirSync(path, { recursive: true })
  for (const file of ['reader.onnx', 'vocab.txt']) copyFileSync(own(file), join(path, file))
  writeFileSync(join(path, 'reader.json'), JSON.stringify({ ...shipped, ...facts }))
  return path
}

async function readWith(path?: string): Promise<Reading> {
  const resources = await loadResources({ model: path })
  return read(await openDocument({ bytes: new TextEncoder().encode(TEXT), origin: 'a note' }), resources)
}

const eventsOf = ({ articles }: Reading) => articles.flatMap(({ events }) => events)

const messageOf = (path: string): Promise<string> =>
  loadResources({ model: path }).then(
    () => 'nothing',
    (error) => (error instanceof UserError ? error.message : `no UserError: ${error}`),
  )

test('a reading names its model, and follows its thresholds; of two of one name each has the hash of its files', async () => {
  const usual = await readWith()
  expect([usual.reader.model, usual.reader.settings]).toEqual(['reader-5', 'default'])
  expect(eventsOf(usual).length).toBeGreaterThan(0)
  const { calibration, thresholds } = shipped
  const bold = await readWith(model('bold', { calibration: { ...calibration, bias: 1 } }))
  const strict = await readWith(model('strict', { thresholds: { ...thresholds, trigger: 1 } }))
  expect([bold.reader.model, strict.reader.model]).toEqual(['reader-5', 'reader-5'])
  expect(bold.reader.settings).toMatch(/^model [0-9a-f]{12}$/)
  expect(strict.reader.settings).toMatch(/^model [0-9a-f]{12}$/)
  expect(strict.reader.settings).not.toBe(bold.reader.settings)
  expect(eventsOf(bold).map(({ trigger }) => trigger)).toEqual(eventsOf(usual).map(({ trigger }) => trigger))
  for (const [at, { confidence }] of eventsOf(bold).entries())
    expect(confidence).toBeGreaterThan(eventsOf(usual)[at].confidence)
  expect(eventsOf(strict)).toEqual([])
}, 120_000)

test('a folder that lacks a file', async () => {
  for (const file of ['reader.onnx', 'reader.json', 'vocab.txt']) {
    const path = model('half', {})
    rmSync(join(path, file))
    expect(await messageOf(path)).toBe(`${path}/${file} is missing; export the model again`)
  }
})

test('a file of another export, or a damaged one', async () => {
  const path = model('mixed', {})
  writeFileSync(join(path, 'vocab.txt'), `${readFileSync(own('vocab.txt'), 'utf8')}more\n`)
  expect(await messageOf(path)).toBe(
    `${path}/vocab.txt is not the file that reader.json describes; export the model again`,
  )
  const torn = model('torn', {})
  writeFileSync(join(torn, 'reader.onnx'), readFileSync(own('reader.onnx')).subarray(0, 1e6))
  expect(await messageOf(torn)).toMatch(/torn\/reader\.onnx cannot be loaded \(.+\); export the model again$/)
  expect(() => describeModel(torn)).toThrow(/torn\/reader\.onnx is not the file that reader\.json describes/)
})

test('a graph that lacks an output, or has other heads than reader.json says', async () => {
  const path = model('renamed', {})
  const onnx = readFileSync(own('reader.onnx'))
  for (let at = onnx.indexOf('answer'); at >= 0; at = onnx.indexOf('answer', at + 1)) onnx.write('answex', at)
  writeFileSync(join(path, 'reader.onnx'), onnx)
  const sha256 = { ...shipped.sha256, 'reader.onnx': createHash('sha256').update(onnx).digest('hex') }
  writeFileSync(join(path, 'reader.json'), JSON.stringify({ ...shipped, sha256 }))
  expect(await messageOf(path)).toBe(`${path}/reader.onnx lacks the output answer; export the model again`)
  const wide = model('wide', { tags: { ...shipped.tags, tense: ['past', 'present'] } })
  const columns = Object.values<string[]>(shipped.tags).flat().length
  expect(await messageOf(wide)).toBe(
    `${wide}/reader.onnx has ${columns} columns in the output tags, where the heads of reader.json need ${columns + 2}; export the model again`,
  )
})

test('the browser entry takes another model too, and asks for no file of its own one', async () => {
  const mine = model('mine', { name: 'mine-1' })
  const asked: string[] = []
  const fetchFile = async (path: string) => {
    asked.push(path)
    return readFileSync(path.startsWith('/') ? path : new URL(`../${path}`, import.meta.url))
  }
  // The runtime of Node in place of WebAssembly, of which Node has none.
  const { InferenceSession, Tensor } = createRequire(import.meta.url)('../dist/runtime')
  const inNode = { InferenceSession: { create: (onnx: Uint8Array) => InferenceSession.create(onnx) }, Tensor }
  const { reader } = await loadInBrowser(inNode, fetchFile, { model: mine })
  expect(reader.model).toBe('mine-1')
  expect(reader.settings).toMatch(/^wasm, model [0-9a-f]{12}$/)
  expect(asked.filter((path) => path.includes('reader.onnx'))).toEqual([`${mine}/reader.onnx`])
  expect((await loadInBrowser(inNode, fetchFile)).reader).toMatchObject({ model: 'reader-5', settings: 'wasm' })
}, 120_000)

test('the shipped model is sound', () => {
  const { facts, size } = describeModel()
  expect(facts.name).toBe('reader-5')
  expect(size).toBe(readFileSync(own('reader.onnx')).length)
})

test('the twenty-first of a process are as good as the first', async () => {
  for (let number = 1; number < 21; number++) await loadResources()
  expect(eventsOf(await readWith()).length).toBeGreaterThan(0)
}, 120_000)
