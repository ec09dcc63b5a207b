// An element -> whether the page hides it from those who see the page: by an attribute, by its own style, by a rule of the page for its class.

import type { Tree, TreeElement } from './tree.ts'
import { attributeOf, isElement } from './tree.ts'

const NOT_SHOWN =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|transform\s*:\s*scale(?:x|y|3d)?\(\s*0\s*[,)]|mso-hide\s*:\s*all/i
/** Out of the window, or cut down to nothing: for those who hear a page. */
const OUT_OF_SIGHT =
  /(?:left|right|top|text-indent)\s*:\s*-\d{3,}(?:\.\d+)?(?:px|r?em|vw|vh|%)|clip\s*:\s*rect\(\s*(?:0|1px)[^)]{0,60}\)|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0(?:px)?(?:\s+0(?:px)?)?\s*,\s*0)/i
/** Each alone may be part of how a page opens out or fades in; two of them together hide, as in the first lines of newsletters. */
const SQUEEZED = [
  /opacity\s*:\s*0(?:\.0+)?\s*(?:[;!]|$)/i,
  /(?:^|[;\s])(?:max-)?height\s*:\s*(?:0|0px|1px)\s*(?:[;!]|$)/i,
  /(?:^|[;\s])(?:max-)?width\s*:\s*(?:0|0px|1px)\s*(?:[;!]|$)/i,
  /(?:font-size|line-height)\s*:\s*(?:0|0px|1px)\s*(?:[;!]|$)/i,
]
/** By their usual names. */
const HEARD_ONLY = /(?:^|[ -])(?:sr-only|visually-hidden|screen-reader(?:-text|-only)?|a11y-hidden)(?:$| )/

const hides = (style: string): boolean =>
  NOT_SHOWN.test(style) || OUT_OF_SIGHT.test(style) || SQUEEZED.filter((squeezed) => squeezed.test(style)).length >= 2
const shows = (style: string): boolean => /display\s*:\s*(?!none)[\w-]|visibility\s*:\s*visible/i.test(style)

/** @param hints the words of the element's class, id and role */
export type IsHidden = (element: TreeElement, hints: string) => boolean

export function findHiding(tree: Tree): IsHidden {
  const { hiding, showing } = readRules(tree)
  const whole = hiding.size === 0 ? 0 : proseIn(tree.documentElement)
  const isHiddenByRule = (element: TreeElement): boolean => {
    if (hiding.size === 0) return false
    const names = selectorsOf(element)
    if (!names.some((name) => hiding.has(name))) return false
    // "hidden lg:block": another of its names shows it, on some screens at least.
    if (names.some((name) => showing.has(name))) return false
    // What holds most of the page's paragraphs is shown in the end, by a script.
    return proseIn(element) <= MOST * whole
  }
  return (element, hints) =>
    attributeOf(element, 'hidden') !== undefined ||
    hides(attributeOf(element, 'style') ?? '') ||
    HEARD_ONLY.test(hints) ||
    isHiddenByRule(element)
}

const MOST = 0.5

/** Characters in paragraphs. */
function proseIn(element: TreeElement): number {
  if (element.localName === 'p') return element.textContent?.trim().length ?? 0
  let length = 0
  for (let child = element.firstChild; child; child = child.nextSibling) if (isElement(child)) length += proseIn(child)
  return length
}

const selectorsOf = (element: TreeElement): string[] => [
  ...(attributeOf(element, 'class') ?? '').split(/\s+/).flatMap((name) => (name === '' ? [] : `.${name}`)),
  ...[attributeOf(element, 'id')].flatMap((id) => (id ? `#${id}` : [])),
]

/** Of all style elements together, in characters. */
const MAX_STYLES = 3_000_000

interface Rules {
  /** Classes and ids, each by itself, with its mark. */
  hiding: Set<string>
  showing: Set<string>
}

/** Rules for one class or id alone, on every screen; what depends on more, or on a script, may be shown. */
function readRules(tree: Tree): Rules {
  const hiding = new Set<string>()
  const showing = new Set<string>()
  let left = MAX_STYLES
  for (const style of tree.getElementsByTagName('style')) {
    const text = (style.textContent ?? '').slice(0, left)
    left -= text.length
    for (const { selectors, style, isConditional } of rulesIn(text)) {
      for (const selector of selectors) {
        if (shows(style)) {
          showing.add(selector)
          if (!isConditional) hiding.delete(selector)
        } else if (!isConditional && hides(style)) {
          hiding.add(selector)
          showing.delete(selector)
        }
      }
    }
  }
  return { hiding, showing }
}

const SIMPLE = /^(?:[a-z][\w-]*)?([.#](?:[\w-]|\\.)+)$/i

/** What holds on every screen all the same. */
const ALWAYS = /@media\s+(?:only\s+)?(?:screen|all)\s*$|@layer\b/i

/** Found by its braces; one inside another, as in `@media print`, is conditional. */
function* rulesIn(text: string): Generator<{ selectors: string[]; style: string; isConditional: boolean }> {
  const bare = text
    .split('*/')
    .map((part) => part.replace(/\/\*.*$/s, ''))
    .join('')
  const around: string[] = []
  for (const part of bare.split('}')) {
    const [style = '', head = '', ...outer] = part.split('{').reverse()
    for (const opened of outer.reverse()) around.push(opened)
    if (!part.includes('{')) around.pop()
    else {
      const selectors = head.split(',').flatMap((selector) => {
        const [, name] = SIMPLE.exec(selector.trim()) ?? []
        return name === undefined ? [] : [name.replaceAll('\\', '')]
      })
      if (selectors.length > 0) yield { selectors, style, isConditional: around.some((rule) => !ALWAYS.test(rule)) }
    }
  }
}
