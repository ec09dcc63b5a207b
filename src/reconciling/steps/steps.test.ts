import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../../sha256.ts'
import { readExamples } from '../../testing/examples.ts'
import { inventReadings } from '../../testing/invented-readings.ts'
import type { Reading } from '../../types.ts'
import { WINDOW_MEMBERS } from '../neighbours.ts'
import { reconcile } from '../reconcile.ts'
import { field, type Line, numberField, parseLine } from './line.ts'
import { documentLine, STEPS, type StepName } from './steps.ts'

/** By their keys, and otherwise in the order in which they came. */
const sortLines = (lines: readonly string[]): string[] =>
  lines
    .map((line) => ({ line, key: Buffer.from(keyOf(line)) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ line }) => line)

const keyOf = (line: string): string => parseLine(line)?.key ?? ''
const jsonOf = (line: string): string => parseLine(line)?.json ?? ''

async function* stream(lines: readonly string[]): AsyncGenerator<Line> {
  for (const line of lines) yield { key: keyOf(line), json: jsonOf(line) }
}

async function run(step: StepName, sorted: readonly string[]): Promise<string[]> {
  const lines: string[] = []
  for await (const line of STEPS[step].run(stream(sorted))) lines.push(line)
  return lines
}

interface Division {
  /** Into how many parts the sorted chains are divided for comparing, each with the first lines of what follows. */
  parts: number
}

/** As scale/steps.sh and scale/spark do it. */
async function inSteps(readings: readonly Reading[], { parts }: Division = { parts: 1 }): Promise<string[]> {
  const documents = sortLines(readings.map(documentLine))
  const blocks = sortLines(await run('block', documents))
  const size = Math.ceil(blocks.length / parts)
  const pairs: string[][] = []
  for (let start = 0; start < blocks.length; start += size)
    pairs.push(await run('compare', blocks.slice(start, start + size + WINDOW_MEMBERS)))
  const connected = await run('connect', sortLines(await run('rank', sortLines([...new Set(pairs.flat())]))))
  const components = new Map((await run('component', connected)).map((line) => [keyOf(line), jsonOf(line)]))
  const ofComponent = (chain: string, json: string): string => `${components.get(chain) ?? chain}\t${json}`
  const members = [
    ...(await run('single', documents)).map((line) => ofComponent(keyOf(line), jsonOf(line))),
    ...connected.map((line) => ofComponent(keyOf(line).split(' ')[0], jsonOf(line))),
  ]
  const clusters = await run('cluster', sortLines(members))
  return sortLines(await run('describe', clusters)).map(jsonOf)
}

const inOne = (readings: readonly Reading[]): string[] =>
  reconcile(readings).map((incident) => JSON.stringify(incident))

/** Short enough to be shown where they differ. */
const digests = (lines: readonly string[]): string[] =>
  lines.map((line) => `${line.slice(31, 51)} ${sha256(Buffer.from(line)).slice(0, 8)}`)

const invented = (count: number, seed: number, towns: number, days: number): Reading[] =>
  [...inventReadings(count, seed, { towns, days })].map(({ reading }) => reading)

test.each([
  ['few to a block', 200, { towns: 40, days: 200 }, 1],
  ['blocks larger than their windows', 200, { towns: 2, days: 3 }, 1],
  ['blocks divided among parts', 200, { towns: 2, days: 3 }, 7],
  ['many small parts', 100, { towns: 3, days: 5 }, 60],
])('%s: byte for byte what one process gives', async (_, count, { towns, days }, parts) => {
  const readings = invented(count, 5, towns, days)
  const expected = inOne(readings)
  expect(expected.length).toBeGreaterThan(10)
  expect(digests(await inSteps(readings, { parts }))).toEqual(digests(expected))
})

test('the reports of examples/: byte for byte', async () => {
  const readings = (await readExamples()).map(({ reading }) => reading)
  expect(digests(await inSteps(readings))).toEqual(digests(inOne(readings)))
}, 120_000)

test('of several readings of a document the last counts, also one without events', async () => {
  const [first, second, ...others] = invented(30, 3, 3, 10)
  const other: Reading = { ...second, document: { ...second.document, id: first.document.id } }
  const empty: Reading = { ...others[0], articles: [] }
  const readings = [first, second, ...others, other, empty, second]
  expect(digests(await inSteps(readings))).toEqual(digests(inOne(readings)))
})

test('ids that no shell would like', async () => {
  const ids = ['a b', 'a\tb', 'a\nb', '', 'é', 'e', '!', '~', '\u{1f600}', '\uffee', '"', "a'b", '!0020', 'a', 'A']
  const readings = invented(60, 9, 2, 3).map((reading, at) => ({
    ...reading,
    document: { ...reading.document, id: `${ids[at % ids.length]}${at < ids.length ? '' : at}` },
  }))
  expect(digests(await inSteps(readings, { parts: 3 }))).toEqual(digests(inOne(readings)))
})

test('a field of a key is visible ASCII, and in the order of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      expect(field(one)).toMatch(/^[!-~]*$/)
      expect(field(one) < field(other)).toBe(one < other)
      expect(field(one) === field(other)).toBe(one === other)
    }),
  )
  expect(['', 'a', 'a\u001f1', 'Çe', '~'].map(field)).toEqual(['', 'a', 'a!001f1', '~00c7e', '~007e'])
})

test('numbers of a key are in their order, also days before 1970', () => {
  const numbers = [-800_000, -1, 0, 9, 10, 20_000, 0xffffffff]
  expect(numbers.map(numberField).toSorted()).toEqual(numbers.map(numberField))
})

test('the program for Spark looks as far ahead as neighbours do', () => {
  const program = readFileSync(new URL('../../../scale/spark/reconcile.py', import.meta.url), 'utf8')
  expect(program).toContain(`\nWINDOW_LINES = ${WINDOW_MEMBERS}\n`)
})

test.each(['rank', 'cluster', 'block'] as const)('%s: lines that are not sorted are an error', async (step) => {
  await expect(run(step, ['b\t{"chains":[]}', 'a\t{}'])).rejects.toThrow(/not sorted: "a" comes after "b"/)
})
