import fc from 'fast-check'
import { type AsyncBuffer, parquetMetadata, parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { parquet } from './parquet.ts'
import type { Row } from './rows.ts'

function fileOf(columns: readonly string[], rows: Iterable<Row>): ArrayBuffer {
  const bytes = Buffer.concat([...parquet(columns, rows)])
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
}

const bufferOf = (file: ArrayBuffer): AsyncBuffer => ({
  byteLength: file.byteLength,
  slice: (start, end) => file.slice(start, end),
})

const COLUMNS = ['source', 'named', 'start', 'latitude']

test.each<[Row[], string]>([
  [[], 'no rows at all'],
  [[{ source: 'Zëri', named: true, start: 0, latitude: -12.5 }], 'every type'],
  [[{ source: null, named: null, start: null, latitude: null }], 'nothing known'],
  [[{ source: null }, { source: 'later' }, {}], 'the type does not hang on the first row'],
  [[{ source: '=1+1', named: false, start: 7, latitude: 3 }], 'no formula runs here, so nothing is put before it'],
])('another reader finds %j (%s)', async (rows) => {
  const found = await parquetReadObjects({ file: bufferOf(fileOf(COLUMNS, rows)) })
  const whole = rows.map((row) => Object.fromEntries(COLUMNS.map((column) => [column, row[column] ?? null])))
  expect(found.map((row) => ({ ...row }))).toEqual(whole)
})

test('columns have the type that their name says', () => {
  const { schema } = parquetMetadata(fileOf(COLUMNS, []))
  expect(schema.slice(1).map(({ name, type, converted_type }) => [name, type, converted_type])).toEqual([
    ['source', 'BYTE_ARRAY', 'UTF8'],
    ['named', 'BOOLEAN', undefined],
    ['start', 'INT32', undefined],
    ['latitude', 'DOUBLE', undefined],
  ])
})

test('any text comes back as it was, halves of surrogate pairs apart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(fc.string({ unit: 'binary' }))), async (texts) => {
      const file = fileOf(
        ['passage'],
        texts.map((passage) => ({ passage })),
      )
      expect((await parquetReadObjects({ file: bufferOf(file) })).map(({ passage }) => passage)).toEqual(texts)
    }),
    { numRuns: 40 },
  )
})

test.each<[string, number, string, number[]]>([
  ['short', 25_000, 'rows', [10_000, 10_000, 5_000]],
  ['long '.repeat(200_000), 20, 'their length', [8, 8, 4]],
])('a group of rows ends by its %s', (passage, many, _why, groups) => {
  const rows = Array.from({ length: many }, (_, start) => ({ start, passage }))
  const { row_groups } = parquetMetadata(fileOf(['start', 'passage'], rows))
  expect(row_groups.map(({ num_rows }) => Number(num_rows))).toEqual(groups)
})
