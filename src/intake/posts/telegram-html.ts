// A chat or channel as Telegram Desktop exports it for reading (messages.html) -> each message a report of its own.

import type { Container } from '../container.ts'
import { attributeOf, isElement, isText, parseMarkup, type TreeElement, type TreeNode } from '../html/tree.ts'
import { readText } from '../io/read-text.ts'
import { charsetOf, charsetOfPage } from '../text/charset.ts'
import { postPart } from './post.ts'

export const telegramHtml: Container = {
  name: 'a Telegram export',
  matches: (head) =>
    /^\W{0,6}<!doctype html/i.test(head) &&
    /<title>\s*Exported Data\s*<\/title>/.test(head) &&
    /class="page_wrap/.test(head),
  async *parts(source, limits) {
    const { mediaType } = source.known
    const markup = await readText(source, limits, (bytes) => charsetOf(mediaType) ?? charsetOfPage(bytes))
    const root = parseMarkup(markup).documentElement
    const chat = wordsOf(first(first(root, 'page_header'), 'text'))
    let last: string | undefined
    for (const message of within(root, 'message')) {
      if (!hasClass(message, 'default')) continue
      const forwarded = first(message, 'forwarded')
      // Of several messages by one author, the first alone names them.
      const name = within(message, 'from_name').find((each) => forwarded === undefined || !contains(forwarded, each))
      const account = wordsOf(name) ?? (hasClass(message, 'joined') ? last : undefined) ?? chat
      last = account
      const text = wordsOf(first(forwarded ?? message, 'text'))
      if (text === undefined) continue
      yield postPart(attributeOf(message, 'id')?.replace(/^message/, 'message ') ?? 'message', {
        text,
        account,
        author: account === chat ? undefined : account,
        date: dateIn(attributeOf(first(message, 'date') ?? message, 'title') ?? ''),
        forwardedFrom: wordsOf(first(forwarded, 'from_name')),
      })
    }
  },
}

const hasClass = (element: TreeElement, name: string): boolean =>
  attributeOf(element, 'class')?.split(/\s+/).includes(name) ?? false

/** The elements of this class in it, in order; none inside another. */
function within(parent: TreeElement, name: string): TreeElement[] {
  const found: TreeElement[] = []
  for (let node = parent.firstChild; node; node = node.nextSibling)
    if (isElement(node)) for (const one of hasClass(node, name) ? [node] : within(node, name)) found.push(one)
  return found
}

const first = (parent: TreeElement | undefined, name: string): TreeElement | undefined =>
  parent === undefined ? undefined : within(parent, name)[0]

function contains(parent: TreeElement, sought: TreeElement): boolean {
  for (let node = parent.firstChild; node; node = node.nextSibling)
    if (node === sought || (isElement(node) && contains(node, sought))) return true
  return false
}

const wordsOf = (element: TreeElement | undefined): string | undefined =>
  element === undefined
    ? undefined
    : textIn(element)
        .replace(/[^\S\n]+/g, ' ')
        .trim() || undefined

/** A date beside a name is none of the name. */
function textIn(parent: TreeNode): string {
  let text = ''
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (isText(node)) text += node.textContent?.replace(/\s+/g, ' ') ?? ''
    else if (isElement(node) && !hasClass(node, 'date')) text += node.localName === 'br' ? '\n' : textIn(node)
  }
  return text
}

/** "10.03.2026 08:15:00 UTC+01:00" */
function dateIn(title: string): string | undefined {
  const [, day, month, year, clock, zone] =
    /(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?/.exec(title) ?? []
  return day === undefined ? undefined : `${year}-${month}-${day}T${clock}${zone ?? ''}`
}
