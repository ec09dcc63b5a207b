// The NITF markup of a news text -> the same in HTML's elements, and what its head says.

import { escapeText } from 'entities'
import type { Stated } from '../metadata.ts'
import { elementsOf, findAll, textIn, toMarkup, type XmlElement } from '../xml/xml.ts'

export const isNitf = ({ local }: XmlElement): boolean => local === 'nitf'

const IN_HTML: Readonly<Record<string, string>> = {
  hl1: 'h1',
  hl2: 'h2',
  block: 'div',
  bq: 'blockquote',
  media: 'figure',
  'media-caption': 'figcaption',
  'media-producer': 'figcaption',
  'body.content': 'div',
}
/** They stand in the midst of words. */
const INLINE = new Set(
  'a alt-code abbr chron classifier copyrite em event frac function lang location money num object.title org person postaddr pronounce q sub sup virtloc'.split(
    ' ',
  ),
)

export function nitfMarkup(nitf: XmlElement): string {
  const head = findAll(nitf, 'body.head')[0]
  const credits = head ? elementsOf(head).filter(({ local }) => local === 'byline' || local === 'dateline') : []
  const notes = credits.map((credit) => `<p class="byline">${escapeText(wordsOf(credit))}</p>`)
  return (
    notes.join('') +
    findAll(nitf, 'body.content')
      .map((content) => toMarkup(inHtml(content)))
      .join('')
  )
}

const inHtml = (element: XmlElement): XmlElement => {
  const { local, attributes } = element
  const name = IN_HTML[local] ?? (INLINE.has(local) ? 'span' : local)
  const children = element.children.map((child) => (typeof child === 'string' ? child : inHtml(child)))
  return { name, local: name, attributes: local === 'media-producer' ? { class: 'credit' } : attributes, children }
}

export function statedInNitf(nitf: XmlElement): Stated {
  const one = (...locals: string[]): XmlElement | undefined => findAll(nitf, ...locals)[0]
  const words = (...locals: string[]): string | undefined => {
    const found = one(...locals)
    return found && wordsOf(found)
  }
  return {
    title: words('hl1') ?? words('title'),
    outlet: words('distributor') ?? one('doc.copyright')?.attributes.holder,
    authors: findAll(nitf, 'byline').map((byline) => wordsOf(findAll(byline, 'person')[0] ?? byline)),
    published: one('date.issue', 'date.release')?.attributes.norm ?? one('story.date')?.attributes.norm,
    language: nitf.attributes.lang,
  }
}

const wordsOf = (element: XmlElement): string => textIn(element).replace(/\s+/g, ' ').trim()
