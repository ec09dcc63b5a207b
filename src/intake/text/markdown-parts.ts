// The tree of a Markdown text -> its parts in order: headings, paragraphs, list items, quotations, rows of tables.

import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { fragmentParts } from '../html/fragment.ts'
import type { Part } from '../parts.ts'

/** @param kind of paragraphs in it. A heading of the first level is a title, wherever it stands. */
export function partsOf(node: RootContent, kind: Part['kind'] = null): Part[] {
  switch (node.type) {
    case 'heading':
      return partOf(node.depth === 1 ? 'title' : 'heading', textOf(node).replace(/(?:(?<!\s)\s+)?\{[#.][^{}]*\}$/, ''))
    case 'paragraph':
      return partOf(isPictureAlone(node.children) ? 'caption' : kind, textOf(node))
    case 'blockquote':
      return node.children.flatMap((child) => partsOf(child, 'quote'))
    case 'list':
      return node.children.flatMap((item) => item.children.flatMap((child) => partsOf(child, 'list')))
    case 'footnoteDefinition':
      return node.children.flatMap((child) => partsOf(child))
    case 'table':
      return node.children.flatMap((row) => partOf(null, row.children.map(textOf).join('\t')))
    case 'code':
      return partOf(null, node.value)
    case 'html':
      return fragmentParts(node.value, undefined)
    default:
      return []
  }
}

function partOf(kind: Part['kind'], text: string): Part[] {
  const shown = squeezed(text)
  return shown === '' ? [] : [{ kind, text: shown }]
}

const isPictureAlone = (children: readonly PhrasingContent[]): boolean =>
  children.length === 1 && (children[0].type === 'image' || children[0].type === 'imageReference')

/** What is shown of it: links by their words, pictures by what they are said to show. */
function textOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return onOneLine(node.value)
    case 'break':
      return '\n'
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? '\n' : ''
    case 'image':
    case 'imageReference':
      return onOneLine(node.alt ?? '')
    default:
      return 'children' in node ? node.children.map(textOf).join('') : ''
  }
}

const onOneLine = (text: string): string => text.replaceAll('\n', ' ')

const squeezed = (text: string): string =>
  text
    .replace(/[^\S\n\t]+/g, ' ')
    .replace(/(?:(?<![ \t])[ \t]+)?\n[ \t]*/g, '\n')
    .trim()
