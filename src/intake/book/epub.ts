// A book (EPUB) -> its chapters in the order of reading, each with what the book says of itself.

import { posix } from 'node:path'
import type { Metadata } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import { entriesOf, openZip } from '../archive/zip-entries.ts'
import type { Container, Limits } from '../container.ts'
import { readAll } from '../io/read-all.ts'
import { readStated } from '../metadata.ts'
import { findAll, parseXml, textIn, type XmlElement } from '../xml/xml.ts'

/** By its first entry, which the format prescribes. */
const isEpub = (head: string): boolean => /^PK\x03\x04.{26}mimetypeapplication\/epub\+zip/s.test(head)

export const epub: Container = {
  name: 'a book (EPUB)',
  matches: isEpub,
  async *parts({ chunks, size }, limits) {
    const bytes = await readAll(chunks, limits.maxSize, size)
    const files = await filesIn(bytes, /(?:\.opf|^META-INF\/(?:container|encryption)\.xml)$/i, limits)
    const root = rootFile(files)
    const book = parseXml(text(files.get(root)), 'the book')
    const given = statedIn(book)
    const chapters = chaptersOf(book, posix.dirname(root))
    const pages = await filesIn(bytes, new Set(chapters), limits)
    for (const name of chapters) {
      const content = pages.get(name)
      if (content === undefined)
        yield { name, failure: new UserError('the book names this chapter and does not hold it') }
      else if (hasWords(content)) yield { name, content, known: { mediaType: 'application/xhtml+xml', given } }
    }
  },
}

/** More chapters than any book has. */
const MAX_FILES = 5000

async function filesIn(
  bytes: Uint8Array,
  wanted: RegExp | ReadonlySet<string>,
  limits: Limits,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for await (const { name, badName, read } of entriesOf(await openZip(bytes)))
    if (badName === null && files.size < MAX_FILES && (wanted instanceof RegExp ? wanted.test(name) : wanted.has(name)))
      files.set(name, await read(limits))
  return files
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array(0))

function rootFile(files: ReadonlyMap<string, Uint8Array>): string {
  const container = files.get('META-INF/container.xml')
  const named = container && findAll(parseXml(text(container), 'the book'), 'rootfile')[0]?.attributes['full-path']
  const root = named !== undefined && files.has(named) ? named : [...files.keys()].find((name) => /\.opf$/i.test(name))
  if (root === undefined) throw new UserError('this book (EPUB) has no list of its chapters')
  return root
}

function statedIn(book: XmlElement): Metadata {
  const first = (name: string): string | undefined =>
    findAll(book, 'metadata')
      .flatMap((metadata) => findAll(metadata, name))
      .map(textIn)
      .find((words) => words.trim() !== '')
  const { title, ...stated } = readStated({
    title: first('title'),
    outlet: first('publisher') ?? first('title'),
    authors: findAll(book, 'creator').map(textIn),
    published: first('date')?.trim().slice(0, 10),
    language: first('language'),
  })
  return stated
}

function chaptersOf(book: XmlElement, folder: string): string[] {
  const items = new Map(findAll(book, 'item').map(({ attributes }) => [attributes.id ?? '', attributes]))
  return findAll(book, 'itemref').flatMap(({ attributes: { idref = '' } }) => {
    const item = items.get(idref)
    if (item?.href === undefined || /\bnav\b/.test(item.properties ?? '') || !/html/.test(item['media-type'] ?? 'html'))
      return []
    return [posix.join(folder, decoded(item.href.split('#', 1)[0]))]
  })
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** A cover is a picture alone. */
function hasWords(content: Uint8Array): boolean {
  const markup = text(content)
  const [head, end] = [markup.search(/<head[\s>]/i), markup.search(/<\/head>/i)]
  const body = head >= 0 && end > head ? markup.slice(0, head) + markup.slice(end) : markup
  return /\p{L}{2}/u.test(body.replace(/<[^<>]*>/g, ' '))
}
