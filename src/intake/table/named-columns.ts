// The first row of a table -> names for its columns, each another: what has none is called by its number.

export function namedColumns(cells: readonly string[]): string[] {
  const names: string[] = []
  for (const [index, cell] of cells.entries()) {
    const name =
      cell
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, 100) || `column ${index + 1}`
    names.push(names.includes(name) ? `${name} (column ${index + 1})` : name)
  }
  return names
}
