// A news item of NewsML 1.0 to 1.2, as agencies delivered them for years -> its words, and what it says of itself.

import type { Container } from '../container.ts'
import type { PromptFormat } from '../format.ts'
import { fragmentParts, preformatted } from '../html/fragment.ts'
import { readAll } from '../io/read-all.ts'
import { readStated } from '../metadata.ts'
import { joinParts, type Part } from '../parts.ts'
import { charsetOf, charsetOfPage } from '../text/charset.ts'
import { decode } from '../text/decode.ts'
import { hasRoot } from '../xml/root.ts'
import { sliceElements } from '../xml/slices.ts'
import { elementsOf, findAll, parseXml, textIn, toMarkup, type XmlElement } from '../xml/xml.ts'
import { withdrawn } from './news-item-status.ts'
import { nitfMarkup, statedInNitf } from './nitf.ts'

const MEDIA_TYPE = 'text/vnd.iptc.newsml'

export const newsMl1: Container = {
  name: 'a NewsML message',
  matches: (head) => hasRoot(head, 'NewsML'),
  async *parts({ chunks, size }, { maxSize }) {
    const { before, slices } = sliceElements(await readAll(chunks, maxSize, size), 'NewsItem')
    const known = { mediaType: `${MEDIA_TYPE}; charset=${charsetOfPage(before) ?? 'utf-8'}` }
    for (const [index, { bytes }] of slices.entries()) {
      const head = Buffer.from(bytes.subarray(0, 4000)).toString('latin1')
      const id = /<NewsItemId[^>]{0,200}>([^<>]{1,300})<|<PublicIdentifier>([^<>]{1,300})</.exec(head)
      yield {
        name: (id?.[1] ?? id?.[2] ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim() || String(index + 1),
        content: bytes,
        known,
      }
    }
  },
}

export const newsItem1: PromptFormat = {
  name: 'NewsML 1',
  matches: (head) => hasRoot(head, 'NewsItem'),
  parse({ bytes, mediaType }) {
    const { text, warnings } = decode(bytes, charsetOf(mediaType) ?? charsetOfPage(bytes))
    const item = parseXml(text, 'the news item')
    const first = (...names: string[]): string | undefined =>
      names.map((name) => wordsOf(findAll(item, name)[0])).find((words) => words !== undefined)
    const provider = findAll(item, 'Provider').flatMap((found) => findAll(found, 'Party'))[0]
    const [nitf] = findAll(item, 'nitf')
    const metadata = {
      ...(nitf ? readStated(statedInNitf(nitf)) : {}),
      ...readStated({
        title: first('HeadLine', 'SlugLine'),
        outlet: provider?.attributes.FormalName ?? first('CopyrightHolder', 'ProviderId'),
        authors: findAll(item, 'ByLine').map(textIn),
        published: first('ThisRevisionCreated', 'FirstCreated', 'DateId'),
        language: findAll(item, 'Language')[0]?.attributes.FormalName ?? item.attributes.lang,
      }),
    }
    const parts = contentsOf(item, nitf).flatMap((markup) => fragmentParts(markup, undefined, metadata.bylines))
    const title: Part[] = metadata.title === undefined ? [] : [{ text: metadata.title, kind: 'title' }]
    return {
      mediaType: MEDIA_TYPE,
      ...joinParts([...title, ...parts.filter((part) => part.text !== metadata.title)]),
      metadata,
      warnings: [...warnings, ...withdrawn(findAll(item, 'Status')[0]?.attributes.FormalName)],
    }
  },
}

const wordsOf = (element: XmlElement | undefined): string | undefined =>
  element && (textIn(element).replace(/\s+/g, ' ').trim() || undefined)

/** Of the same story in several forms, the first. */
function contentsOf(item: XmlElement, nitf: XmlElement | undefined): string[] {
  if (nitf) return [nitfMarkup(nitf)]
  const [content] = findAll(item, 'DataContent').filter((found) => wordsOf(found) !== undefined)
  if (content === undefined) return []
  return [elementsOf(content).length > 0 ? toMarkup(content) : preformatted(textIn(content))]
}
