// The first bytes of a file -> whether it is HTML: by how it begins, not by tags that a text may mention.

import { utf16Of } from '../sniff.ts'

/** Skipped: byte order marks, white space, comments, an XML declaration. */
const BEFORE = /^(?:\s|\ufeff|\xef\xbb\xbf|<!--[\s\S]*?-->|<\?[^>]*>)+/
/** What only a page begins with; a comment that goes on past the first bytes is one. */
const PAGE = /^(?:<!doctype\s+html|<(?:html|head|body|title|meta|link|script|style|base)(?=[\s/>])|<!--)/i
/** What a piece of a page begins with, if the element is closed too. */
const PIECE =
  /^<(div|article|section|main|header|nav|table|p|h[1-6]|ul|ol|blockquote|center|form|span|font|a|b|i|em|strong)(?=[\s/>])/i

/** @param head the first bytes as Latin-1 */
export function looksLikeHtml(head: string, bytes: Uint8Array, mediaType: string | undefined): boolean {
  const encoding = utf16Of(bytes)
  const text = encoding === null ? head : new TextDecoder(encoding).decode(bytes.subarray(0, head.length & ~1))
  const start = text.replace(BEFORE, '')
  const piece = PIECE.exec(start)?.[1]
  if (PAGE.test(start) || (piece !== undefined && start.toLowerCase().includes(`</${piece.toLowerCase()}>`)))
    return true
  // Words before the page: what a proxy or a script has printed.
  if (/<(?:!doctype\s+html|html)[\s>]/i.test(text) && /<(?:head|title|meta|body)[\s>]/i.test(text)) return true
  // What it is said to be counts where the bytes leave it open.
  return /^(?:text\/html|application\/xhtml\+xml)/i.test(mediaType ?? '') && /<\/?[a-z][^<>]*>|&#?\w+;/i.test(text)
}
