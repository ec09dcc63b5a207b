// A workbook (XLSX) -> the rows of its sheets, each a report of its own; which column is what, each sheet says for itself.

import { UserError } from '../../user-error.ts'
import { entriesOf, openZip } from '../archive/zip-entries.ts'
import type { Container, Limits, Part, Source } from '../container.ts'
import { type Allowance, startAllowance } from '../io/allowance.ts'
import { readAll } from '../io/read-all.ts'
import { elementsOf, findAll, parseXml, textIn, type XmlElement } from '../xml/xml.ts'
import type { Row } from './columns.ts'
import { toRow } from './csv.ts'
import { namedColumns } from './named-columns.ts'
import { type NumberedRow, rowParts } from './rows.ts'

/** Bytes of one sheet, unpacked: some hundred thousand rows. */
const MAX_SHEET = 100_000_000
const MAX_SHEETS = 50
const MAX_COLUMNS = 1000

/** The first files of a workbook are like those of any Office document; which it is, the names in its directory of parts tell. */
export const xlsx: Container = {
  name: 'a workbook',
  matches: (head) =>
    /^PK\x03\x04.{26}(?:\[Content_Types\]|_rels\/|xl\/|docProps\/|mimetype)/s.test(head) &&
    /xl\/(?:workbook|worksheets|_rels|theme|styles|sharedStrings)|spreadsheetml/.test(head),
  async *parts(source, limits) {
    const { chunks, size } = source
    const bytes = await readAll(chunks, limits.maxSize, size)
    const allowance = startAllowance()
    allowance.took(bytes.length)
    yield* partsOf(sheetsIn(await readFiles(bytes, allowance)), source, limits)
  },
}

const WANTED = /^xl\/(?:workbook|styles|sharedStrings|worksheets\/[^/]+)\.xml$/

async function readFiles(bytes: Uint8Array, allowance: Allowance): Promise<Map<string, XmlElement>> {
  const files = new Map<string, XmlElement>()
  for await (const { name, read } of entriesOf(await openZip(bytes))) {
    if (!WANTED.test(name) || files.size === MAX_SHEETS) continue
    const text = new TextDecoder().decode(await read({ maxSize: MAX_SHEET, allowance }))
    files.set(name, parseXml(text, name))
  }
  return files
}

/** A sheet of notes or figures beside one of reports is passed over, and people are told. */
async function* partsOf(sheets: readonly NumberedRow[][], source: Source, limits: Limits): AsyncGenerator<Part> {
  const refusals: UserError[] = []
  for (const [index, rows] of sheets.entries()) {
    try {
      yield* rowParts(rows, source, limits)
    } catch (error) {
      if (!(error instanceof UserError) || sheets.length === 1) throw error
      refusals.push(new UserError(`sheet ${index + 1}: ${error.message}`))
    }
  }
  if (refusals.length === sheets.length) throw refusals[0]
  for (const { message } of refusals) limits.tell?.(source.origin, message)
}

