// A reading as `hearsay read` prints it: a line for people, CSV rows of its statements, or itself as NDJSON.

import { STATEMENT_COLUMNS } from '../export/columns.ts'
import { exportRows, statementCells } from '../export/export.ts'
import { citeStatements } from '../record/rows.ts'
import type { Reading } from '../types.ts'
import type { PrintFormat } from './options.ts'
import type { Output } from './output.ts'
import { printable } from './printable.ts'
import { type Style, shortId } from './style.ts'

export function readingPrinter(
  format: PrintFormat,
  output: Output,
  style: Style,
): (reading: Reading, known: boolean) => Promise<void> {
  let first = true
  return async (reading, known) => {
    if (format === 'ndjson') await output.write(`${JSON.stringify(reading)}\n`)
    else if (format === 'table') await output.write(line(reading, known, style))
    else {
      const [head, ...rows] = exportRows(format, STATEMENT_COLUMNS, citeStatements(reading).map(statementCells))
      await output.write((first ? head : '') + rows.join(''))
    }
    first = false
  }
}

function line({ document, articles }: Reading, known: boolean, { paint }: Style): string {
  const statements = articles.reduce((sum, article) => sum + article.statements.length, 0)
  const numbers = `${String(articles.length).padStart(4)} articles ${String(statements).padStart(5)} statements`
  const note = known ? paint.dim('  (in the record already)') : ''
  return `${printable(shortId(document.id)).padEnd(12)}${numbers}  ${printable(document.origin)}${note}\n`
}
