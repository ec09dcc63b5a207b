// Comma, semicolon or tab separated values, the names of the columns first -> its rows, each a report of its own.

import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { UserError } from '../../user-error.ts'
import type { Container } from '../container.ts'
import { readText } from '../io/read-text.ts'
import { charsetOf } from '../text/charset.ts'
import { isKnownName, type Row } from './columns.ts'
import { eventDataset } from './event-dataset.ts'
import { namedColumns } from './named-columns.ts'
import { type NumberedRow, rowParts } from './rows.ts'

const CSV = 'text/csv'

export const csv: Container = {
  name: 'a table of comma separated values',
  matches: (head, { known }) => headOf(withoutMark(head), known.mediaType?.startsWith(CSV) ?? false) !== null,
  async *parts(source, limits) {
    const { known, head } = source
    const text = await readText(source, limits, charsetOf(known.mediaType))
    const isNamed = known.mediaType?.startsWith(CSV) ?? false
    const found = headOf(withoutMark(text.slice(0, 4096)), isNamed) ?? headOf(withoutMark(latin(head)), isNamed)
    yield* rowParts(rowsOf(text, found ?? { delimiter: ',', line: 1 }), source, limits)
  },
}

interface Head {
  delimiter: string
  /** The line with the names, from 1. */
  line: number
}

/** Lines above the names of the columns: "sep=;", as Excel has it; a title, a day of export. */
const MAX_ABOVE = 8

function headOf(head: string, isNamed: boolean): Head | null {
  const stated = /^sep=(.)\r?\n/.exec(head)
  if (stated) return { delimiter: stated[1], line: 2 }
  const first = delimiterOf(head, isNamed)
  if (first !== null && !isPoor(head, first)) return { delimiter: first, line: 1 }
  if (!isNamed) return first === null ? null : { delimiter: first, line: 1 }
  const lines = head.split(/\r\n|\r|\n/)
  for (let line = 2; line <= Math.min(MAX_ABOVE + 1, lines.length - 1); line++) {
    const delimiter = delimiterOf(lines.slice(line - 1).join('\n'), false)
    if (delimiter !== null && lines[line - 1].trim() !== '') return { delimiter, line }
  }
  return first === null ? null : { delimiter: first, line: 1 }
}

/** "Monitor of the province;;": one cell with words, and none that tables would call a column so. */
const isPoor = (head: string, delimiter: string): boolean => {
  const [first = ''] = head.split(/\r\n|\r|\n/)
  const cells = cellsOf(first, delimiter).filter((cell) => cell !== '')
  return cells.length < 2 && !cells.some(isKnownName)
}

const latin = (head: Uint8Array): string => Buffer.from(head).toString('latin1')

/** Of UTF-16, every other character is a zero. */
const withoutMark = (head: string): string =>
  head.replace(/^(?:\ufeff|\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '')

const DELIMITERS = [',', ';', '\t', '|'] as const
const MAX_NAME = 60

/**
 * By its first line: names of columns, not a sentence, and known ones where its file's name does not say what it is.
 * A line after it has as many cells, or the file is one line.
 */
function delimiterOf(head: string, isNamed: boolean): string | null {
  const [first = '', ...rest] = head.replace(/^[\r\n]+/, '').split(/\r\n|\r|\n/)
  if (first.length > 3500) return null
  for (const delimiter of DELIMITERS) {
    const names = cellsOf(first, delimiter)
    if (names.length < 2 || !names.every(isName) || new Set(names).size < names.length) continue
    const known = names.filter(isKnownName).length
    if (known < 2 && !isNamed && eventDataset(names) === null) continue
    // "Source, date" over a paragraph is prose; programs put no space after a comma, and no empty line after the names.
    if (!isNamed && /[,;] /.test(first)) continue
    const second = isNamed ? rest.find((line) => line.trim() !== '') : rest[0]
    if (second !== undefined && !second.includes(delimiter)) continue
    return delimiter
  }
  return null
}

const cellsOf = (line: string, delimiter: string): string[] =>
  line.split(delimiter).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )

const isName = (cell: string): boolean => cell.length <= MAX_NAME && !/[.!?]$|[<>{}]/.test(cell) && !/^["“]/.test(cell)

/** Longer than any report. */
const MAX_ROW = 10_000_000

async function* rowsOf(text: string, { delimiter, line }: Head): AsyncGenerator<NumberedRow> {
  const records = Readable.from([text]).pipe(
    parse({
      delimiter,
      from_line: line,
      bom: true,
      info: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW,
    }),
  )
  let names: string[] | null = null
  let number = line - 1
  try {
    for await (const { record } of records) {
      number++
      const cells: string[] = record
      if (names === null) names = namedColumns(cells)
      else yield { name: `row ${number}`, cells: toRow(names, cells) }
    }
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error
    throw new UserError(`the table breaks off after row ${number} (${error.message.split('\n')[0].slice(0, 200)})`)
  }
}

export const toRow = (names: readonly string[], cells: readonly string[]): Row =>
  Object.fromEntries(
    cells.flatMap((cell, index) => (cell === '' ? [] : [[names[index] ?? `column ${index + 1}`, cell]])),
  )
