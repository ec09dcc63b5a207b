// What every export format gives: the text before the rows, and that of one row. Nothing is gathered up.

export type Cell = string | number | boolean | null

export interface RowFormat {
  head(columns: readonly string[]): string
  row(columns: readonly string[], row: Readonly<Record<string, Cell>>): string
}
