import { expect, test } from 'vitest'
import { exportRows } from './export.ts'
import type { Cell } from './row-format.ts'

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
  [null, '', 'unknown'],
  [true, 'true', ''],
  [false, 'false', 'not the same as unknown'],
  [0, '0', 'not the same as unknown'],
]

test.each(CELLS)('%j in CSV is %s', (cell, csv) => {
  expect([...exportRows('csv', ['cell', 'next'], [{ cell, next: 1 }])].join('')).toBe(`cell,next\r\n${csv},1\r\n`)
})

test.each(CELLS)('%j in NDJSON is itself', (cell) => {
  const [head, line] = exportRows('ndjson', ['cell'], [{ cell, left: 'out' }])
  expect(head).toBe('')
  expect(JSON.parse(line)).toEqual({ cell })
})

test('rows are asked for one at a time', () => {
  let asked = 0
  function* rows() {
    for (;;) yield { n: ++asked }
  }
  const lines = exportRows('csv', ['n'], rows())
  for (let i = 0; i < 4; i++) lines.next()
  expect(asked).toBe(3)
})
