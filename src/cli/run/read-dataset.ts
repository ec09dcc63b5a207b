// A file of coded events -> its events that lie in a range of days, and what the whole file is about. Holds only those events.

import { open } from 'node:fs/promises'
import { parse } from 'csv-parse'
import { type Cells, type CodedEvent, DATASETS, type Dataset, gdeltColumns } from '../../export/compare/coded-event.ts'
import { explainFileError } from '../../intake/io/file-error.ts'
import { EXIT, UserError } from '../../user-error.ts'

export interface ReadDataset {
  name: string
  events: CodedEvent[]
  rows: number
  /** First and last day, and the countries, of all its rows. */
  start: string
  end: string
  countries: Set<string>
}

const LOOKED_AT = 65_536
const MAX_ROW = 10_000_000

/** @param within the days that are kept: the record's */
export async function readDataset(path: string, within: { start: string; end: string }): Promise<ReadDataset> {
  try {
    await using file = await open(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0)
    const [first = ''] = buffer
      .subarray(0, bytesRead)
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
    const delimiter = [',', '\t', ';'].toSorted((one, other) => first.split(other).length - first.split(one).length)[0]
    const unnamed = /^\d+\t\d{8}\t/.test(first) ? gdeltColumns(first.split('\t').length) : null
    const rows = file.createReadStream({ start: 0, autoClose: false }).pipe(
      parse({
        delimiter,
        columns: unnamed ?? ((names: string[]) => names.map((name) => name.trim())),
        bom: true,
        quote: unnamed ? null : '"',
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: true,
        max_record_size: MAX_ROW,
      }),
    )
    return await collect(rows, within, path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^CSV_/.test(String(error.code)))
      throw new UserError(`${path}: the table is damaged (${error.message.split('\n')[0].slice(0, 200)})`, EXIT.usage)
    const { message } = explainFileError(error)
    throw new UserError(message.startsWith(path) ? message : `${path}: ${message}`, EXIT.usage)
  }
}

async function collect(
  rows: AsyncIterable<Cells>,
  within: { start: string; end: string },
  path: string,
): Promise<ReadDataset> {
  let dataset: Dataset | undefined
  const found: ReadDataset = { name: '', events: [], rows: 0, start: '9999', end: '', countries: new Set() }
  for await (const cells of rows) {
    dataset ??= datasetOf(Object.keys(cells), path)
    const event = dataset.read(cells)
    if (event === null) continue
    found.rows++
    if (event.start < found.start) found.start = event.start
    if (event.end > found.end) found.end = event.end
    if (event.country !== null) found.countries.add(event.country)
    // What has no kind that a record knows (diplomacy in GDELT) is nothing to compare.
    if (event.end >= within.start && event.start <= within.end && event.types?.length !== 0) found.events.push(event)
  }
  if (dataset === undefined || found.rows === 0) throw new UserError('it holds no events')
  return { ...found, name: dataset.name }
}

function datasetOf(columns: readonly string[], path: string): Dataset {
  const names = new Set(columns)
  const dataset = DATASETS.find(({ matches }) => matches(names))
  if (dataset !== undefined) return dataset
  throw new UserError(
    `${path}: these are not the columns of ACLED, UCDP GED or GDELT (${columns.slice(0, 8).join(', ').slice(0, 200)})`,
    EXIT.usage,
  )
}
