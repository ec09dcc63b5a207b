// The text nodes and line breaks between two blocks of a page -> runs: lines joined, or parted where they are paragraphs.

import type { TreeNode } from './tree.ts'

/** An element, with what of the page's text stands in it. */
export interface Box {
  tag: string
  /** The words of its class, id, role and itemprop, apart: `articleBody_main` is "article-body-main". */
  hints: string
  parent: Box | null
  depth: number
  /** Its runs: from this index ... */
  first: number
  /** ... up to this one, not included. */
  end: number
}

/** Text that the page sets as one piece: white space squeezed, line breaks as "\n", cells of a row apart by "\t". */
export interface Run {
  text: string
  /** How many of its characters are links. */
  linked: number
  /** Whether a picture stands between it and the text before it. */
  pictured: boolean
  /** The innermost element that holds all of it. */
  box: Box
  nodes: TreeNode[]
}

/** A text node, or what parts two: a line break, the end of a cell. */
export interface Piece {
  text: string
  linked: boolean
  /** After a picture, without text between. */
  pictured?: boolean
  box: Box
  node: TreeNode | null
}

/** One run for the pieces between two blocks; several where line breaks part paragraphs. */
export function toRuns(pieces: readonly Piece[]): Run[] {
  const lines = split(pieces)
  const groups: Run[][] = []
  let parted = true
  for (const line of lines) {
    const run = toRun(line)
    if (run === null) {
      parted = true // an empty line
      continue
    }
    const before = groups.at(-1)
    const previous = before?.at(-1)
    if (parted || !before || !previous || isEnd(previous, run)) groups.push([run])
    else before.push(run)
    parted = false
  }
  return groups.map(joined)
}

/** From this length on a line is a paragraph of its own. */
const LONG = 80

/** Between paragraphs set apart by a line break alone: both read so, or one is a link and the other is not. */
const isEnd = (one: Run, other: Run): boolean =>
  (isLink(one) !== isLink(other) && Math.max(one.text.length, other.text.length) > LONG) ||
  (one.text.length > LONG && /[.!?…:]["'”’)\]]*$/.test(one.text)) ||
  (isLink(one) && isLink(other))

const isLink = ({ linked, text }: Run): boolean => linked > 0.85 * text.length

const joined = (group: readonly Run[]): Run => ({
  text: group.map(({ text }) => text).join('\n'),
  linked: group.reduce((sum, { linked }) => sum + linked, 0),
  pictured: group[0].pictured,
  box: group.map(({ box }) => box).reduce(commonBox),
  nodes: group.flatMap(({ nodes }) => nodes),
})

/** The pieces of each line; preformatted text has its line ends in the pieces. */
function split(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    piece.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines[lines.length - 1].push({ ...piece, text })
    })
  }
  return lines
}

function toRun(line: readonly Piece[]): Run | null {
  const text = line
    .map((piece) => piece.text)
    .join('')
    .replace(/(?:(?<! ) +)?\t[ \t]*/g, '\t')
    .replace(/ {2,}/g, ' ')
    .trim()
  const filled = line.filter((piece) => piece.text.trim() !== '')
  if (text === '' || filled.length === 0) return null
  return {
    text,
    linked: filled.reduce((sum, piece) => sum + (piece.linked ? piece.text.trim().length : 0), 0),
    pictured: filled[0].pictured === true,
    box: filled.map(({ box }) => box).reduce(commonBox),
    nodes: filled.flatMap(({ node }) => node ?? []),
  }
}

function commonBox(one: Box, other: Box): Box {
  let [a, b] = [one, other]
  while (a !== b) {
    if (a.depth >= b.depth && a.parent) a = a.parent
    else if (b.parent) b = b.parent
    else break
  }
  return a
}
