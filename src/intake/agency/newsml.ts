// A news item in XML (NewsML-G2, or NITF by itself) -> its words, and what it says of itself; a message -> the items in it.

import type { Container } from '../container.ts'
import type { PromptFormat } from '../format.ts'
import { fragmentParts, preformatted } from '../html/fragment.ts'
import { readAll } from '../io/read-all.ts'
import { readStated, type Stated } from '../metadata.ts'
import { joinParts, type Part } from '../parts.ts'
import { charsetOf, charsetOfPage } from '../text/charset.ts'
import { decode } from '../text/decode.ts'
import { hasRoot } from '../xml/root.ts'
import { sliceElements } from '../xml/slices.ts'
import { findAll, parseXml, textIn, toMarkup, type XmlElement } from '../xml/xml.ts'
import { withdrawn } from './news-item-status.ts'
import { isNitf, nitfMarkup, statedInNitf } from './nitf.ts'

const MEDIA_TYPE = 'application/vnd.iptc.g2.newsitem+xml'

export const newsMessage: Container = {
  name: 'a news message',
  matches: (head) => hasRoot(head, 'newsMessage'),
  async *parts({ chunks, size }, { maxSize }) {
    const { before, slices } = sliceElements(await readAll(chunks, maxSize, size), 'newsItem')
    const known = { mediaType: `${MEDIA_TYPE}; charset=${charsetOfPage(before) ?? 'utf-8'}` }
    for (const [index, { bytes }] of slices.entries()) {
      const guid = /^[^>]*?\sguid\s*=\s*["']([^"'<>]{1,300})["']/.exec(
        Buffer.from(bytes.subarray(0, 2000)).toString('latin1'),
      )?.[1]
      yield { name: guid?.replace(/[\s\p{Cc}]+/gu, ' ') ?? String(index + 1), content: bytes, known }
    }
  },
}

export const newsItem: PromptFormat = {
  name: 'NewsML-G2',
  matches: (head) => hasRoot(head, 'newsItem|nitf'),
  parse({ bytes, mediaType }) {
    const { text, warnings } = decode(bytes, charsetOf(mediaType) ?? charsetOfPage(bytes))
    const item = parseXml(text, 'the news item')
    const nitf = isNitf(item) ? item : findAll(item, 'nitf')[0]
    const own = readStated(statedIn(item))
    const metadata = nitf ? { ...readStated(statedInNitf(nitf)), ...own } : own
    const parts = bodyOf(item, nitf).flatMap((markup) => fragmentParts(markup, undefined, metadata.bylines))
    const title: Part[] = metadata.title === undefined ? [] : [{ text: metadata.title, kind: 'title' }]
    const rest = parts.filter(({ text }) => text !== metadata.title)
    return {
      mediaType: isNitf(item) ? 'application/nitf+xml' : MEDIA_TYPE,
      ...joinParts([...title, ...rest]),
      metadata,
      warnings: [...warnings, ...withdrawn(first(item, 'pubStatus')?.attributes.qcode)],
    }
  },
}

const first = (item: XmlElement, ...path: string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, local) => at && findAll(at, local)[0], item)

const wordsOf = (element: XmlElement | undefined): string | undefined =>
  element && (textIn(element).replace(/\s+/g, ' ').trim() || undefined)

/** A party by its name, or by the code that a list has for it: "nprov:LW". */
const partyOf = (party: XmlElement | undefined): string | undefined =>
  party && (wordsOf(first(party, 'name')) ?? party.attributes.literal ?? party.attributes.qcode?.replace(/^.*:/, ''))

function statedIn(item: XmlElement): Stated {
  const about = first(item, 'contentMeta')
  const management = first(item, 'itemMeta')
  if (about === undefined && management === undefined) return {}
  const inAbout = (name: string): XmlElement | undefined => about && first(about, name)
  return {
    title: wordsOf(inAbout('headline')) ?? wordsOf(management && first(management, 'title')),
    outlet: partyOf(inAbout('infoSource')) ?? partyOf(management && first(management, 'provider')),
    authors: [wordsOf(inAbout('by')) ?? partyOf(inAbout('creator')) ?? ''],
    url: item.attributes.guid,
    published: wordsOf(management && first(management, 'versionCreated')) ?? wordsOf(inAbout('contentCreated')),
    language: inAbout('language')?.attributes.tag ?? item.attributes.lang,
  }
}

/** Its content as markup; of a picture, what describes it. */
function bodyOf(item: XmlElement, nitf: XmlElement | undefined): string[] {
  if (nitf) return [nitfMarkup(nitf)]
  const inline = findAll(item, 'inlineXML').map((content) => {
    const [body] = findAll(content, 'body')
    return toMarkup(body ?? content)
  })
  const data = findAll(item, 'inlineData').map((content) =>
    /html/i.test(content.attributes.contenttype ?? '') ? textIn(content) : preformatted(textIn(content)),
  )
  const described = findAll(item, 'description')
    .flatMap((description) => wordsOf(description) ?? [])
    .map(preformatted)
  return [...inline, ...data].some((markup) => markup.trim() !== '') ? [...inline, ...data] : described.slice(0, 1)
}