/** The rows of each sheet that has any. */
function sheetsIn(files: ReadonlyMap<string, XmlElement>): NumberedRow[][] {
  const strings = stringsIn(files.get('xl/sharedStrings.xml'))
  const isDate = datesIn(files.get('xl/styles.xml'))
  const since1904 = /^(?:1|true)$/.test(attributeIn(files.get('xl/workbook.xml'), 'workbookPr', 'date1904') ?? '')
  const sheets = [...files]
    .filter(([name]) => name.startsWith('xl/worksheets/'))
    .toSorted(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
  if (sheets.length === 0) throw new UserError('this workbook holds no sheet of cells')
  const found = sheets
    .map(([, sheet], index) => {
      const rows = findAll(sheet, 'row').flatMap((row, at): FilledRow[] => {
        const cells = cellsIn(row, { strings, isDate, since1904 })
        return cells.some(isFilled) ? [{ number: row.attributes.r ?? String(at + 1), cells }] : []
      })
      return belowNames(rows).map(({ number, cells }): NumberedRow => {
        const name = sheets.length > 1 ? `sheet ${index + 1}, row ${number}` : `row ${number}`
        return { name, cells }
      })
    })
    .filter((rows) => rows.length > 0)
  if (found.length === 0) throw new UserError('this workbook holds no row of cells below a first row of names')
  return found
}

interface FilledRow {
  number: string
  cells: string[]
}

const isFilled = (cell: string): boolean => cell.trim() !== ''
const MAX_ABOVE = 8

/** The names of the columns stand in the first row, or, where that is a title of one cell, in the first row of several. */
function belowNames(rows: readonly FilledRow[]): { number: string; cells: Row }[] {
  const several = rows.slice(0, MAX_ABOVE + 1).findIndex(({ cells }) => cells.filter(isFilled).length > 1)
  const at = Math.max(several, 0)
  if (rows[at] === undefined) return []
  const names = namedColumns(rows[at].cells)
  return rows.slice(at + 1).map(({ number, cells }) => ({ number, cells: toRow(names, cells) }))
}

interface Sheet {
  strings: readonly string[]
  isDate: (style: number) => boolean
  since1904: boolean
}

function cellsIn(row: XmlElement, sheet: Sheet): string[] {
  const cells: string[] = []
  for (const cell of elementsOf(row)) {
    if (cell.local !== 'c') continue
    const at = columnOf(cell.attributes.r) ?? cells.length
    if (at >= MAX_COLUMNS) continue
    while (cells.length < at) cells.push('')
    cells[at] = valueIn(cell, sheet)
  }
  return cells
}

/** "C7" -> 2 */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1]
  if (letters === undefined) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function valueIn(cell: XmlElement, { strings, isDate, since1904 }: Sheet): string {
  const { t: type, s: style } = cell.attributes
  if (type === 'inlineStr') return findAll(cell, 't').map(textIn).join('')
  const [value] = findAll(cell, 'v').map(textIn)
  if (value === undefined) return ''
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'e') return ''
  if ((type === undefined || type === 'n') && isDate(Number(style ?? -1)))
    return dayAndTime(Number(value), since1904) ?? value
  return value
}

/** Runs of letters in different fonts are one string; the reading of Chinese characters beside them is none of it. */
const stringsIn = (file: XmlElement | undefined): string[] =>
  file === undefined
    ? []
    : findAll(file, 'si').map((item) =>
        elementsOf(item)
          .flatMap((part) => (part.local === 't' ? [part] : part.local === 'r' ? findAll(part, 't') : []))
          .map(textIn)
          .join(''),
      )

/** In characters; programs for tables allow no more. */
const MAX_FORMAT = 255

/** Formats 14 to 22 and 45 to 47 are dates and times; others are by the letters in them. */
function datesIn(file: XmlElement | undefined): (style: number) => boolean {
  if (file === undefined) return () => false
  const own = new Map(
    findAll(file, 'numFmt').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode ?? '']),
  )
  const [styles] = findAll(file, 'cellXfs')
  const formats = styles === undefined ? [] : elementsOf(styles).map(({ attributes }) => attributes.numFmtId ?? '0')
  return (style) => {
    const format = formats[style]
    if (format === undefined) return false
    const code = own.get(format)
    if (code !== undefined) return /[dy]/i.test(code.slice(0, MAX_FORMAT).replace(/\[[^\]]*\]|"[^"]*"|\\./g, ''))
    const number = Number(format)
    return (number >= 14 && number <= 17) || number === 22
  }
}

const MS_A_DAY = 86_400_000
/** Day 0 of a workbook, in days since 1970; of one that counts from 1904, the day that it counts from. */
const DAY_0 = -25_569
const DAY_0_OF_1904 = -24_107

/** A day, and the clock where there is one; a workbook knows no time zone. */
function dayAndTime(serial: number, since1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > 120_000) return null
  const instant = new Date(Math.round(((serial + (since1904 ? DAY_0_OF_1904 : DAY_0)) * MS_A_DAY) / 1000) * 1000)
  const [date, clock] = instant.toISOString().split(/[T.]/)
  return clock === '00:00:00' ? date : `${date} ${clock}`
}

const attributeIn = (file: XmlElement | undefined, element: string, name: string): string | undefined =>
  file === undefined ? undefined : findAll(file, element)[0]?.attributes[name]
