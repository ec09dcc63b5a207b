// One entry of a feed, as the feed has it -> its words, and what it says of itself.

import { decodeHTML, escapeText } from 'entities'
import type { Warning } from '../../types.ts'
import type { PromptFormat } from '../format.ts'
import { preformatted, readFragment } from '../html/fragment.ts'
import { textOfMarkup } from '../html/tree.ts'
import { readStated, type Stated } from '../metadata.ts'
import { parseJson } from '../parse-json.ts'
import { charsetOf } from '../text/charset.ts'
import { decode } from '../text/decode.ts'
import { childOf, elementsOf, parseXml, textIn, toMarkup, type XmlElement } from '../xml/xml.ts'

export const ATOM_OR_RSS = 'application/rss+xml'
export const JSON_FEED = 'application/feed+json'

export const feedEntry: PromptFormat = {
  name: 'entry of a feed',
  matches: (head, { mediaType = '' }) =>
    (mediaType.startsWith(ATOM_OR_RSS) && /^<(?:[\w-]+:)?(?:item|entry)[\s/>]/.test(head)) ||
    (mediaType.startsWith(JSON_FEED) && head.startsWith('{')),
  parse({ bytes, mediaType }) {
    const { text, warnings } = decode(bytes, charsetOf(mediaType))
    const entry = mediaType?.startsWith(JSON_FEED) ? ofJson(text) : ofXml(parseXml(text, 'the entry'))
    const metadata = readStated(entry.stated)
    return {
      mediaType: mediaType?.startsWith(JSON_FEED) ? JSON_FEED : ATOM_OR_RSS,
      ...readFragment(entry.content, metadata.title, metadata.bylines),
      metadata,
      warnings: [...warnings, ...(entry.isUpdate ? [ONLY_UPDATED] : [])],
    }
  },
}

const ONLY_UPDATED: Warning = {
  code: 'only-updated',
  message: 'the entry says when it was changed last, not when it was published; that is taken for both',
}

interface Entry {
  stated: Stated
  /** Markup. */
  content: string
  isUpdate: boolean
}

const DATES = ['pubDate', 'published', 'issued', 'dc:date', 'dcterms:issued']

function ofXml(entry: XmlElement): Entry {
  // Atom may have a prefix of its own.
  const prefix = entry.name.slice(0, -entry.local.length)
  const all = (...names: string[]): string[] =>
    names.flatMap((name) =>
      elementsOf(entry)
        .filter((child) => child.name === name || child.name === prefix + name)
        .map(markupOf),
    )
  const contents = all('content:encoded', 'content', 'description', 'summary', 'media:description')
  const [published] = all(...DATES)
  const [updated] = all('updated', 'modified', 'dcterms:modified')
  const source = childOf(entry, 'source', `${prefix}source`)
  return {
    stated: {
      title: all('title', 'media:title')
        .map(textOfMarkup)
        .find((title) => title !== ''),
      outlet: source && textOfMarkup(textIn(childOf(source, 'title', `${prefix}title`) ?? source)),
      authors: authorsOf(entry, all('dc:creator', 'author')),
      url: [...all('feedburner:origLink'), linkOf(entry)].find((url) => /^https?:/.test(url ?? '')),
      published: published ?? updated,
      language: entry.attributes.lang ?? all('language', 'dc:language')[0],
    },
    content: contents.toSorted((one, other) => other.length - one.length)[0] ?? '',
    isUpdate: published === undefined && updated !== undefined,
  }
}

/** What is in it as HTML: of a text in Atom, the text with its marks taken for letters. */
function markupOf(element: XmlElement): string {
  const { type } = element.attributes
  if (type === 'xhtml' || elementsOf(element).some(({ local }) => local === 'div' || local === 'p'))
    return toMarkup(element)
  if (type === 'text' || type === 'text/plain') return escapeText(textIn(element))
  return unescaped(textIn(element).trim())
}

/** Feeds made of other feeds escape their markup twice: without a tag, but with the name of one where a tag would stand. */
const ESCAPED =
  /^\s*&lt;(?:p|div|span|br|img|a|b|strong|em|i|h[1-6]|ul|ol|table|figure|blockquote)\b|&lt;\/(?:p|div|a|li|h[1-6])\s*&gt;/i

const unescaped = (markup: string): string =>
  ESCAPED.test(markup) && !/<\/?[a-z]/i.test(markup) ? decodeHTML(markup) : markup

/** Atom: the names; RSS: "a@b.example (A. Name)". */
function authorsOf(entry: XmlElement, stated: readonly string[]): string[] {
  const named = elementsOf(entry)
    .filter(({ local }) => local === 'author')
    .flatMap((author) =>
      elementsOf(author)
        .filter(({ local }) => local === 'name')
        .map(textIn),
    )
  if (named.length > 0) return named
  return stated.map(
    (text) => /^\S{1,200}@\S{1,200}\s{1,20}\((.{0,200})\)\s{0,20}$/.exec(text)?.[1] ?? textOfMarkup(text),
  )
}

/** Where the entry can be read; else its id. */
export function linkOf(entry: XmlElement): string | undefined {
  const links = elementsOf(entry).filter(({ name }) => name === 'link' || name === 'atom:link')
  const [alternate] = links.filter(({ attributes: { rel = 'alternate', href } }) => rel === 'alternate' && href)
  const [written] = links.map((link) => textIn(link).trim()).filter((link) => link !== '')
  const id = childOf(entry, 'guid', 'id', 'atom:id')
  return alternate?.attributes.href ?? written ?? entry.attributes.about ?? (id && textIn(id).trim())
}

function ofJson(text: string): Entry {
  const {
    title,
    content_html,
    content_text,
    summary,
    url,
    external_url,
    language,
    date_published,
    date_modified,
    authors,
  } = readJsonEntry(text)
  const plain = content_text ?? summary
  return {
    stated: { title, authors, url: url ?? external_url, published: date_published ?? date_modified, language },
    content: content_html ?? (plain === undefined ? '' : preformatted(plain)),
    isUpdate: date_published === undefined && date_modified !== undefined,
  }
}

const STRINGS = [
  'id',
  'title',
  'content_html',
  'content_text',
  'summary',
  'url',
  'external_url',
  'language',
  'date_published',
  'date_modified',
] as const

type JsonEntry = Partial<Record<(typeof STRINGS)[number], string>> & { authors: string[] }

/** Throws UserError for what is no JSON. */
export function readJsonEntry(text: string): JsonEntry {
  const value = parseJson(text)
  const fields = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  const entry: JsonEntry = { authors: namesIn(fields.get('authors') ?? fields.get('author')) }
  for (const name of STRINGS) {
    const field = fields.get(name)
    if (typeof field === 'string' && field !== '') entry[name] = field
    else if (name === 'id' && typeof field === 'number') entry.id = String(field)
  }
  return entry
}

const namesIn = (authors: unknown): string[] =>
  [authors].flat().flatMap((author) => {
    const name: unknown = typeof author === 'object' && author !== null && 'name' in author ? author.name : null
    return typeof name === 'string' ? [name] : []
  })
