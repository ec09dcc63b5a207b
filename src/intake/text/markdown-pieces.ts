// The lines of a Markdown text -> pieces that are parsed one by one, so that time and memory grow with the length and no faster.
//
// The parser's worst cases take time by the square of their length (references, lines that run on in a quotation) or by
// its cube (quotations in quotations). A piece is short, and none of its lines opens many quotations or lists.

/** In characters. A text of up to this length is one piece. */
export const PIECE_LENGTH = 16_384
/** Where no good place to cut comes: in a table, a fence or a comment. */
const MAX_PIECE_LENGTH = 65_536
/** Quotations and lists that one line opens. */
const MAX_NESTED = 20
/** In characters: lists can also be nested line by line, each further in than the one before. */
const MAX_INDENT = 40
/** In a row: each is looked at for every list that is open. */
const MAX_BLANK_LINES = 3

/** Lines that run on in a quotation or an item without its mark: for each, the parser looks through those before. */
const MAX_PLAIN_LINES = 500

export interface Pieces {
  pieces: string[]
  /** A block was cut in two, or marks were left out that no text has. */
  isBounded: boolean
}

export function cutIntoPieces(source: readonly string[]): Pieces {
  let isBounded = false
  const pieces: string[] = []
  let piece: string[] = []
  let length = 0
  let blank = 0
  let plain = 0
  let isOpen = false
  let enclosed: RegExp | null = null
  for (const raw of source) {
    blank = raw.trim() === '' ? blank + 1 : 0
    if (blank > MAX_BLANK_LINES) continue
    const indented = raw.replace(DEEP_INDENT, '$1')
    const line = indented.replace(DEEP_OPENERS, '$1')
    isBounded ||= line !== indented
    const begins: boolean = enclosed === null && piece.at(-1)?.trim() === '' && /^[^\s>]/.test(line)
    plain = blank > 0 ? 0 : OPENED.test(line) ? plain : plain + 1
    isOpen = blank === 0 && (isOpen || OPENED.test(line))
    const mustCut =
      length + line.length > MAX_PIECE_LENGTH ||
      (length > PIECE_LENGTH && enclosed === null && blank === 0 && !line.includes('|')) ||
      (isOpen && plain > MAX_PLAIN_LINES)
    if (piece.length > 0 && (length > PIECE_LENGTH / 2 ? begins || mustCut : mustCut)) {
      isBounded ||= !begins
      pieces.push(piece.join('\n'))
      piece = []
      length = 0
      plain = 0
      isOpen = OPENED.test(line)
    }
    enclosed = enclosed === null ? closingOf(line) : enclosed.test(line) ? null : enclosed
    piece.push(line)
    length += line.length + 1
  }
  pieces.push(piece.join('\n'))
  return { pieces: pieces.length > 1 ? withDefinitions(pieces) : pieces, isBounded }
}

/** What ends the fence or the comment that a line begins. */
function closingOf(line: string): RegExp | null {
  const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]
  if (fence !== undefined) return new RegExp(`^[ \\t]*${fence[0]}{${Math.min(fence.length, 1000)},}[ \\t]*$`)
  return /^ {0,3}<!--(?!.*-->)/.test(line) ? /-->/ : null
}

const OPENER = '[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))'
const DEEP_OPENERS = new RegExp(`^((?:${OPENER}){${MAX_NESTED}})(?:${OPENER})+`)
const DEEP_INDENT = new RegExp(`^([ \\t]{${MAX_INDENT}})[ \\t]+`)

/** The mark of a quotation or an item. */
const OPENED = new RegExp(`^${OPENER}`)

const DEFINITION = /^[ \t>]*\[((?:[^[\]\\]|\\.){1,999})\]:/
const LABEL = /\\.|\[((?:[^[\]\\]|\\.){1,999})\]/g

/** `[words][name]` is a link where `[name]: address` stands anywhere in the text, so each piece is given the names it uses. */
function withDefinitions(pieces: readonly string[]): string[] {
  const defined = new Set(
    pieces.flatMap((piece) => piece.split('\n').flatMap((line) => DEFINITION.exec(line)?.[1].toLowerCase() ?? [])),
  )
  return pieces.map((piece) => {
    const used = new Set([...piece.matchAll(LABEL)].flatMap(([, label]) => label?.toLowerCase() ?? []))
    const names = [...used].filter((label) => defined.has(label))
    return [piece, '', ...names.map((name) => `[${name}]: ${name.startsWith('^') ? '' : '#'}`)].join('\n')
  })
}
