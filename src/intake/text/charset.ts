// What is declared of the encoding of bytes: by whoever brought them, or by a page's own meta element.

import { latin1 } from './latin1.ts'

/** Of a media type: "text/html; charset=windows-1251". */
export const charsetOf = (mediaType: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(mediaType ?? '')?.[1].toLowerCase()

/** Where browsers look for the meta element, and a little further. */
const LOOKED_AT = 4096
const META = /<meta\s[^<>]*?charset\s*=\s*(?:["']\s*)?([\w.:-]+)/i
const XML = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/i

/** Of a page in any encoding that has ASCII in it. */
export function charsetOfPage(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, LOOKED_AT))
  return (META.exec(head) ?? XML.exec(head))?.[1].toLowerCase()
}
