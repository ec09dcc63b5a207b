// A list of feeds (OPML), as feed readers export it -> the addresses of the feeds, each once, as it has them.

import { charsetOfPage } from '../text/charset.ts'
import { decode } from '../text/decode.ts'
import { hasRoot } from '../xml/root.ts'
import { elementsOf, parseXml, type XmlElement } from '../xml/xml.ts'

/** Whether bytes that begin like this, read as Latin-1, are one. */
export const isOutline = (head: string): boolean => hasRoot(head, 'opml')

/** Throws UserError where it is no XML. */
export function feedsIn(bytes: Uint8Array): string[] {
  const root = parseXml(decode(bytes, charsetOfPage(bytes)).text, 'the list of feeds')
  return [...new Set(outlinesIn(root).flatMap(({ attributes }) => attributes.xmlUrl?.trim() || []))]
}

const outlinesIn = (element: XmlElement): XmlElement[] =>
  elementsOf(element).flatMap((child) =>
    child.local === 'outline' ? [child, ...outlinesIn(child)] : outlinesIn(child),
  )
