// A page's tree -> the elements that are posts of a live blog: told by their type, or by their likeness, names and times.

import { FURNITURE_PLACE } from './main-text-cues.ts'
import { attributeOf, isElement, type Tree, type TreeElement } from './tree.ts'

export interface PostElement {
  element: TreeElement
  /** As its first time element has it. */
  published: string | undefined
}

/** Words for such pages and their parts; "live" alone is in the names of videos and radio players. */
const LIVE =
  /live[-_]?(?:blog|ticker|text|coverage|stream-?post|feed|update|post|entry|block|item|event)|\b(?:ticker|key-?events?)\b/i
const POST_TYPE = /schema\.org\/(?:BlogPosting|NewsArticle|Article)$/i
const BLOG_TYPE = /schema\.org\/LiveBlogPosting$/i

const FEWEST_LIKE = 3

/** Whether a closer look is worth its time: most pages are no live blog, and say nothing of one. */
export const mayBeLive = (markup: string): boolean => LIVE.test(markup)

/** @param isLive whether the page's metadata says that it is a live blog: then no name has to */
export function findPostElements(tree: Tree, isLive: boolean): PostElement[] {
  const typed: TreeElement[] = []
  const groups = new Map<string, { element: TreeElement; live: boolean }[]>()
  let next = 0
  const visit = (parent: TreeElement, place: { live: boolean; inBlog: boolean }): void => {
    const id = next++
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (!isElement(child)) continue
      const names = namesOf(child)
      const beside = isBeside(names) || (LIST_TAG.test(parent.localName) && isBeside(namesOf(parent)))
      const type = attributeOf(child, 'itemtype') ?? ''
      const isBlog = BLOG_TYPE.test(type)
      const live = place.live || isBlog || LIVE.test(names)
      if (place.inBlog && POST_TYPE.test(type)) typed.push(child)
      const [likeness] = (child.getAttribute('class') ?? '').trim().split(/\s+/)
      const key = `${id} ${child.localName} ${likeness}`
      const group = groups.get(key)
      if (!beside && group) group.push({ element: child, live })
      else if (!beside) groups.set(key, [{ element: child, live }])
      visit(child, { live, inBlog: place.inBlog || isBlog })
    }
  }
  visit(tree.documentElement, { live: false, inBlog: false })
  if (typed.length > 1) return typed.map(withTime)
  const alike = [...groups.values()]
    .filter((group) => group.length >= FEWEST_LIKE && (isLive || group.every(({ live }) => live)))
    .map((group) => group.map(({ element }) => withTime(element)).filter(({ published }) => published !== undefined))
    .filter((group) => group.length >= FEWEST_LIKE)
  // The group with most text: a list of key events has the times too, but the posts have the words.
  return alike.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0] ?? []
}

/** Comments and lists of other articles have times too. */
const isBeside = (names: string): boolean => FURNITURE_PLACE.test(names.toLowerCase().replace(/[^a-z]+/g, '-'))
const LIST_TAG = /^(?:ol|ul|aside|section)$/

const namesOf = (element: TreeElement): string =>
  ['class', 'id', 'data-component', 'data-testid', 'data-type']
    .map((name) => element.getAttribute(name) ?? '')
    .join(' ')
    .slice(0, 500)

const lengthOf = (group: readonly PostElement[]): number =>
  group.reduce((sum, { element }) => sum + (element.textContent?.length ?? 0), 0)

const withTime = (element: TreeElement): PostElement => ({ element, published: timeIn(element) })

/** The instant in the first time element, itself included. */
function timeIn(element: TreeElement): string | undefined {
  const stated = element.localName === 'time' ? attributeOf(element, 'datetime') : undefined
  if (stated !== undefined && /\d{4}-\d\d-\d\d/.test(stated)) return stated
  const published = /datePublished/i.test(attributeOf(element, 'itemprop') ?? '')
    ? attributeOf(element, 'content')
    : undefined
  if (published !== undefined) return published
  for (let child = element.firstChild; child; child = child.nextSibling) {
    const found = isElement(child) ? timeIn(child) : undefined
    if (found !== undefined) return found
  }
  return undefined
}
