// A pattern's source -> what a match can begin with: a few letters, with digits as "0" and blanks as " ".

/** Enough to tell "the " from "they". */
const REACH = 4

/** Behind it, anything can follow. */
const OPEN = '*'
const NOTHING = ['']

/** @returns what begins with none of these, the pattern does not match; "" where it can begin with anything */
export function openings(source: string): string[] {
  return [...new Set(alternatives(source).map((start) => start.replace(OPEN, '')))]
}

/** As the openings are spelt: "20 May" is "00 m". */
export const openingOf = (text: string, at: number): string =>
  text
    .slice(at, at + REACH)
    .toLowerCase()
    .replace(/\d/g, '0')
    .replace(/\s/g, ' ')

type Starts = readonly string[]

/** Most groups stand in many patterns. */
const known = new Map<string, Starts>()

/** "a|b" */
function alternatives(source: string): Starts {
  const starts = known.get(source) ?? [...new Set(split(source).flatMap(sequence))]
  known.set(source, starts)
  return starts
}

const PLAIN = '\\\\.|\\[(?:\\\\.|[^\\]\\\\])*\\]|[^\\\\[()|]'
const PIECE = new RegExp(`(?:${PLAIN})+|[()|]`, 'gsu')
const BRACKET = new RegExp(`(?:${PLAIN}|\\|)*([()])`, 'suy')

/** At the bars that stand in no bracket. */
function split(source: string): string[] {
  const parts = ['']
  let depth = 0
  for (const [piece] of source.matchAll(PIECE)) {
    depth += piece === '(' ? 1 : piece === ')' ? -1 : 0
    if (piece === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts
}

const ATOM = /\\[pP]\{\w+\}|\\k<\w+>|\\u\w{4}|\\.|\[(?:\\.|[^\]\\])*\]|[^\\]/suy
const QUANTIFIER = /(?:([?*+])|\{(\d+)(?:,(\d*))?\})?\??/y

function sequence(source: string): Starts {
  let starts: Starts = NOTHING
  for (let at = 0; at < source.length && !starts.every(isComplete); ) {
    const end = source[at] === '(' ? endOfGroup(source, at) : at + matchAt(ATOM, source, at)[0].length
    const [quantifier, mark, least, most] = matchAt(QUANTIFIER, source, end)
    const [from, to] = mark
      ? [mark === '+' ? 1 : 0, mark === '?' ? 1 : REACH]
      : [Number(least ?? 1), Number(most || least || 1)]
    starts = joined(starts, repeated(atom(source.slice(at, end)), Math.min(from, REACH), Math.min(to, REACH)))
    at = end + quantifier.length
  }
  return starts
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | [string] {
  pattern.lastIndex = at
  return pattern.exec(source) ?? ['']
}

function endOfGroup(source: string, from: number): number {
  let depth = 0
  BRACKET.lastIndex = from
  for (let match = BRACKET.exec(source); match; match = BRACKET.exec(source)) {
    depth += match[1] === '(' ? 1 : -1
    if (depth === 0) break
  }
  return BRACKET.lastIndex
}

function atom(text: string): Starts {
  // What looks ahead or back takes nothing, nor does an edge.
  if (/^\(\?<?[=!]|^\\b/.test(text)) return NOTHING
  if (text.startsWith('(')) return alternatives(text.replace(/^\((?:\?:|\?<\w+>)?/, '').slice(0, -1))
  return characters(text)
}

function repeated(piece: Starts, least: number, most: number): Starts {
  let once: Starts = NOTHING
  const all: string[] = []
  for (let times = 0; times <= most; times++) {
    if (times >= least) all.push(...once)
    if (times < most) once = joined(once, piece)
  }
  return all
}

const isComplete = (start: string): boolean => start.endsWith(OPEN) || start.length >= REACH

function joined(before: Starts, after: Starts): Starts {
  const all = before.flatMap((start) =>
    isComplete(start) ? [start] : after.map((next) => (start + next).slice(0, REACH)),
  )
  return [...new Set(all)]
}

/** A character, an escape, or a class in brackets: "a", "\d", "[-–/]", "[2-9]". */
function characters(text: string): Starts {
  const plain = text
    .replace(/^\[(.+)\]$/s, '$1')
    .replaceAll(/\\u00a0|\\u202f|\\[trns]/g, ' ')
    .replaceAll(/\\d|\d-\d|\d/g, '0')
  if (/^\[\^|^\.$/.test(text) || /\\[a-zA-Z]|[a-z]-[a-z]/i.test(plain)) return [OPEN]
  return [...new Set(plain.replaceAll('\\', '').toLowerCase())]
}
