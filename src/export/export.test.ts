import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportRows } from './export.ts'
import type { Cell } from './rows.ts'

const CELLS: [cell: Cell, csv: string, why: string][] = [
  ['plain', 'plain', ''],
  ['a, b', '"a, b"', 'comma'],
  ['"So," he said', '"""So,"" he said"', 'quotation marks'],
  ['two\nlines', '"two\nlines"', 'line end'],
  ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`, 'a formula'],
  ['+1 said', "'+1 said", 'a formula to a spreadsheet'],
  ['-5 degrees', "'-5 degrees", 'a formula to a spreadsheet'],
  ['@mayor', "'@mayor", 'a formula to a spreadsheet'],
  ['5 - 3 = 2', '5 - 3 = 2', 'no formula: the sign is not in front'],
  [-12.5, '-12.5', 'a latitude is a number, whatever its sign'],
  [null, '', 'unknown'],
  [true, 'true', ''],
  [false, 'false', 'not the same as unknown'],
  [0, '0', 'not the same as unknown'],
]

test.each(CELLS)('%j in CSV is %s', (cell, csv) => {
  expect([...exportRows('csv', ['cell', 'next'], [{ cell, next: 1 }])].join('')).toBe(`cell,next\r\n${csv},1\r\n`)
})

test.each(CELLS)('%j in NDJSON is itself', (cell) => {
  const [line] = exportRows('ndjson', ['cell'], [{ cell, left: 'out' }])
  expect(JSON.parse(line)).toEqual({ cell })
})

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\r', '\n', '\t', ' ', "'", '=', '-', '+', '@', 'é', '😀') }),
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)

/** What a reader of CSV finds in a cell: a text that would run begins with an apostrophe, all else is as it was. */
const read = (value: Cell): string =>
  typeof value === 'string' && /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : String(value ?? '')

test('another parser reads from CSV the cells that went in, and none that a spreadsheet would run', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (table) => {
      const rows = table.map(([a, b, c]) => ({ a, b, c }))
      const parsed: string[][] = parse([...exportRows('csv', ['a', 'b', 'c'], rows)].join(''))
      expect(parsed).toEqual([['a', 'b', 'c'], ...table.map((cells) => cells.map(read))])
      for (const [at, row] of table.entries())
        for (const [column, value] of row.entries())
          if (typeof value === 'string') expect(parsed[at + 1][column]).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})
