// A page's tree -> what the page says of itself: by JSON-LD, Open Graph, meta elements and time elements, in this order.

import type { Metadata } from '../../types.ts'
import { parseDate } from '../date.ts'
import { canonicalLanguage, defined, readBylines, readUrl } from '../metadata.ts'
import { readArticleHead } from './article-head.ts'
import { findArticleNode, type Node, namesOf, textOf, urlOf } from './json-ld.ts'
import { attributeOf, type Tree, type TreeElement, textOfMarkup } from './tree.ts'

export interface PageMetadata {
  metadata: Metadata
  /** All that the page calls its title. */
  titles: string[]
  /** The text of the article, where JSON-LD has it. */
  body: string | undefined
  /** The texts of the page's JSON-LD scripts. */
  jsonLd: string[]
}

const TITLE = ['og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title']
const OUTLET = ['og:site_name', 'application-name', 'dc.publisher', 'publisher']
const AUTHOR = [
  'author',
  'article:author',
  'dc.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'byline',
  'authors',
]
const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'dcterms.created',
  'article.published',
  'parsely-pub-date',
  'sailthru.date',
  'published_at',
]
const LANGUAGE = ['content-language', 'dc.language', 'language', 'og:locale']

export function readMetadata(tree: Tree): PageMetadata {
  const elements = (name: string): TreeElement[] => [...tree.getElementsByTagName(name)]
  const meta = readMeta(elements('meta'))
  const all = (names: readonly string[]): string[] => names.flatMap((name) => meta.get(name) ?? [])
  const scripts = elements('script').filter((script) => /ld\+json/i.test(attributeOf(script, 'type') ?? ''))
  const jsonLd = scripts.map((script) => script.textContent ?? '')
  const node: Node = findArticleNode(jsonLd) ?? {}
  const titleElement = elements('title').find((title) => title.textContent?.trim())?.textContent ?? undefined

  const titles = plainTexts([textOf(node.headline), ...all(TITLE), titleElement])
  const outlet = plainTexts([textOf(node.publisher), ...all(OUTLET)]).find((name) => !/^(?:https?:|@)/.test(name))
  const head = readArticleHead(tree)
  const stated = [namesOf(node.author).slice(0, MAX_CONTENTS).flatMap(apart), all(AUTHOR).flatMap(apart), head.authors]
  const metadata: Metadata = {
    title: titles[0] === undefined ? undefined : withoutOutlet(titles[0], outlet),
    outlet,
    bylines: stated.map((names) => readBylines(plainTexts(names))).find((names) => names !== undefined),
    url: readUrl([
      ...canonicalUrls(elements('link')),
      ...all(['og:url']),
      urlOf(node.url),
      urlOf(node.mainEntityOfPage),
    ]),
    published: readPublished([
      textOf(node.datePublished),
      ...all(PUBLISHED),
      ...readTimes(elements('time')),
      head.published,
    ]),
    language: firstOf([...languages(elements('html')), textOf(node.inLanguage), ...all(LANGUAGE)], canonicalLanguage),
  }
  return {
    metadata: defined(metadata),
    titles,
    body: textOfMarkup(textOf(node.articleBody) ?? '') || undefined,
    jsonLd,
  }
}

/** What is longer is no title and no name. */
const MAX_LENGTH = 1000

const plainTexts = (texts: readonly (string | undefined)[]): string[] =>
  texts.map((text) => textOfMarkup((text ?? '').slice(0, MAX_LENGTH))).filter((text) => text !== '')

const languages = (elements: readonly TreeElement[]): (string | undefined)[] =>
  elements.map((html) => attributeOf(html, 'lang') ?? attributeOf(html, 'xml:lang'))

const canonicalUrls = (links: readonly TreeElement[]): (string | undefined)[] =>
  links
    .filter((link) => attributeOf(link, 'rel')?.toLowerCase() === 'canonical')
    .map((link) => attributeOf(link, 'href'))

/** "A. Name, B. Name" is two; "A. Name, The Ledger" and "A. Name, Jr." are one. */
function apart(names: string): string[] {
  const parts = names.split(/\s*,\s*/)
  const isPerson = (part: string): boolean => PERSON.test(part) && !BODY_OR_ROLE.test(part) && !ACRONYM.test(part)
  return parts.length > 1 && parts.every(isPerson) ? parts : [names]
}

const PERSON =
  /^(?:by )?\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:de|del|van|von|der|den|bin|al|el|la|di|da|dos)){0,2}(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/iu
const ACRONYM = /\b\p{Lu}{3,}\b/u
const BODY_OR_ROLE =
  /\b(?:the|editor|writer|reporter|correspondent|staff|desk|contributor|columnist|press|news|agency|times|post|ledger|herald|tribune|gazette|journal|chronicle|guardian|media|network|service|bureau|wire|today|international)\b/i

function readPublished(dates: readonly (string | undefined)[]): Metadata['published'] {
  const value = firstOf(dates, parseDate)
  return value === undefined ? undefined : { value, basis: 'metadata' }
}

function firstOf(values: readonly (string | undefined)[], read: (value: string) => string | null): string | undefined {
  for (const value of values) {
    const found = value === undefined ? null : read(value)
    if (found !== null) return found
  }
  return undefined
}

const MAX_CONTENTS = 50

/** What the meta elements say, by name, property, itemprop or http-equiv in lower case. */
function readMeta(elements: readonly TreeElement[]): Map<string, string[]> {
  const meta = new Map<string, string[]>()
  for (const element of elements) {
    const content = attributeOf(element, 'content')?.trim()
    if (!content) continue
    for (const kind of ['name', 'property', 'itemprop', 'http-equiv']) {
      const name = attributeOf(element, kind)?.trim().toLowerCase()
      if (!name) continue
      const contents = meta.get(name)
      if (contents === undefined) meta.set(name, [content])
      else if (contents.length < MAX_CONTENTS) contents.push(content)
    }
  }
  return meta
}

/** Of the time elements only those that say they are the date of publication. */
const readTimes = (elements: readonly TreeElement[]): string[] =>
  elements
    .filter(
      (time) =>
        /datePublished/i.test(attributeOf(time, 'itemprop') ?? '') || attributeOf(time, 'pubdate') !== undefined,
    )
    .flatMap((time) => attributeOf(time, 'datetime') ?? [])

/** "Title | Outlet", "Outlet: Title" -> "Title". */
function withoutOutlet(title: string, outlet: string | undefined): string {
  if (outlet === undefined) return title
  const name = outlet.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const bare = title.replace(new RegExp(`\\s*[|\\-–—:·»]+\\s*${name}\\s*$|^${name}\\s*[|\\-–—:·»]+\\s*`, 'i'), '')
  return bare === '' ? title : bare
}
