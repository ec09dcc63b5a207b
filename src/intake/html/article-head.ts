// A page's tree -> who and when the head of its article says, in elements made for that: authors by rel and itemprop, a time by its datetime.

import { FURNITURE_PLACE } from './main-text-cues.ts'
import { attributeOf, isElement, isText, type Tree, type TreeElement } from './tree.ts'

export interface ArticleHead {
  authors: string[]
  /** As the time element has it. */
  published: string | undefined
}

/** In characters: a text that is longer is a paragraph of the article. */
const PARAGRAPH = 120
/** In characters, of a name. */
const LONGEST_NAME = 80
/** Beside the article, wherever it stands. */
const BESIDE = /^(?:aside|nav|footer|script|style|template|noscript)$/
const CHANGED = /modified|updated/i

/** The head is what stands between the heading of the first level and the first paragraph. */
export function readArticleHead(tree: Tree): ArticleHead {
  const typed: string[] = []
  const linked: string[] = []
  let published: string | undefined
  let place: 'before' | 'head' | 'after' = 'before'
  const headings = holdersOfHeadings(tree)
  const visit = (parent: TreeElement): void => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (isText(child)) {
        if (place === 'head' && (child.textContent?.trim().length ?? 0) > PARAGRAPH) place = 'after'
        continue
      }
      if (!isElement(child) || BESIDE.test(child.localName) || (isBeside(child) && !headings.has(child))) continue
      if (child.localName === 'h1' && place === 'before') place = 'head'
      const property = attributeOf(child, 'itemprop') ?? ''
      if (/\bauthor\b/i.test(property)) {
        typed.push(nameIn(child) ?? nameOf(child))
        continue
      }
      if (place === 'head' && /\bauthor\b/i.test(attributeOf(child, 'rel') ?? '')) linked.push(nameOf(child))
      if (place === 'head' && child.localName === 'time' && !CHANGED.test(property + classOf(child)))
        published ??= attributeOf(child, 'datetime')
      visit(child)
    }
  }
  visit(tree.documentElement)
  const names = (typed.some(isName) ? typed : linked).filter(isName)
  return { authors: names.slice(0, MAX_AUTHORS), published }
}

const MAX_AUTHORS = 20

const classOf = (element: TreeElement): string => ` ${attributeOf(element, 'class') ?? ''}`

/** Lists of other articles, comments: they have authors too. The article's own container may have any name. */
const isBeside = (element: TreeElement): boolean =>
  /^(?:div|section|ul|ol)$/.test(element.localName) &&
  FURNITURE_PLACE.test(
    `${classOf(element)} ${attributeOf(element, 'id') ?? ''}`.toLowerCase().replace(/[_:.-]+/g, '-'),
  ) &&
  !/\bauthors?\b|\bbyline\b/i.test(classOf(element))

/** What holds a heading of the first level is not beside the article. */
function holdersOfHeadings(tree: Tree): Set<TreeElement> {
  const holders = new Set<TreeElement>()
  const visit = (element: TreeElement): boolean => {
    let holds = element.localName === 'h1'
    for (let child = element.firstChild; child; child = child.nextSibling)
      if (isElement(child) && visit(child)) holds = true
    if (holds) holders.add(element)
    return holds
  }
  visit(tree.documentElement)
  return holders
}

/** "jdadmin" is an account. */
const isName = (text: string): boolean =>
  text.length <= LONGEST_NAME && !/[@\n]|https?:|^[\p{Ll}\p{N}_.-]*$/u.test(text)

const nameOf = (element: TreeElement): string =>
  (attributeOf(element, 'content') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()

/** Of what is marked as an author, the first name within it. */
function nameIn(element: TreeElement): string | undefined {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (!isElement(child)) continue
    const found = /\bname\b/i.test(attributeOf(child, 'itemprop') ?? '') ? nameOf(child) : nameIn(child)
    if (found !== undefined) return found
  }
  return undefined
}
