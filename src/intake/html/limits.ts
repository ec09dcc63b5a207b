// Markup -> nothing, or UserError if it is built to exhaust a reader: found in one pass, before a tree is built.

import { Tokenizer } from 'htmlparser2'
import { UserError } from '../../user-error.ts'

/** Browsers stop nesting at 512 elements; unclosed tags take old pages a little further. */
export const MAX_DEPTH = 1000
/** Pages laid out by tables nest ten or so; the extractor takes time by the cube of it. */
const MAX_TABLES = 50
/** Long pages with all their comments have 50,000. */
const MAX_ELEMENTS = 150_000
const MAX_ATTRIBUTES = 500_000
/** Of one element. */
const MAX_ATTRIBUTES_EACH = 250
/** Each of `<` and `&` may part a text in two. */
const MAX_PARTS = 1_000_000

/** Elements without an end tag. */
const VOID = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
)
/** In them alone, `<path/>` has ended. */
const FOREIGN = ['svg', 'math']
const BLOCKS =
  'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header hr ' +
  'main nav ol pre section table ul'
/** Which open element an opening tag closes where that is innermost: without it every unclosed `<p>` would nest. */
const CLOSES: ReadonlyMap<string, readonly string[]> = new Map([
  ...BLOCKS.split(' ').map((name): [string, string[]] => [name, ['p']]),
  ['li', ['li']],
  ['tr', ['tr', 'th', 'td']],
  ['th', ['th']],
  ['td', ['thead', 'th', 'td']],
  ['tbody', ['thead', 'tbody']],
  ['tfoot', ['thead', 'tbody']],
  ['option', ['option']],
  ['dd', ['dd', 'dt']],
  ['dt', ['dd', 'dt']],
])

/** Throws UserError for markup beyond the limits; takes time in proportion to its length. */
export function checkLimits(markup: string): void {
  const { depth, tables, elements, attributes, most, parts } = measure(markup)
  const refuse = (what: string, limit: number): never => {
    throw new UserError(`the HTML ${what}; at most ${limit} can be read`)
  }
  if (depth > MAX_DEPTH) refuse(`is nested ${depth} elements deep`, MAX_DEPTH)
  if (tables > MAX_TABLES) refuse(`is nested ${tables} tables deep`, MAX_TABLES)
  if (elements > MAX_ELEMENTS) refuse(`has ${elements} elements`, MAX_ELEMENTS)
  if (most > MAX_ATTRIBUTES_EACH) refuse(`has an element with ${most} attributes`, MAX_ATTRIBUTES_EACH)
  if (attributes > MAX_ATTRIBUTES) refuse(`has ${attributes} attributes`, MAX_ATTRIBUTES)
  if (parts > MAX_PARTS) refuse(`has ${parts} tags and entities`, MAX_PARTS)
}

interface Measures {
  depth: number
  tables: number
  elements: number
  attributes: number
  /** Attributes of the element that has most. */
  most: number
  parts: number
}

/** By the tokenizer that reads the page afterwards. Its parser is not asked: what it does for a tag grows with the depth. */
function measure(markup: string): Measures {
  const open = openElements()
  const measures: Measures = { depth: 0, tables: 0, elements: 0, attributes: 0, most: 0, parts: countParts(markup) }
  let name = ''
  let attributes = 0
  const nameAt = (start: number, end: number): string => markup.slice(start, end).toLowerCase()
  const begin = () => {
    if (VOID.has(name)) return
    measures.depth = Math.max(measures.depth, open.push(name))
    if (name === 'table') measures.tables = Math.max(measures.tables, open.count(name))
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ...IGNORED,
      onopentagname(start, end) {
        name = nameAt(start, end)
        attributes = 0
        measures.elements++
      },
      onattribname() {
        measures.attributes++
        measures.most = Math.max(measures.most, ++attributes)
      },
      onopentagend: begin,
      onselfclosingtag() {
        if (FOREIGN.every((element) => open.count(element) === 0)) begin()
      },
      onclosetag: (start, end) => open.close(nameAt(start, end)),
    },
  )
  tokenizer.write(markup)
  tokenizer.end()
  return measures
}

const ignore = () => {}
/** What stands between tags, and the values of attributes. */
const IGNORED = {
  onattribdata: ignore,
  onattribend: ignore,
  onattribentity: ignore,
  oncdata: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onprocessinginstruction: ignore,
  ontext: ignore,
  ontextentity: ignore,
}

/** The names of the elements that are open, innermost last. */
function openElements() {
  const names: string[] = []
  const counts = new Map<string, number>()
  const count = (name: string): number => counts.get(name) ?? 0
  const add = (name: string, change: number) => counts.set(name, count(name) + change)
  return {
    count,
    /** @returns how many are open then */
    push(name: string): number {
      const closes = CLOSES.get(name)
      for (let last = names.at(-1); last !== undefined && closes?.includes(last); last = names.at(-1)) this.close(last)
      add(name, 1)
      return names.push(name)
    },
    /** With all that is open in it; nothing if none of the name is open. */
    close(name: string): void {
      if (count(name) === 0) return
      for (let last = names.pop(); last !== undefined; last = names.pop()) {
        add(last, -1)
        if (last === name) return
      }
    },
  }
}

function countParts(markup: string): number {
  let count = 0
  for (let at = 0; at < markup.length; at++) {
    const code = markup.charCodeAt(at)
    if (code === 60 || code === 38) count++
  }
  return count
}
