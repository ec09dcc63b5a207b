import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { openDocument } from './intake/document.ts'
import { LAYERS, withNeeds } from './layers.ts'
import { read, readPart } from './pipeline.ts'
import { runInProcess } from './testing/in-process.ts'
import { sharedResources } from './testing/resources.ts'
import type { Layer } from './types.ts'

const REPORT = `Shelling kills five in Harsk
HARSK, 3 May 2021 - Shelling killed at least five people at a market in Nairobi on Sunday, the health minister, Ida Lund, said.
"They fired on civilians," she told Lantern Radio. The army denied it. Rebels in Kampala called the regime's attack a massacre.`

const open = () => openDocument({ bytes: new TextEncoder().encode(REPORT), origin: 'report.txt' })

test('each layer, by itself and with others, is what the whole reading has, and no other is there', async () => {
  const resources = await sharedResources()
  const whole = await read(await open(), resources)
  for (const layer of LAYERS) expect(whole.articles[0][layer], layer).not.toEqual([])
  const asked: readonly Layer[][] = [...LAYERS.map((layer) => [layer]), ['times', 'statements'], [...LAYERS]]
  for (const layers of asked) {
    const part = await readPart(await open(), resources, layers)
    const articles = whole.articles.map((article) =>
      Object.fromEntries(
        Object.entries(article).filter(
          ([key]) => layers.some((one) => one === key) || !LAYERS.some((one) => one === key),
        ),
      ),
    )
    expect(part, layers.join()).toEqual({ ...whole, schema: 'hearsay/part-of-reading/1', articles })
  }
})

test('sentences by themselves need no model', async () => {
  const resources = { ...(await sharedResources()), findDrafts: () => Promise.reject(new Error('the model was asked')) }
  expect((await readPart(await open(), resources, ['sentences'])).articles[0].sentences).toHaveLength(5)
  await expect(readPart(await open(), resources, ['sentences', 'times'])).rejects.toThrow('the model was asked')
})

test('what a layer is made from is worked out with it', () => {
  expect([...withNeeds(['statements'])]).toEqual(['statements'])
  expect([...withNeeds(['counts'])].sort()).toEqual(['counts', 'times'])
  expect([...withNeeds(['signals'])].sort()).toEqual(LAYERS.filter((layer) => layer !== 'sentences').toSorted())
})

test('the filter prints them, as their schema says', async () => {
  const line = `${JSON.stringify({ id: 'r1', text: REPORT })}\n`
  const args = ['read', '--input', 'ndjson', '--format', 'ndjson', '--no-record', '--only', 'statements, times']
  const { code, stdout, stderr } = await runInProcess(args, { cwd: '.', stdin: line })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const part = JSON.parse(stdout)
  const keys = Object.keys(part.articles[0]).filter((key) => LAYERS.some((layer) => layer === key))
  expect(keys).toEqual(['statements', 'times'])
  const schema = readFileSync(fileURLToPath(new URL('../schema/part-of-reading.json', import.meta.url)), 'utf8')
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(schema))
  expect(validate(part), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({ ...part, articles: [{ ...part.articles[0], times: 'none' }] })).toBe(false)
})

test.each([
  [
    ['--only', 'places', '--format', 'ndjson', '--no-record'],
    '"places" is no layer of a reading; there are sentences, ',
  ],
  [['--only', 'times', '--format', 'ndjson'], '--only is for filters: add --format ndjson --no-record'],
  [['--only', 'times', '--no-record'], '--only is for filters: add --format ndjson --no-record'],
])('%j is refused', async (args, said) => {
  const { code, stderr } = await runInProcess(['read', '-', ...args], { cwd: '.', stdin: 'x' })
  expect(code).toBe(2)
  expect(stderr).toContain(said)
})
