// Markup -> a tree that has a body with all of the page in it, however the markup was broken.

import { decodeHTML } from 'entities'
import { DOMParser } from 'linkedom'
import { checkLimits } from './limits.ts'

/** As much of the DOM as is used here. */
export interface TreeNode {
  nodeType: number
  localName: string
  textContent: string | null
  firstChild: TreeNode | null
  nextSibling: TreeNode | null
  remove(): void
}

export interface TreeElement extends TreeNode {
  getAttribute(name: string): string | null
  removeAttribute(name: string): void
}

export interface Tree {
  documentElement: TreeElement
  getElementsByTagName(name: string): Iterable<TreeElement>
}

/** What comes after them is still the page's. */
const LAST_TAGS = /<\/(?:html|body)\s*>/gi

/** Throws UserError where the markup is beyond the limits. */
export function parseMarkup(markup: string): Tree {
  checkLimits(markup)
  // The parser adds no html, head or body where the page leaves them out, and the extractor looks for a body.
  const tree: Tree = new DOMParser().parseFromString(
    `<html><head></head><body>${markup.replace(LAST_TAGS, '')}</body></html>`,
    'text/html',
  )
  joinTexts(tree.documentElement)
  return tree
}

/** The parser ends a text at every entity; what has many is one again. */
function joinTexts(parent: TreeElement): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (!isText(node)) {
      if (isElement(node)) joinTexts(node)
      continue
    }
    if (node.nextSibling === null || !isText(node.nextSibling)) continue
    const parts = [node.textContent]
    for (let next = node.nextSibling; next && isText(next); next = node.nextSibling) {
      parts.push(next.textContent)
      next.remove()
    }
    node.textContent = parts.join('')
  }
}

const TEXT_NODE = 3
const ELEMENT_NODE = 1

export const isText = (node: TreeNode): boolean => node.nodeType === TEXT_NODE
export const isElement = (node: TreeNode): node is TreeElement => node.nodeType === ELEMENT_NODE

/** The value of an attribute, its name in small or capital letters: the tree keeps them as the page has them. */
export const attributeOf = (element: TreeElement, name: string): string | undefined =>
  element.getAttribute(name) || (element.getAttribute(name.toUpperCase()) ?? element.getAttribute(name) ?? undefined)

/** Text that may hold markup, as in metadata: entities decoded, tags left out, white space squeezed. */
export function textOfMarkup(markup: string): string {
  const bare = markup.replace(/<[^<>]*>/g, ' ')
  return decodeHTML(bare).replace(/\s+/g, ' ').trim()
}
