// The same readings by one thread and by several -> the same bytes, and the same faults in the same order.

import { expect, it } from 'vitest'
import type { FoundLine } from '../../intake/io/lines.ts'
import { inventReadings } from '../../testing/invented-readings.ts'
import { reconcileLines } from './reconcile-lines.ts'

const READINGS = [...inventReadings(400, 5)].map(({ reading }) => reading)
const older = { ...READINGS[150], document: { ...READINGS[150].document, id: 'r7' } }
const LINES = [
  ...[older, ...READINGS.slice(0, 100)].map((reading) => JSON.stringify(reading)),
  '{"schema": "hearsay/reading/1"}',
  ...READINGS.slice(100).map((reading) => JSON.stringify(reading)),
  'no JSON',
  ...READINGS.slice(40, 60).map((reading) => JSON.stringify(reading)),
]

async function* found(lines: readonly string[]): AsyncGenerator<FoundLine> {
  for (const [at, line] of lines.entries()) yield { place: `line ${at + 1}`, bytes: new TextEncoder().encode(line) }
}

async function incidentsWith(workers: number, lines = LINES): Promise<{ incidents: string[]; told: string[] }> {
  const told: string[] = []
  const incidents: string[] = []
  const tellFault = async ({ place }: FoundLine) => void told.push(place)
  for await (const incident of reconcileLines(found(lines), { workers, memory: 1e9, tellFault }))
    incidents.push(incident)
  return { incidents, told }
}

it('gives the same in any number of threads', async () => {
  const one = await incidentsWith(1)
  expect(one.told).toEqual(['line 102', 'line 403'])
  expect(one.incidents.length).toBeGreaterThan(100)
  expect(await incidentsWith(2)).toEqual(one)
  expect(await incidentsWith(3)).toEqual(one)
})

it('starts no thread for a few', async () => {
  const few = LINES.slice(0, 120)
  expect(await incidentsWith(3, few)).toEqual(await incidentsWith(1, few))
})
