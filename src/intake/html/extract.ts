// A page's tree and runs -> which runs are the article, by Mozilla's Readability. It takes the tree apart on the way.

import { Readability } from '@mozilla/readability'
import type { PageText } from './runs.ts'
import { attributeOf, isElement, type Tree, type TreeElement } from './tree.ts'

/** Two planes of characters for private use: one of them before each text node survives all rewriting of the tree. */
const FIRST_MARK = 0xf0000
const MARKS = 0x20000 - 4
const MARK = /[\u{f0000}-\u{10fffd}]/gu

/** It takes time by the element, and pages with more are lists rather than articles. */
const MAX_ELEMENTS = 40_000
/** It takes time by the cube of the depth: 0.7 s at this one. Pages nest to 60 or so, old ones with tags left open further. */
const MAX_DEPTH = 300
/** It asks every element for its style, which the tree takes apart in a time that grows with the square of its blanks. What hides, we know already. */
const MAX_STYLE = 2000

/**
 * Null where it finds no article, or where the page is too large or too deep for it.
 * @param barred runs that are no article, however they read
 */
export function extract(
  tree: Tree,
  { runs, unseen, elements }: PageText,
  barred: readonly boolean[],
): boolean[] | null {
  if (elements > MAX_ELEMENTS || isDeeper(tree.documentElement, MAX_DEPTH)) return null
  for (const node of unseen) node.remove()
  for (const [index, run] of runs.entries()) if (barred[index]) for (const node of run.nodes) node.remove()
  showText(tree.documentElement)
  const nodes = [...new Set(runs.flatMap((run, index) => (barred[index] ? [] : run.nodes)))]
  const nodesPerMark = Math.ceil(nodes.length / MARKS)
  const lengths = new Map(nodes.map((node) => [node, node.textContent?.trim().length ?? 0]))
  const marks = new Map(nodes.map((node, index) => [node, FIRST_MARK + Math.floor(index / nodesPerMark)]))
  for (const [node, mark] of marks) node.textContent = String.fromCodePoint(mark) + node.textContent
  const kept = new Set(Array.from(articleText(tree).matchAll(MARK), ([mark]) => mark.codePointAt(0)))
  if (kept.size === 0) return null
  return runs.map((run) => {
    const total = run.nodes.reduce((sum, node) => sum + (lengths.get(node) ?? 0), 0)
    const left = run.nodes.reduce((sum, node) => sum + (kept.has(marks.get(node)) ? (lengths.get(node) ?? 0) : 0), 0)
    return left > total / 2
  })
}

function isDeeper(element: TreeElement, depth: number): boolean {
  if (depth === 0) return true
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (isElement(child) && isDeeper(child, depth - 1)) return true
  return false
}

/**
 * An open pop-up hides the page behind it from those who hear it, not from those who see it: the extractor would take
 * the page for invisible. What is hidden so by itself, as an icon's name, has no paragraphs.
 */
function showText(element: TreeElement): boolean {
  let hasText = /^(?:h1|p|article|main)$/.test(element.localName)
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (isElement(child) && showText(child)) hasText = true
  if ((attributeOf(element, 'style') ?? '').length > MAX_STYLE) element.removeAttribute('style')
  if (hasText && attributeOf(element, 'aria-hidden') === 'true') element.removeAttribute('aria-hidden')
  return hasText
}

function articleText(tree: Tree): string {
  try {
    // A linkedom tree has what Readability uses of a browser's Document.
    const document = tree as ConstructorParameters<typeof Readability>[0]
    return new Readability(document, { serializer: () => '', disableJSONLD: true }).parse()?.textContent ?? ''
  } catch {
    return '' // it trips over trees that no browser would build; the page is then read without it, with a warning
  }
}
