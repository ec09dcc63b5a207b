import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv, type AnySchemaObject } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'
import { beforeAll, expect, test } from 'vitest'
import { openDocument } from './intake/document.ts'
import { read } from './pipeline.ts'
import { reconcile } from './reconciling/reconcile.ts'
import type { Resources } from './resources.ts'
import { readExamples } from './testing/examples.ts'
import { inventReports } from './testing/invented-news.ts'
import { inventReadings } from './testing/invented-readings.ts'
import { sharedResources } from './testing/resources.ts'
import type { Reading, Received } from './types.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const published = readFileSync(join(root, 'schema/reading.json'), 'utf8')

test('the published schemas are what the types say now (npm run schema)', () => {
  for (const [type, path, file] of [
    ['Reading', 'src/types.ts', 'schema/reading.json'],
    ['PartOfReading', 'src/types.ts', 'schema/part-of-reading.json'],
    ['Incident', 'src/types.ts', 'schema/incident.json'],
    ['Details', 'src/record/custody/details.ts', 'schema/log.json'],
  ]) {
    const generator = createGenerator({
      path: join(root, path),
      tsconfig: join(root, 'tsconfig.json'),
      additionalProperties: true,
      strictTuples: true,
      skipTypeCheck: true,
    })
    const fresh = JSON.parse(JSON.stringify(generator.createSchema(type)))
    expect(fresh).toEqual(JSON.parse(readFileSync(join(root, file), 'utf8')))
  }
})

test('no schema takes words for an empty object, as its generator does with NonNullable<X>[...]', () => {
  for (const file of ['reading', 'part-of-reading', 'incident', 'log'])
    expect(readFileSync(join(root, `schema/${file}.json`), 'utf8'), file).not.toContain('"properties": {}')
})

test('every incident is what its schema says', () => {
  const validate = new Ajv({ allErrors: true }).compile(
    JSON.parse(readFileSync(join(root, 'schema/incident.json'), 'utf8')),
  )
  const readings = [...inventReadings(40)].map(({ reading }) => reading)
  for (const incident of reconcile(readings)) {
    expect(validate(JSON.parse(JSON.stringify(incident))), JSON.stringify(validate.errors)).toBe(true)
  }
})

test('readers must bear fields that are added later', () => {
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(published))
  expect(validate({ ...EMPTY, added: { later: true } })).toBe(true)
  expect(validate({ ...EMPTY, articles: 'none' })).toBe(false)
  const { warnings, ...less } = EMPTY
  expect(validate(less)).toBe(false)
})

const EMPTY = {
  schema: 'hearsay/reading/1',
  document: { id: '1', sha256: '0', origin: 'x', mediaType: 'text/plain', text: '' },
  articles: [],
  warnings: [],
  reader: { version: '1', model: 'none', settings: 'none' },
}

const ODD: [what: string, text: string][] = [
  ['one word', 'Ceasefire'],
  ['no sentence', '...\n\n***\n\n—'],
  ['nothing but quotation marks', '“” "" «» ‘’ \'\' “'],
  ['a quotation that never ends', 'The mayor said: “We will not\n\nleave this town, she added.'],
  ['halves of characters', 'The mayor said \ud83d that it \udc00 rained.'],
  ['control characters', `The mayor\u0000 said\u0001 that it\u001b[31m rained. ${'It rained all day. '.repeat(20)}`],
  ['another script', 'Мэр сказал, что мост закрыт. رئيس البلدية قال إن الجسر مغلق. 市长说桥已关闭。'],
  ['emoji', '🚨🚨 The mayor said 🙏🏽 that “the bridge 🌉 is closed”. 👩‍👩‍👧‍👦'],
  ['Windows line ends', 'Title\r\n\r\nThe mayor said\r\nthat it rained.\r\n'],
  ['one endless line', 'The mayor said that it rained. '.repeat(300)],
]

let resources: Resources
beforeAll(async () => {
  resources = await sharedResources()
}, 60_000)

/** Our own output may hold nothing that the schema does not name. */
const strict = new Ajv({ allErrors: true }).compile(close(JSON.parse(published)))

const expectValid = async (received: Received): Promise<void> =>
  expectSound(await read(await openDocument(received), resources))

function expectSound({ document, articles, ...rest }: Reading): void {
  const reading = JSON.parse(JSON.stringify({ document, articles, ...rest }))
  expect(strict(reading) ? [] : strict.errors).toEqual([])
  const spans = JSON.stringify(articles).matchAll(/\[(\d+),(\d+)\]/g)
  for (const [, start, end] of spans) {
    expect(Number(start)).toBeLessThanOrEqual(Number(end))
    expect(Number(end)).toBeLessThanOrEqual(document.text.length)
  }
}

test.each(ODD)('the reading of %s is as the schema says', async (_, text) => {
  await expectValid({ bytes: new TextEncoder().encode(text), origin: 'odd' })
  const line = JSON.stringify({
    id: 'odd',
    text,
    outlet: 'Odd News',
    published: '2024-05-01',
    url: 'https://news.example/1',
  })
  await expectValid({ bytes: new TextEncoder().encode(line), origin: 'odd', mediaType: 'application/x-ndjson' })
})

test('the readings of invented reports are as the schema says', async () => {
  for (const { name, content } of inventReports(5, 12, 150)) {
    await expectValid({ bytes: new TextEncoder().encode(content), origin: name })
  }
})

test('the readings of all examples are as the schema says', async () => {
  const examples = await readExamples()
  for (const { reading } of examples) expectSound(reading)
  expect(examples.length).toBeGreaterThanOrEqual(12)
})

/** The same schema where objects have no other fields than those it lists. */
function close(schema: AnySchemaObject): AnySchemaObject {
  return JSON.parse(JSON.stringify(schema), (_, value) =>
    value !== null && typeof value === 'object' && value.type === 'object' && value.properties
      ? { ...value, additionalProperties: false }
      : value,
  )
}
