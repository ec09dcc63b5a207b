// The rows of a table, one after the other -> a part for each, and a word to people on which column was taken for what.

import type { Columns } from '../../types.ts'
import type { Limits, Part, Source } from '../container.ts'
import { describeColumns, guessColumns, noText, type Row } from './columns.ts'
import { eventDataset } from './event-dataset.ts'
import { ROW } from './row.ts'

/** Looked at before the columns are guessed. */
const SAMPLE_ROWS = 50

export interface NumberedRow {
  /** How people find it: "row 2", or an id. */
  name: string
  cells: Row
}

export async function* rowParts(
  rows: AsyncIterable<NumberedRow> | Iterable<NumberedRow>,
  { origin, known: { columns: stated } }: Source,
  { tell }: Limits,
): AsyncGenerator<Part> {
  const iterator = iterate(rows)
  const sample: NumberedRow[] = []
  while (sample.length < SAMPLE_ROWS) {
    const { value, done } = await iterator.next()
    if (done) break
    sample.push(value)
  }
  const names = [...new Set(sample.flatMap(({ cells }) => Object.keys(cells)))]
  if (stated?.text === undefined) {
    const refusal = eventDataset(names)
    if (refusal) throw refusal
  }
  const columns = guessColumns(
    names,
    sample.map(({ cells }) => cells),
    stated,
  )
  if (columns.text === undefined) throw noText(names)
  tell?.(origin, `a table, its columns read as --columns ${describeColumns(columns)}`)
  const text = columns.text
  const partOf = ({ name, cells }: NumberedRow): Part[] => (isBlank(cells[text]) ? [] : [toPart(name, cells, columns)])
  for (const row of sample) yield* partOf(row)
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield* partOf(next.value)
}

async function* iterate<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* items
}

const isBlank = (cell: unknown): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')

const toPart = (name: string, cells: Row, columns: Columns): Part => ({
  name,
  content: Buffer.from(JSON.stringify(cells)),
  known: { mediaType: ROW, columns },
})
