// Text -> word pieces as the model was trained on them: ids, casing and quotation features, offsets. training/pieces.py
// has the same rules; pieces.test.ts holds the two together.

/** Parallel lists, one item a piece; `start` and `end` are UTF-16 offsets. */
export interface Pieces {
  ids: number[]
  casing: number[]
  quote: number[]
  start: number[]
  end: number[]
}

export const noPieces = (): Pieces => ({ ids: [], casing: [], quote: [], start: [], end: [] })

export const CASING = { none: 0, lower: 1, initial: 2, upper: 3, mixed: 4 } as const
export const QUOTE = { outside: 0, inside: 1, open: 2, close: 3 } as const

export interface Tokenizer {
  /** The pieces of one paragraph, whose first character stands at `at` in the document. */
  split(paragraph: string, at: number): Pieces
  /** The id of a whole piece. */
  idOf(piece: string): number
  /** Whether a piece goes on with the word of the one before. */
  continues(id: number): boolean
}

/** A word as its pieces: the places are UTF-16 offsets into the word. */
interface Word {
  casing: number
  parts: readonly { id: number; from: number; to: number }[]
}

/** Words that are remembered at once: nearly all words of a report are among the last few thousand. */
const REMEMBERED = 30_000

/** @param lines the vocabulary, a piece a line */
export function makeTokenizer(lines: readonly string[]): Tokenizer {
  const vocabulary = new Map(lines.map((piece, id) => [piece, id]))
  const idOf = (piece: string): number => {
    const id = vocabulary.get(piece)
    if (id === undefined) throw new Error(`the vocabulary has no piece ${JSON.stringify(piece)}`)
    return id
  }
  const unknown = idOf('[UNK]')
  const words = new Map<string, Word>()
  const wordOf = (surface: string): Word => {
    const known = words.get(surface)
    if (known) return known
    if (words.size === REMEMBERED) words.clear()
    const word = readWord(surface, vocabulary, unknown)
    words.set(surface, word)
    return word
  }
  return {
    split: (paragraph, at) => splitParagraph(paragraph, at, wordOf),
    idOf,
    continues: (id) => lines[id].startsWith('##'),
  }
}

function splitParagraph(text: string, at: number, wordOf: (surface: string) => Word): Pieces {
  const pieces = noPieces()
  let inside = false
  for (const { surface, places } of wordsOf(text)) {
    let quote: number = inside ? QUOTE.inside : QUOTE.outside
    if (MARKS.includes(surface)) {
      inside = surface === '"' ? !inside : OPENING.includes(surface)
      quote = inside ? QUOTE.open : QUOTE.close
    }
    const { casing, parts } = wordOf(surface)
    for (const { id, from, to } of parts) {
      pieces.ids.push(id)
      pieces.casing.push(casing)
      pieces.quote.push(quote)
      pieces.start.push(at + places[from])
      pieces.end.push(at + places[to - 1] + 1)
    }
  }
  return pieces
}

const MARKS = ['"', '“', '”', '„', '«', '»']
const OPENING = ['“', '„', '«']

/** Each word without the characters that are dropped, and of each of its UTF-16 units the place in the text. */
function* wordsOf(text: string): Generator<{ surface: string; places: number[] }> {
  let surface = ''
  let places: number[] = []
  let offset = 0
  for (const char of text) {
    const kind = kindOf(char)
    if (surface !== '' && (kind === 'space' || kind === 'alone')) {
      yield { surface, places }
      surface = ''
      places = []
    }
    if (kind === 'word' || kind === 'alone') {
      surface += char
      for (let i = 0; i < char.length; i++) places.push(offset + i)
    }
    if (kind === 'alone') {
      yield { surface, places }
      surface = ''
      places = []
    }
    offset += char.length
  }
  if (surface !== '') yield { surface, places }
}

type Kind = 'space' | 'drop' | 'alone' | 'word'

const SPACE = /^[\t-\r\x1c-\x1f \x85\u2028\u2029\p{Zs}]$/u
const DROPPED = /^[\uFFFD\p{C}]$/u
/** Marks, and Chinese characters: each a word by itself. */
const ALONE = /^[!-/:-@[-`{-~\p{P}\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]$/u

const kinds = new Map<string, Kind>()

function kindOf(char: string): Kind {
  let kind = kinds.get(char)
  if (!kind) {
    kind = SPACE.test(char) ? 'space' : DROPPED.test(char) ? 'drop' : ALONE.test(char) ? 'alone' : 'word'
    kinds.set(char, kind)
  }
  return kind
}

/** A word of more characters is one unknown piece. */
const LONGEST = 100

function readWord(surface: string, vocabulary: ReadonlyMap<string, number>, unknown: number): Word {
  const casing = casingOf(surface)
  // Small letters without accents may be fewer or more than the characters they come from: each unit knows its own.
  let plain = ''
  const from: number[] = []
  const to: number[] = []
  let offset = 0
  for (const char of surface) {
    const letters = plainOf(char)
    for (let i = 0; i < letters.length; i++) {
      from.push(offset)
      to.push(offset + char.length)
    }
    plain += letters
    offset += char.length
  }
  if (plain === '') return { casing, parts: [] }
  const found = longestPieces(plain, vocabulary) ?? [{ id: unknown, from: 0, to: plain.length }]
  return { casing, parts: found.map((part) => ({ id: part.id, from: from[part.from], to: to[part.to - 1] })) }
}

const plainOf = (char: string): string =>
  char
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')

/** The longest piece first; null where a part of the word is in none. */
function longestPieces(word: string, vocabulary: ReadonlyMap<string, number>): Word['parts'] | null {
  if (word.length > LONGEST && [...word].length > LONGEST) return null
  const parts: { id: number; from: number; to: number }[] = []
  let from = 0
  while (from < word.length) {
    let to = word.length
    let id: number | undefined
    for (; to > from; to--) {
      id = vocabulary.get(from === 0 ? word.slice(0, to) : `##${word.slice(from, to)}`)
      if (id !== undefined) break
    }
    if (id === undefined) return null
    parts.push({ id, from, to })
    from = to
  }
  return parts
}

function casingOf(surface: string): number {
  const letters = [...surface].filter((char) => char.toLowerCase() !== char.toUpperCase())
  if (letters.length === 0) return CASING.none
  const big = letters.map((char) => char !== char.toLowerCase())
  if (!big.includes(true)) return CASING.lower
  if (!big.includes(false)) return letters.length > 1 ? CASING.upper : CASING.initial
  return big[0] && !big.slice(1).includes(true) ? CASING.initial : CASING.mixed
}
