// The plain words of a letter -> the same with each paragraph that it quotes from an older letter on one line, after its mark: "> The bridge ...".

interface Line {
  /** How many marks it has: how often it was quoted. */
  depth: number
  words: string
}

const MARKS = /^(?:> ?)+/

/** In characters, as mail programs break lines. */
const COLUMN = [40, 100] as const

/** @param flowed whether a space at the end of a line says that it goes on (RFC 3676), and whether that space is dropped */
export function joinQuoted(text: string, flowed: { dropsSpace: boolean } | null = null): string {
  const lines = text.split(/\r\n|\n/).map(lineOf)
  const out: string[] = []
  for (let at = 0; at < lines.length; ) {
    const { depth } = lines[at]
    let end = at + 1
    while (end < lines.length && lines[end].depth === depth) end++
    const block = lines.slice(at, end).map(({ words }) => words)
    const joined = flowed === null ? (depth === 0 ? block : joinWrapped(block)) : joinFlowed(block, flowed.dropsSpace)
    for (const words of joined)
      out.push(depth === 0 ? words : words.trim() === '' ? '' : `${'>'.repeat(depth)} ${words.trim()}`)
    // What somebody else wrote is no part of the paragraph around it.
    if (depth > 0 && end < lines.length) out.push('')
    at = end
  }
  return out.join('\n')
}

function lineOf(line: string): Line {
  const [marks = ''] = MARKS.exec(line) ?? []
  return { depth: marks.replace(/ /g, '').length, words: line.slice(marks.length) }
}

const SIGNATURE = '-- '

function joinFlowed(lines: readonly string[], dropsSpace: boolean): string[] {
  const paragraphs: string[] = []
  let open = false
  for (const stuffed of lines) {
    // A space at the start protects what would be taken for a mark.
    const line = stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed
    const goesOn = line.endsWith(' ') && line !== SIGNATURE
    const words = goesOn && dropsSpace ? line.slice(0, -1) : line
    if (open && line !== SIGNATURE) paragraphs.push(`${paragraphs.pop()}${words}`)
    else paragraphs.push(words)
    open = goesOn
  }
  return paragraphs
}

/** A line that stops where the next word would no longer have fitted goes on, and so does one before a small letter; none that ends as a sentence does. */
function joinWrapped(lines: readonly string[]): string[] {
  const widest = Math.max(...lines.slice(0, 50).map(({ length }) => length))
  const isColumn = widest >= COLUMN[0] && widest <= COLUMN[1]
  const paragraphs: string[] = []
  for (const [index, line] of lines.entries()) {
    const last = lines[index - 1] ?? ''
    const isFull = isColumn && last.length + 1 + (/^\S*/.exec(line)?.[0].length ?? 0) > widest - 4
    const goesOn = (isFull || /^\p{Ll}/u.test(line)) && !/[.!?:]["”’)]*\s*$/.test(last)
    if (last.trim() !== '' && line.trim() !== '' && goesOn) paragraphs.push(`${paragraphs.pop()} ${line.trim()}`)
    else paragraphs.push(line)
  }
  return paragraphs
}
