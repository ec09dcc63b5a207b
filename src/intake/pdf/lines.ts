// The pieces of a page -> its lines in the order in which they are read: columns one after the other, what spans them between.

import type { PdfPage, Piece } from './thread.ts'

export interface Line {
  text: string
  left: number
  right: number
  y: number
  size: number
  /** The edges of the column that it stands in. */
  column: readonly [left: number, right: number]
}

/** In letter heights: what stands further apart on one line belongs to two columns, or cells. */
const APART = 1.7
/** From this gap on two pieces are two words. */
const SPACE = 0.15

export function findLines({ pieces, width }: Pick<PdfPage, 'pieces' | 'width'>): Line[] {
  const upright = pieces.filter((piece) => piece.upright)
  const stripes = findStripes(upright, width)
  const segments = joinPieces(upright, stripes)
  const gutters = stripes.filter((stripe) => hasProse(segments, stripe))
  return inOrder(gutters.length === stripes.length ? segments : joinPieces(upright, gutters), gutters)
}

type Segment = Omit<Line, 'column'>
/** From ... to, in points from the left edge. */
type Stripe = readonly [from: number, to: number]

/** Pieces on one line, next to each other, no stripe between them. */
function joinPieces(pieces: readonly Piece[], stripes: readonly Stripe[]): Segment[] {
  const rows: Piece[][] = []
  for (const piece of pieces.toSorted((one, other) => one.y - other.y || one.x - other.x)) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row && last && Math.abs(last.y - piece.y) < 0.35 * Math.max(last.size, piece.size)) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap((row) => {
    const segments: Segment[] = []
    for (const { text, x, y, width, size } of row.toSorted((one, other) => one.x - other.x)) {
      const last = segments.at(-1)
      if (last && isNext(last, x, size, stripes)) {
        const spaced = x - last.right > SPACE * size && !/\s$/.test(last.text) && !/^\s/.test(text)
        last.text += spaced ? ` ${text}` : text
        last.right = Math.max(last.right, x + width)
        if (size > last.size) Object.assign(last, { size, y })
      } else segments.push({ text, left: x, right: x + width, y, size })
    }
    return segments
  })
}

function isNext(last: Segment, x: number, size: number, stripes: readonly Stripe[]): boolean {
  const gap = x - last.right
  if (gap > APART * Math.max(size, last.size) || gap < -3 * size) return false
  // A space between the words of a wide title is narrower than what parts columns.
  return !stripes.some(([from, to]) => last.right <= from + 1 && x >= to - 1 && gap > 0.7 * (to - from))
}

/** Stripes down the page that hardly any piece crosses, within its text. */
function findStripes(pieces: readonly Piece[], width: number): Stripe[] {
  const crossed = new Array<number>(Math.max(1, Math.min(MAX_WIDTH, Math.ceil(width) + 1))).fill(0)
  for (const { x, width } of pieces)
    for (let at = Math.max(0, Math.floor(x)); at < Math.min(crossed.length, x + width); at++) crossed[at]++
  const most = crossed.reduce((high, count) => Math.max(high, count), 0)
  const sizes = pieces.map(({ size }) => size).toSorted((one, other) => one - other)
  const size = sizes[Math.floor(sizes.length / 2)] ?? 10
  const stripes: Stripe[] = []
  let from = -1
  for (let at = 0; at < crossed.length; at++) {
    const open = crossed[at] <= FEW * most
    if (open && from < 0) from = at
    if (open || from < 0) continue
    if (from > 0 && at - from >= 0.7 * size) stripes.push([from, at])
    from = -1
  }
  return stripes
}

/** In points: a page ten metres wide is none. */
const MAX_WIDTH = 30_000
/** Share of the fullest stripe's lines that may cross a gutter: titles, captions of wide pictures. */
const FEW = 0.2
const FEWEST_LINES = 4

/** Lines of prose on both sides, more than there are cells of tables; of few lines each goes on in the next. */
function hasProse(segments: readonly Segment[], [from, to]: Stripe): boolean {
  const sides = [segments.filter(({ right }) => right <= to), segments.filter(({ left }) => left >= from)]
  return sides.every((side) => {
    const prose = side.filter(({ left, right, size }) => right - left > PROSE * size)
    return prose.length > side.length / 2 && (prose.length >= FEWEST_LINES || isRunning(side))
  })
}

/** "... found the wires" / "in the ditch.": down the side, a line that does not stop goes on in small letters. */
function isRunning(side: readonly Segment[]): boolean {
  const texts = side.toSorted((one, other) => one.y - other.y).map(({ text }) => text.trim())
  const joints = texts.slice(1).map((text, index) => ({
    stops: /[.!?:…]["'”’)\]]*$/.test(texts[index]),
    isSmall: /^["'“‘(]*\p{Ll}/u.test(text),
  }))
  return joints.every(({ stops, isSmall }) => stops !== isSmall) && joints.some(({ isSmall }) => isSmall)
}

/** In letter heights: some twenty letters. */
const PROSE = 9

/** Down the page; where there are columns, down each of them, as far as nothing stands across. */
function inOrder(segments: readonly Segment[], gutters: readonly Stripe[]): Line[] {
  const middles = gutters.map(([from, to]) => (from + to) / 2)
  const columnAt = (x: number): number => middles.filter((middle) => middle < x).length
  const open = (): Band => ({ spanning: null, columns: Array.from({ length: gutters.length + 1 }, () => []) })
  const bands = [open()]
  for (const segment of segments.toSorted((one, other) => one.y - other.y || one.left - other.left)) {
    const [first, last] = [columnAt(segment.left), columnAt(segment.right)]
    if (first === last) bands[bands.length - 1].columns[first].push(segment)
    else bands.push({ ...open(), spanning: segment })
  }
  const edges = middles.concat(0).map((_, index) => edgesOf(bands.flatMap(({ columns }) => columns[index])))
  return bands.flatMap(({ spanning, columns }) => [
    ...(spanning ? joinCells([spanning], edgesOf([spanning])) : []),
    ...columns.flatMap((column, index) => joinCells(column, edges[index])),
  ])
}

/** A stretch of the page: what stands across all columns, then the columns below it. */
interface Band {
  spanning: Segment | null
  columns: Segment[][]
}

/** How many lines of a column at least are not longer than it is wide. */
const WITHIN = 0.85

/** The edges of a column: a line or two that stick out, a long address, do not move them. */
function edgesOf(column: readonly Segment[]): Line['column'] {
  const rights = column.map(({ right }) => right).toSorted((one, other) => one - other)
  const left = column.reduce((low, segment) => Math.min(low, segment.left), Number.POSITIVE_INFINITY)
  return [left, rights[Math.min(rights.length - 1, Math.floor(WITHIN * rights.length))] ?? 0]
}

/** What stands on one line of a column is one line: cells of a table, a name and its number. */
function joinCells(column: readonly Segment[], edges: Line['column']): Line[] {
  const lines: Line[] = []
  for (const segment of column) {
    const last = lines.at(-1)
    if (last && Math.abs(last.y - segment.y) < 0.35 * segment.size && segment.left >= last.right) {
      last.text += `\t${segment.text}`
      last.right = segment.right
    } else lines.push({ ...segment, column: edges })
  }
  return lines
}
