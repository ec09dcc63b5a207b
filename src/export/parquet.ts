// Rows -> Parquet, in groups of rows that bound memory. A column's type depends on its name, so all files agree.

import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { Cell, Row } from './rows.ts'

/** A group ends where either is reached: rows may hold whole paragraphs. */
const MOST = { rows: 10_000, characters: 8_000_000 }

type Type = 'STRING' | 'BOOLEAN' | 'INT32' | 'DOUBLE'

const TYPES: readonly (readonly [Type, RegExp])[] = [
  ['BOOLEAN', /^named$/],
  ['DOUBLE', /^(?:latitude|longitude|confidence|low|high)$|_(?:best|low|high)$/],
  [
    'INT32',
    /^(?:article|start|end|trigger_start|trigger_end|geoname_id|accounts|origins|articles|statements|unnamed|sightings|warnings|relayed|documents|outlets|incidents|corroborated|contradicted)$/,
  ],
]

const typeOf = (column: string): Type => TYPES.find(([, names]) => names.test(column))?.[0] ?? 'STRING'

export function* parquet(columns: readonly string[], rows: Iterable<Row>): Generator<Uint8Array> {
  const sources = (group: readonly Row[]) => columns.map((column) => sourceOf(column, group))
  const writer = new ByteWriter()
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: sources([]) }),
    createdBy: 'hearsay',
  })
  for (const group of groupsOf(rows)) {
    file.write({ columnData: sources(group), rowGroupSize: group.length })
    yield takeBytes(writer)
  }
  file.finish()
  yield takeBytes(writer)
}

function* groupsOf(rows: Iterable<Row>): Generator<Row[]> {
  let group: Row[] = []
  let characters = 0
  for (const row of rows) {
    group.push(row)
    for (const cell of Object.values(row)) if (typeof cell === 'string') characters += cell.length
    if (group.length < MOST.rows && characters < MOST.characters) continue
    yield group
    group = []
    characters = 0
  }
  if (group.length > 0) yield group
}

function sourceOf(name: string, rows: readonly Row[]): ColumnSource {
  const type = typeOf(name)
  const data = rows.map((row) => cellOf(row[name] ?? null, type))
  return { name, type, data, nullable: true, offsetIndex: false }
}

/** A text in a column of numbers is a mistake of ours. */
function cellOf(cell: Cell, type: Type): Cell {
  if (cell === null) return null
  if (type === 'STRING') return String(cell)
  if (typeof cell === 'string') throw new Error(`a text in a column of type ${type}: ${cell.slice(0, 40)}`)
  return cell
}

/** What has been written since the last time; the writer keeps counting from the start of the file. */
function takeBytes(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return bytes
}
