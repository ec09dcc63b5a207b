// Lines in reading order -> paragraphs: where one ends, and how its lines join: words that were broken are whole again.

import type { Passage } from '../../types.ts'
import type { Line } from './lines.ts'

export interface PageLine extends Line {
  /** Index of the page. */
  page: number
}

export interface Paragraph {
  kind: Passage['kind']
  lines: PageLine[]
}

const ITEM = /^(?:[•●▪◦‣*–-]|\d{1,2}[.)])\s+\S/
/** A sentence may go on with a dash, too. */
const DASH = /^[-–]/
const STOPS = /[.!?:…]["'”’»)\]]*\d{0,2}$/

/** @param lines without those of the margins; @param leading from line to line, in letter heights */
export function findParagraphs(lines: readonly PageLine[]): Paragraph[] {
  const leading = commonLeading(lines)
  const body = commonSize(lines)
  const paragraphs: Paragraph[] = []
  for (const [index, line] of lines.entries()) {
    const last = paragraphs.at(-1)
    const before = lines[index - 1]
    if (last && before && !begins(line, before, lines[index + 1], leading)) last.lines.push(line)
    else paragraphs.push({ kind: null, lines: [line] })
  }
  return markTitles(paragraphs, body)
}

function begins(line: PageLine, before: PageLine, next: PageLine | undefined, leading: number): boolean {
  const size = Math.max(line.size, before.size)
  if (Math.abs(line.size - before.size) > 0.12 * size) return true
  if (ITEM.test(line.text) && (!DASH.test(line.text) || isShort(before) || STOPS.test(before.text.trim()))) return true
  const sameColumn = line.page === before.page && line.y > before.y && line.column[0] === before.column[0]
  // Over the end of a column or page a sentence goes on where it did not stop.
  if (!sameColumn) return STOPS.test(before.text.trim()) || isShort(before)
  if (line.y - before.y > (leading + 0.35) * size) return true
  const ended = isShort(before) && STOPS.test(before.text.trim())
  if (ITEM.test(before.text) && line.left > before.left) return ended // hangs below the item's first line
  const indent = line.left - line.column[0]
  const indented = indent > 0.8 * size && before.left - before.column[0] < indent - 0.4 * size
  if (indented && (!next || next.left < line.left - 0.4 * size || STOPS.test(before.text.trim()))) return true
  return ended || hadRoom(before, line)
}

/**
 * Where the next line's first word would have fitted, the line was not wrapped: it ended. Set from the left margin only,
 * and not where a sentence plainly goes on.
 */
function hadRoom(before: Line, line: Line): boolean {
  if (/^\p{Ll}/u.test(line.text) && !STOPS.test(before.text.trim())) return false
  const atMargin = [before, line].every(({ left, column, size }) => left - column[0] < 2 * size)
  const [word] = line.text.trim().split(/\s/)
  const width = ((line.right - line.left) / line.text.length) * (word.length + 1)
  const end = before.column[1] - 1.5 * before.size
  return atMargin && !/[-\u00ad]$/.test(before.text) && before.right + width < end
}

/** Ends well before its column does. */
const isShort = ({ right, column, size }: Line): boolean =>
  right < column[1] - Math.max(2 * size, 0.12 * (column[1] - column[0]))

/** The commonest distance from line to line, in letter heights. */
function commonLeading(lines: readonly PageLine[]): number {
  const distances = lines.flatMap((line, index) => {
    const before = lines[index - 1]
    const distance = before?.page === line.page ? (line.y - before.y) / line.size : 0
    return distance > 0.8 && distance < 3 ? [Math.round(distance * 20)] : []
  })
  return (commonest(distances.map((distance) => [distance, 1])) ?? 24) / 20
}

/** The size of most letters. */
const commonSize = (lines: readonly PageLine[]): number =>
  (commonest(lines.map(({ size, text }) => [Math.round(size * 2), text.length])) ?? 20) / 2

function commonest(values: readonly (readonly [value: number, weight: number])[]): number | undefined {
  const weights = new Map<number, number>()
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight)
  return [...weights].toSorted((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0]
}

/** Larger than the rest and not long: headings; the largest of them on the first page is the title. */
function markTitles(paragraphs: readonly Paragraph[], body: number): Paragraph[] {
  const sizeOf = ({ lines }: Paragraph): number => lines[0].size
  const large = paragraphs.filter((paragraph) => sizeOf(paragraph) > 1.12 * body && wordsOf(paragraph) <= MOST_WORDS)
  const first = large.filter(
    ({ lines }) => lines[0].page === paragraphs[0].lines[0].page && /\p{L}{2}/u.test(lines[0].text),
  )
  const title = first.reduce<Paragraph | null>(
    (best, each) => (best && sizeOf(best) >= sizeOf(each) ? best : each),
    null,
  )
  return paragraphs.map((paragraph) => {
    const kind = paragraph === title ? 'title' : large.includes(paragraph) ? 'heading' : null
    return { ...paragraph, kind: kind ?? (ITEM.test(paragraph.lines[0].text) ? 'list' : null) }
  })
}

const MOST_WORDS = 30
const wordsOf = ({ lines }: Paragraph): number =>
  lines.reduce((sum, { text }) => sum + text.trim().split(/\s+/).length, 0)

/** Every word of the lines, small, to know "well-known" from a word that was broken. */
export const vocabularyOf = (lines: readonly Line[]): Set<string> =>
  new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []))

/** What stands between two lines, and whether the first loses its hyphen. */
export function joint(before: string, after: string, vocabulary: ReadonlySet<string>): { cut: number; gap: string } {
  if (/\u00ad\s*$/.test(before)) return { cut: before.length - before.replace(/\u00ad\s*$/, '').length, gap: '' }
  const [, head = ''] = /(?<![\p{L}\p{M}])([\p{L}\p{M}]+)-$/u.exec(before) ?? []
  const [tail = ''] = /^[\p{L}\p{M}]+/u.exec(after) ?? []
  if (head === '' || tail === '')
    return { cut: 0, gap: /[-–—/]$/.test(before) && /^\S/.test(after) && head !== '' ? '' : ' ' }
  const [one, two] = [head.toLowerCase(), tail.toLowerCase()]
  const compound = vocabulary.has(`${one}-${two}`) && !vocabulary.has(one + two)
  const name = /^\p{Lu}/u.test(tail) // "al-" at the end of a line, "Shirqat" on the next
  return { cut: compound || name ? 0 : 1, gap: '' }
}
