// Rows of short texts -> a table without rules, as wide as the terminal.

import CliTable from 'cli-table3'
import type { Style } from './style.ts'

export interface Column {
  head: string
  /** In characters, or a share of what the other columns leave. */
  width: number | { share: number }
}

export function formatTable(columns: readonly Column[], rows: readonly string[][], { width, paint }: Style): string {
  const table = new CliTable({
    chars: { ...EMPTY, mid: ' ' }, // a free line between rows, whose cells often take several
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    colWidths: widths(columns, width),
    wordWrap: true,
  })
  table.push(
    columns.map(({ head }) => paint.bold(head)),
    ...rows,
  )
  return `${table.toString().replace(/(?<! ) +$/gm, '')}\n`
}

function widths(columns: readonly Column[], width: number): number[] {
  const fixed = columns.reduce((sum, column) => sum + (typeof column.width === 'number' ? column.width : 0), 0)
  const shares = columns.reduce((sum, column) => sum + (typeof column.width === 'number' ? 0 : column.width.share), 0)
  return columns.map((column) =>
    typeof column.width === 'number'
      ? column.width
      : Math.max(12, Math.floor(((width - fixed) * column.width.share) / shares)),
  )
}

const EMPTY = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'],
  ].map((part) => [part, '']),
)
