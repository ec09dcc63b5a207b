// A text -> whether it is a table of values set apart by commas, semicolons, tabs or bars (CSV): a head of names, then rows of as many cells.

const DELIMITERS = [',', ';', '\t', '|']
const LONGEST_NAME = 40
const MOST_ROWS = 60
/** Share of the rows that have as many cells as the head. */
const REGULAR = 0.9

export const isTable = (text: string): boolean => DELIMITERS.some((delimiter) => isTableBy(delimiter, text))

function isTableBy(delimiter: string, text: string): boolean {
  const line = text.slice(0, 5000).split(/\r?\n/, 1)[0]
  if (!line.includes(delimiter)) return false
  // In prose a space follows a comma: "Dorava, Tuesday"; "10,000" is a number.
  if (/[,;]/.test(delimiter) && (line.includes(`${delimiter} `) || /\d,\d{3}(?!\d)/.test(line))) return false
  const [head, ...rows] = rowsOf(text, delimiter)
  if (rows.length === 0 || head.length < 2 || !isHead(head)) return false
  return rows.filter((row) => row.length === head.length).length >= REGULAR * rows.length
}

/** Names: short, no two alike, none a sentence. */
function isHead(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  const isName = (name: string): boolean => name.length <= LONGEST_NAME && !/[.!?:]["”’]?$/.test(name)
  return names.every(isName) && new Set(names).size === names.length && names.some((name) => /\p{L}/u.test(name))
}

/** Cells in quotation marks may hold delimiters and line ends. The last row is left out where the text may break off in it. */
function rowsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (const character of text.replaceAll('\r', '')) {
    if (character === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && character === delimiter) {
      row.push(cell)
      cell = ''
    } else if (!quoted && character === '\n') {
      if (row.length > 0 || cell.trim() !== '') rows.push([...row, cell])
      if (rows.length > MOST_ROWS) return rows
      row = []
      cell = ''
    } else cell += character
  }
  return quoted || (row.length === 0 && cell.trim() === '') ? rows : [...rows, [...row, cell]]
}
