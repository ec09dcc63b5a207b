// A feed (RSS, Atom, JSON Feed) -> its entries, each with the bytes that are it, and what the feed says of all of them.

import { UserError } from '../../user-error.ts'
import type { Container, Source } from '../container.ts'
import { readAll } from '../io/read-all.ts'
import { readStated } from '../metadata.ts'
import { charsetOfPage } from '../text/charset.ts'
import { decode } from '../text/decode.ts'
import { sliceList } from '../xml/json-slices.ts'
import { hasRoot } from '../xml/root.ts'
import { sliceElements } from '../xml/slices.ts'
import { childOf, elementsOf, parseXml, textIn } from '../xml/xml.ts'
import { ATOM_OR_RSS, JSON_FEED, linkOf, readJsonEntry } from './entry.ts'

export const IS_JSON_FEED = /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/

/** Whether bytes that begin like this, read as Latin-1, are a feed. */
export const isFeed = (head: string): boolean =>
  hasRoot(head, 'rss|feed|RDF') || (/^\W{0,3}\{/.test(head) && IS_JSON_FEED.test(head))

export const feed: Container = {
  name: 'a feed',
  matches: isFeed,
  async *parts({ chunks, size, origin }, { maxSize, tell }) {
    yield* entriesOf(await readAll(chunks, maxSize, size), (note) => tell?.(origin, note))
  },
}

/** `name` is its address or id, or its number. */
export type FeedEntry = { name: string } & (
  | {
      content: Uint8Array
      known: Source['known'] /** Where it can be read, as the feed has it. */
      link: string | undefined
    }
  | { failure: UserError }
)

/** @param tell is given a word on a guess that no entry can know of */
export const entriesOf = (bytes: Uint8Array, tell?: (note: string) => void): Generator<FeedEntry> =>
  /^\W{0,3}\{/.test(Buffer.from(bytes.subarray(0, 8)).toString()) ? jsonEntries(bytes, tell) : xmlEntries(bytes)

const BROKEN_OFF = 'the feed breaks off in this entry; it is not read'

function* xmlEntries(bytes: Uint8Array): Generator<FeedEntry> {
  const { before, slices } = sliceElements(bytes, 'item|entry')
  const charset = charsetOfPage(before) ?? 'utf-8'
  const given = readChannel(decode(before, charset).text)
  const known = { mediaType: `${ATOM_OR_RSS}; charset=${charset}` }
  for (const [index, slice] of slices.entries()) {
    const number = String(index + 1)
    if (!slice.whole) {
      yield { name: number, failure: new UserError(BROKEN_OFF) }
      continue
    }
    const head = Buffer.from(slice.bytes.subarray(0, LOOKED_AT)).toString('latin1')
    // What was taken over from elsewhere says so itself.
    const own = /<source[\s>]/.test(head) ? {} : { given }
    const link = linkIn(decode(slice.bytes, charset).text)
    yield { name: nameOf(link, number), content: slice.bytes, known: { ...known, ...own }, link }
  }
}

const LOOKED_AT = 100_000

/** What is wrong with an entry is told when it is read. */
function linkIn(entry: string): string | undefined {
  try {
    return linkOf(parseXml(entry, ''))
  } catch {
    return undefined
  }
}

function readChannel(before: string) {
  const root = parseXml(before, 'the feed')
  const channel = childOf(root, 'channel') ?? root
  const title = elementsOf(channel).find(({ name }) => /^(?:\w+:)?title$/.test(name))
  const language = childOf(channel, 'language', 'dc:language')
  return readStated({
    outlet: title && textIn(title),
    language: language ? textIn(language) : root.attributes.lang,
  })
}

function* jsonEntries(bytes: Uint8Array, tell?: (note: string) => void): Generator<FeedEntry> {
  const { text, warnings } = decode(bytes)
  for (const { message } of warnings) tell?.(message)
  const items = sliceList(text, 'items')
  if (items === null) throw new UserError('the feed breaks off before the end of its entries')
  const { title, language } = readJsonEntry(text.replace(/^\ufeff/, ''))
  const given = readStated({ outlet: title, language })
  for (const [index, item] of items.entries()) {
    const known = { mediaType: JSON_FEED, given }
    const { id, url, external_url: elsewhere } = readJsonEntry(item)
    yield { name: nameOf(id ?? url, String(index + 1)), content: Buffer.from(item), known, link: url ?? elsewhere }
  }
}

/** Its address or id, on one line. */
const nameOf = (link: string | undefined, number: string): string =>
  link
    ?.replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 500) || number

/** How many minutes the feed wants to be left alone, where it says so. */
export function ttlOf(bytes: Uint8Array): number | undefined {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1')
  const minutes = /<ttl>\s*(\d{1,6})\s*<\/ttl>/.exec(head)?.[1]
  return minutes === undefined ? undefined : Number(minutes)
}

/** False where it stops before its end, between two entries: without an error, and without what would have come. */
export function isWholeFeed(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.subarray(-LOOKED_AT)).toString('latin1').replaceAll('\0', '')
  return (
    /^\W{0,3}\{/.test(Buffer.from(bytes.subarray(0, 8)).toString()) ||
    /<\/(?:[\w-]{1,40}:)?(?:rss|feed|RDF)\s*>/.test(end)
  )
}
