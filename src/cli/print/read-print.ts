// A reading -> what `hearsay read` prints: a line for people, CSV rows of its statements, or NDJSON.

import { STATEMENT_COLUMNS } from '../../export/columns.ts'
import { exportRows, statementCells } from '../../export/export.ts'
import { citeStatements } from '../../record/rows.ts'
import type { Reading } from '../../types.ts'
import type { PrintFormat } from '../options.ts'
import { jsonParts } from '../run/json-parts.ts'
import type { PartRead, Read } from '../run/reader.ts'
import { type Output, OutputClosed } from './output.ts'
import { type Style, shortId } from './style.ts'
import { count, printable } from './text.ts'

/** @param known whether the record has it already
 * @param place where it was found now: the record may have it from elsewhere */
export type PrintReading = (read: Read | PartRead, known: boolean, place: string) => Promise<void>

/** If readings are stored, the run goes on when nobody reads the output any more; it then prints nothing. */
export function untilClosed(print: PrintReading): PrintReading {
  let open = true
  return async (read, known, place) => {
    if (!open) return
    await print(read, known, place).catch((error) => {
      if (!(error instanceof OutputClosed)) throw error
      open = false
    })
  }
}

export function readingPrinter(format: PrintFormat, output: Output, style: Style): PrintReading {
  let first = true
  return async (read, known, place) => {
    if (format === 'ndjson') {
      for (const part of read.json ?? jsonParts(read.reading)) await output.write(part)
      await output.write('\n')
    } else if (read.reading.schema !== 'hearsay/reading/1') throw new Error('parts of readings are printed as NDJSON')
    else if (format === 'table') await output.write(line(read.reading, known ? place : null, style))
    else {
      const [head, ...rows] = exportRows(format, STATEMENT_COLUMNS, citeStatements(read.reading).map(statementCells))
      await output.write((first ? head : '') + rows.join(''))
    }
    first = false
  }
}

/** @param again where it was found, if the record has it already */
function line({ document, articles }: Reading, again: string | null, { paint }: Style): string {
  const statements = articles.reduce((sum, article) => sum + article.statements.length, 0)
  const numbers = `${count(articles.length, 'article').padEnd(12)}${count(statements, 'statement').padEnd(16)}`
  return `${printable(shortId(document.id)).padEnd(10)}  ${numbers}${printable(again ?? document.origin)}${paint.dim(noteOn(document.origin, again))}\n`
}

function noteOn(origin: string, again: string | null): string {
  if (again === null) return ''
  return again === origin ? '  (already in the record)' : `  (already in the record, from ${printable(origin)})`
}
