import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeRecord, openRecord } from '../record/open.ts'
import { replaceReading, writeDocument } from '../record/write.ts'
import { scratchFolder } from '../testing/hearsay.ts'
import { makeReading } from '../testing/made-reading.ts'
import { followRecord } from './statement-index.ts'

const NOON = '2024-05-01T12:00:00.000Z'
const made = (name: string, version = '1') =>
  makeReading(`${name} said it rained.`, { origin: `${name}.txt`, said: [[name, 'said', 'it rained']], version })

test('the index follows what this process and others write, and what is read again', () => {
  const path = join(scratchFolder(), 'hearsay.db')
  const own = openRecord(path, 'create')
  const other = openRecord(path, 'write')
  const write = (record: typeof own, { received, reading } = made('Ada')) =>
    writeDocument(record, received, reading, NOON)
  const index = followRecord(own)
  const sources = () => index().statements.map(({ source }) => index().sources.words[source])
  expect(sources()).toEqual([])
  write(own)
  expect(sources()).toEqual(['Ada'])
  write(other, made('Bo'))
  expect(sources()).toEqual(['Ada', 'Bo'])
  const [before] = index().articles
  write(other, made('Cy'))
  expect(index().articles[0], 'what was known is not read again').toBe(before)
  expect(index().newest).toHaveLength(3)
  const { reading } = made('Ada', '2')
  const [article] = reading.articles
  replaceReading(other, 1, { ...reading, articles: [{ ...article, statements: [] }] }, NOON)
  expect(sources().sort()).toEqual(['Bo', 'Cy'])
  replaceReading(own, 3, { ...made('Cy', '3').reading }, NOON)
  expect(sources().sort()).toEqual(['Bo', 'Cy'])
  closeRecord(other)
  closeRecord(own)
})
