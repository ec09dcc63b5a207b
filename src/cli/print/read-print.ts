// A reading -> what `hearsay read` prints: a line for people, CSV rows of its statements, or NDJSON.

import { STATEMENT_COLUMNS } from '../../export/columns.ts'
import { exportRows, statementCells } from '../../export/export.ts'
import { citeStatements } from '../../record/rows.ts'
import type { Reading } from '../../types.ts'
import type { PrintFormat } from '../options.ts'
import { jsonParts } from '../run/json-parts.ts'
import type { Read } from '../run/reader.ts'
import { type Output, OutputClosed } from './output.ts'
import { type Style, shortId } from './style.ts'
import { count, printable } from './text.ts'

export type PrintReading = (read: Read, known: boolean) => Promise<void>

/** If readings are stored, the run goes on when nobody reads the output any more; it then prints nothing. */
export function untilClosed(print: PrintReading): PrintReading {
  let open = true
  return async (read, known) => {
    if (!open) return
    await print(read, known).catch((error) => {
      if (!(error instanceof OutputClosed)) throw error
      open = false
    })
  }
}

export function readingPrinter(format: PrintFormat, output: Output, style: Style): PrintReading {
  let first = true
  return async (read, known) => {
    if (format === 'ndjson') {
      for (const part of read.json ?? jsonParts(read.reading)) await output.write(part)
      await output.write('\n')
    } else if (format === 'table') await output.write(line(read.reading, known, style))
    else {
      const [head, ...rows] = exportRows(format, STATEMENT_COLUMNS, citeStatements(read.reading).map(statementCells))
      await output.write((first ? head : '') + rows.join(''))
    }
    first = false
  }
}

function line({ document, articles }: Reading, known: boolean, { paint }: Style): string {
  const statements = articles.reduce((sum, article) => sum + article.statements.length, 0)
  const numbers = `${count(articles.length, 'article').padEnd(12)}${count(statements, 'statement').padEnd(16)}`
  const note = known ? paint.dim('  (already in the record)') : ''
  return `${printable(shortId(document.id)).padEnd(10)}  ${numbers}${printable(document.origin)}${note}\n`
}
