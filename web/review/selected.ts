// The selection on the page -> spans of the document, one for each paragraph, without surrounding white space.

import type { Span } from '../article/marks.ts'

/** Paragraphs have their start in `data-from` and contain their text character for character. */
export function selectedSpans(root: HTMLElement): Span[] {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return []
  const range = selection.getRangeAt(0)
  return [...root.querySelectorAll<HTMLElement>('[data-from]')].flatMap((paragraph) => {
    if (!range.intersectsNode(paragraph)) return []
    const from = Number(paragraph.dataset.from)
    const start = paragraph.contains(range.startContainer)
      ? lengthUpTo(paragraph, range.startContainer, range.startOffset)
      : 0
    const text = paragraph.textContent ?? ''
    const end = paragraph.contains(range.endContainer)
      ? lengthUpTo(paragraph, range.endContainer, range.endOffset)
      : text.length
    const words = text.slice(start, end)
    const [before, behind] = [words.length - words.trimStart().length, words.length - words.trimEnd().length]
    return words.trim() === '' ? [] : [[from + start + before, from + end - behind] as Span]
  })
}

function lengthUpTo(paragraph: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.selectNodeContents(paragraph)
  before.setEnd(node, offset)
  return before.toString().length
}
