// XML -> a tree, mended where it is broken, refused where it is built to exhaust a reader; entities are never expanded.

import { decodeHTMLStrict, escapeAttribute, escapeText } from 'entities'
import { SaxesParser } from 'saxes'
import { UserError } from '../../user-error.ts'

export interface XmlElement {
  /** As written, with its prefix. */
  name: string
  /** Without the prefix. */
  local: string
  /** By their names without prefixes. */
  attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
}

/** Text in text boxes in tables in tables goes some forty deep. */
const MAX_DEPTH = 300
/** A book of a thousand pages has 500,000. */
const MAX_ELEMENTS = 1_000_000
/** Of one tag. */
const MAX_ATTRIBUTES = 500

/** @param what names it for people: "the feed". Throws UserError where it is none, or beyond the limits. */
export function parseXml(text: string, what: string): XmlElement {
  const refuse = (why: string): never => {
    throw new UserError(`${what} ${why}`)
  }
  const top: XmlElement = { name: '', local: '', attributes: {}, children: [] }
  const open: XmlElement[] = [top]
  let elements = 0
  let attributes = 0
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  parser.ENTITIES = CHARACTERS
  parser.on('error', () => {}) // it goes on as well as it can
  parser.on('opentagstart', () => {
    attributes = 0
  })
  parser.on('attribute', () => {
    if (++attributes > MAX_ATTRIBUTES) refuse(`has a tag with more than ${MAX_ATTRIBUTES} attributes`)
  })
  parser.on('opentag', (tag) => {
    if (++elements > MAX_ELEMENTS) refuse(`has more than ${MAX_ELEMENTS} elements`)
    if (open.length > MAX_DEPTH) refuse(`is nested more than ${MAX_DEPTH} elements deep`)
    const element = {
      name: tag.name,
      local: localOf(tag.name),
      attributes: withoutPrefixes(tag.attributes),
      children: [],
    }
    open[open.length - 1].children.push(element)
    open.push(element)
  })
  parser.on('closetag', ({ name }) => {
    if (open.length > 1 && open[open.length - 1].name === name) open.pop()
  })
  const add = (words: string): void => {
    open[open.length - 1].children.push(words)
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.write(withoutBareMarks(text)).close()
  const root = top.children.find((child): child is XmlElement => typeof child !== 'string')
  return root ?? refuse('is no XML')
}

/** "Fire & smoke", "?a=1&b=2": a mark that begins no entity, as feeds put together by hand have it. The parser would lose what follows it. */
const BARE = /&(?!#\d{1,8};|#x[\da-f]{1,8};|[a-z][\w.-]{0,60};)/gi

/** Each of them written out; in CDATA and comments it stands for itself. */
function withoutBareMarks(text: string): string {
  if (text.search(BARE) < 0) return text
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    const opening = firstOf(text, at, ['<![CDATA[', '<!--'])
    const start = opening?.at ?? text.length
    const end = opening ? text.indexOf(opening.mark === '<!--' ? '-->' : ']]>', start) : -1
    parts.push(text.slice(at, start).replace(BARE, '&amp;'), text.slice(start, end < 0 ? undefined : end))
    at = end < 0 ? text.length : end
  }
  return parts.join('')
}

function firstOf(text: string, from: number, marks: readonly string[]): { mark: string; at: number } | undefined {
  return marks
    .map((mark) => ({ mark, at: text.indexOf(mark, from) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at)[0]
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1)

function withoutPrefixes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const bare: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.startsWith('xmlns')) bare[localOf(name)] = value
  }
  return bare
}

/** XML knows five names of characters; feeds use those of HTML too. What a DOCTYPE defines is never among them. */
const CHARACTERS: Record<string, string> = new Proxy<Record<string, string>>(
  {},
  {
    get: (_, name) => {
      const written = `&${String(name)};`
      const character = decodeHTMLStrict(written)
      return character === written ? undefined : character
    },
  },
)

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string')

/** The first child of this name, prefix and all. */
export const childOf = (element: XmlElement, ...names: string[]): XmlElement | undefined =>
  names.map((name) => elementsOf(element).find((child) => child.name === name)).find((child) => child !== undefined)

/** All elements of these local names, wherever they stand in it, in order; none inside another. */
export function findAll(element: XmlElement, ...locals: string[]): XmlElement[] {
  return elementsOf(element).flatMap((child) => (locals.includes(child.local) ? [child] : findAll(child, ...locals)))
}

/** All text in it, as it stands. */
export const textIn = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')

/** The content as markup again, names without prefixes. */
export const toMarkup = (element: XmlElement): string =>
  element.children
    .map((child) =>
      typeof child === 'string'
        ? escapeText(child)
        : `<${child.local}${attributesOf(child)}>${VOID.has(child.local) ? '' : `${toMarkup(child)}</${child.local}>`}`,
    )
    .join('')

/** HTML takes their end tag for another of them. */
const VOID = new Set(['br', 'hr', 'img', 'wbr'])

const attributesOf = ({ attributes }: XmlElement): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')
