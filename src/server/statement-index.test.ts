import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeRecord, openRecord } from '../record/open.ts'
import { replaceReading, writeDocument } from '../record/write.ts'
import { withdrawDecision, writeDecision } from '../record/write-decision.ts'
import { statementWords } from '../review/statements.ts'
import { scratchFolder } from '../testing/hearsay.ts'
import { type Made, makeReading } from '../testing/made-reading.ts'
import type { Stance } from '../types.ts'
import { followRecord } from './follow-record.ts'
import type { StatementIndex } from './indexed.ts'

const NOON = '2024-05-01T12:00:00.000Z'
const made = (name: string, version = '1') =>
  makeReading(`${name} said it rained.`, { origin: `${name}.txt`, said: [[name, 'said', 'it rained']], version })

test('the index follows what this process and others write, and what is read again', () => {
  const path = join(scratchFolder(), 'hearsay.db')
  const own = openRecord(path, 'create')
  const other = openRecord(path, 'write')
  const write = (record: typeof own, { received, reading } = made('Ada')) =>
    writeDocument(record, received, reading, NOON)
  const { index } = followRecord(own)
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

test('what people decide on is made anew, and nothing else; what is there then is what a new look finds', () => {
  const record = openRecord(join(scratchFolder(), 'hearsay.db'), 'create')
  const all = ['Ada', 'Bo', 'Cy'].map((name) => made(name))
  for (const { received, reading } of all) writeDocument(record, received, reading, NOON)
  const { index } = followRecord(record)
  const told = ({ articles, statements, newest, sources, stances }: StatementIndex) => ({
    articles: articles.map(({ document, said }) => [document, said.length]),
    statements: statements
      .map(({ article, source, stance }) => [article.document, sources.words[source], stances.words[stance]].join(' '))
      .sort(),
    newest: newest.length,
  })
  const [, second, third] = index().articles
  const decide = ({ reading: { document, articles } }: Made, stance: Stance | null) => {
    const before = statementWords(document.text, articles[0].statements[0])
    const after = stance && { ...before, stance }
    const decision = { kind: 'statement' as const, document: document.sha256, before, after }
    return writeDecision(record, decision, { who: 'Ada', at: NOON })
  }
  const number = decide(all[0], 'doubts')
  expect(index().articles.slice(1)).toEqual([second, third])
  expect(index().articles[1], 'it was not looked at again').toBe(second)
  expect(told(index()).statements).toContain('1 Ada doubts')
  expect(told(index())).toEqual(told(followRecord(record).index()))
  const last = all[2]
  decide(last, null)
  expect(told(index())).toEqual(told(followRecord(record).index()))
  const { received, reading } = made('Dot')
  writeDocument(record, received, reading, NOON)
  decide(made('Dot'), 'denies')
  withdrawDecision(record, number, { who: 'Bo', at: NOON })
  expect(told(index())).toEqual(told(followRecord(record).index()))
  expect(told(index()).statements).toEqual(['1 Ada asserts', '2 Bo asserts', '4 Dot denies'])
  closeRecord(record)
})
