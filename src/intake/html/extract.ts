// A page's tree and runs -> which runs are the article, by Mozilla's Readability. It takes the tree apart on the way.

import { Readability } from '@mozilla/readability'
import type { PageText } from './runs.ts'
import type { Tree } from './tree.ts'

/** Two planes of characters for private use: one of them before each text node survives all rewriting of the tree. */
const FIRST_MARK = 0xf0000
const MARKS = 0x20000 - 4
const MARK = /[\u{f0000}-\u{10fffd}]/gu

/** It takes time by the element, and pages with more are lists rather than articles. */
const MAX_ELEMENTS = 40_000

/** Null where it finds no article, or where the page is too large for it. */
export function extract(tree: Tree, { runs, unseen, elements }: PageText): boolean[] | null {
  if (elements > MAX_ELEMENTS) return null
  for (const node of unseen) node.remove()
  const nodes = [...new Set(runs.flatMap((run) => run.nodes))]
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

function articleText(tree: Tree): string {
  try {
    // A linkedom tree has what Readability uses of a browser's Document.
    const document = tree as ConstructorParameters<typeof Readability>[0]
    return new Readability(document, { serializer: () => '', disableJSONLD: true }).parse()?.textContent ?? ''
  } catch {
    return '' // it trips over trees that no browser would build; the page is then read without it, with a warning
  }
}
