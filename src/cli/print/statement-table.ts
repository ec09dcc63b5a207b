// Statements -> a table for the terminal: source, cue, content, outlet and document.

import type { CitedStatement } from '../../record/rows.ts'
import { type Style, shortId } from './style.ts'
import { formatTable } from './table.ts'
import { printable, shorten } from './text.ts'

export function statementTable(statements: Iterable<CitedStatement>, style: Style): string {
  const rows = Array.from(statements, (statement) => [
    sourceCell(statement, style),
    printable(`"${statement.cue}"\n`).trim() + style.paint.dim(`\n${statement.stance}, ${statement.manner}`),
    printable(shorten(statement.content, LONGEST)),
    printable(statement.outlet ?? '') +
      style.paint.dim(`${statement.outlet ? '\n' : ''}${printable(shortId(statement.document))}`),
  ])
  return formatTable(
    [
      { head: 'SOURCE', width: { share: 25 } },
      { head: 'CUE', width: 20 },
      { head: 'WHAT IS SAID', width: { share: 52 } },
      { head: 'OUTLET, DOCUMENT', width: { share: 23 } },
    ],
    rows,
    style,
  )
}

function sourceCell({ source, named, relay }: CitedStatement, { paint }: Style): string {
  const via = relay ? paint.dim(`\nvia ${printable(relay)}`) : ''
  if (source === null) return paint.yellow('(nobody named)') + via
  return (named ? printable(source) : paint.yellow(`${printable(source)} (unnamed)`)) + via
}

const LONGEST = 280
