// A page's tree -> its visible text as runs, in order: one for each paragraph, heading, list item, table row, caption, ...

import { UserError } from '../../user-error.ts'
import { findHiding } from './hidden.ts'
import { MAX_DEPTH } from './limits.ts'
import { type Box, type Piece, type Run, toRuns } from './pieces.ts'
import { attributeOf, isElement, isText, type Tree, type TreeElement, type TreeNode } from './tree.ts'

/** What the text in an element inherits. */
interface Setting {
  linked: boolean
  preformatted: boolean
}

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb rt rtc ruby s ' +
    'samp small span strike strong sub sup time tt u var'
  ).split(' '),
)
/** What a browser does not show as text, or, as of a list to choose from, not all of. */
const UNSEEN = new Set(
  (
    'script style noscript template title meta link base svg canvas frame frameset noframes applet map select datalist ' +
    'progress meter rp annotation annotation-xml'
  ).split(' '),
)
/** What has no text that is shown, but tells the extractor something. */
const MUTE = new Set('img input wbr iframe object embed audio video'.split(' '))
/** Struck out: shown, but no longer part of what the text says. */
const DELETED = new Set(['del', 's', 'strike'])
const STRUCK = /text-decoration(?:-line)?\s*:[^;]{0,80}\bline-through\b/i
const isDeleted = (node: TreeElement, tag: string): boolean =>
  DELETED.has(tag) || STRUCK.test(attributeOf(node, 'style') ?? '')
/** A sign among the words is no picture. */
const isPicture = (node: TreeElement): boolean =>
  /^(?:img|amp-img|picture)$/.test(node.localName) && !(Number.parseInt(attributeOf(node, 'width') ?? '', 10) < ICON)
/** In pixels. */
const ICON = 60

/** Its text is shown where the page says so: the inside of a custom element. */
const isShadow = (node: TreeElement): boolean =>
  node.localName === 'template' &&
  (attributeOf(node, 'shadowrootmode') ?? attributeOf(node, 'shadowroot')) !== undefined

export interface PageText {
  runs: Run[]
  /** Elements that show no text, for whoever reads the tree next. */
  unseen: TreeElement[]
  /** Whether words were left out that the page strikes out. */
  hasDeleted: boolean
  /** How many elements and comments there are, unseen ones counted once with all that is in them. */
  elements: number
}

export function findRuns(tree: Tree): PageText {
  const runs: Run[] = []
  const unseen: TreeElement[] = []
  const isHidden = findHiding(tree)
  let elements = 0
  let hasDeleted = false
  let pictured = false
  let pieces: Piece[] = []
  const flush = (): void => {
    for (const run of toRuns(pieces)) runs.push(run)
    pieces = []
  }
  const visit = (node: TreeNode, parent: Box, setting: Setting): void => {
    if (isText(node)) {
      const text = visible(node.textContent ?? '', setting)
      pieces.push({ text, linked: setting.linked, box: parent, node, pictured })
      if (text.trim() !== '') pictured = false
      return
    }
    elements++
    const tag = node.localName
    if (tag === 'br') pieces.push({ text: '\n', linked: false, box: parent, node: null })
    if (isElement(node) && isPicture(node)) pictured = true
    if (tag === 'br' || MUTE.has(tag)) return
    if (!isElement(node)) return
    const isGone = isDeleted(node, tag)
    if (isGone) hasDeleted = true
    if (isGone || (UNSEEN.has(tag) && !isShadow(node))) {
      unseen.push(node)
      return
    }
    const box: Box = {
      tag,
      hints: hintsOf(node),
      parent,
      depth: parent.depth + 1,
      first: runs.length,
      end: runs.length,
    }
    // Whole pages are hidden until a script has run.
    if (tag !== 'html' && tag !== 'body' && isHidden(node, box.hints)) {
      unseen.push(node)
      return
    }
    // What was counted before the tree was built is the markup's nesting; this is the tree's.
    if (box.depth > 2 * MAX_DEPTH) throw new UserError(`the HTML is nested more than ${2 * MAX_DEPTH} elements deep`)
    const cell = tag === 'td' || tag === 'th'
    const inline = INLINE.has(tag)
    // Links side by side, as in menus, stand apart by style alone.
    if (tag === 'a' && pieces.at(-1)?.linked) pieces.push({ text: ' ', linked: false, box: parent, node: null })
    if (cell && pieces.length > 0) pieces.push({ text: '\t', linked: false, box: parent, node: null })
    if (!cell && !inline) flush()
    const inner = {
      linked: setting.linked || tag === 'a',
      preformatted: setting.preformatted || tag === 'pre' || tag === 'xmp' || tag === 'textarea',
    }
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child, box, inner)
    if (!cell && !inline) flush()
    box.end = runs.length
  }
  const top: Box = { tag: '', hints: '', parent: null, depth: 0, first: 0, end: 0 }
  visit(tree.documentElement, top, { linked: false, preformatted: false })
  flush()
  top.end = runs.length
  return { runs, unseen, hasDeleted, elements }
}

/** Characters that show nothing and part words: NUL, soft hyphen, zero-width space, word joiner, byte order mark. */
const INVISIBLE = /[\0\u00ad\u200b\u2060\ufeff]/g

/** In pieces, since the engine remembers each step of a run without bound, and five million blanks can be too many. */
const visible = (text: string, { preformatted }: Setting): string =>
  text
    .replace(INVISIBLE, '')
    .replace(preformatted ? /[^\S\n]{1,4096}/g : /\s{1,4096}/g, ' ')
    .replace(/ {2,4096}/g, ' ')

function hintsOf(element: TreeElement): string {
  const names = ['class', 'id', 'role', 'itemprop'].flatMap((name) => element.getAttribute(name) || [])
  if (names.length === 0) return ''
  return names
    .join(' ')
    .slice(0, MAX_HINTS)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[_:.-]+/g, '-')
}

const MAX_HINTS = 500
