// News -> an Atom feed in a file: the newest in front of what it held before, never half written, never longer than some.

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { atomEntry, atomFeed } from '../export/atom.ts'
import { sliceElements } from '../intake/xml-slices.ts'
import { EXIT, UserError } from '../user-error.ts'
import type { News } from '../watching/news.ts'
import { newsText } from './news-line.ts'

const MOST_ENTRIES = 200

/** Throws UserError where the file cannot be read or written. */
export function addToAtomFile(path: string, news: readonly News[], now: string): void {
  const fresh = news.toReversed().map((each) => [each.id, entryOf(each)] as const)
  try {
    const kept = existsSync(path) ? entriesIn(readFileSync(path)) : []
    const entries = new Map([...fresh, ...kept.filter(([id]) => !fresh.some(([other]) => other === id))])
    const half = `${path}.${process.pid}.part`
    writeFileSync(half, atomFeed([...entries.values()].slice(0, MOST_ENTRIES), { id: FEED, updated: now }))
    renameSync(half, path)
  } catch (error) {
    throw new UserError(`${path} cannot be written: ${error instanceof Error ? error.message : error}`, EXIT.output)
  }
}

/** Of no record in particular: feed readers tell feeds by their addresses. */
const FEED = 'urn:uuid:6b1c6a52-7c0e-8a60-a5d1-1f0c3f1e9b07'

const entriesIn = (bytes: Uint8Array): (readonly [id: string, entry: string])[] =>
  sliceElements(bytes, 'entry')
    .slices.filter(({ whole }) => whole)
    .map(({ bytes }) => {
      const entry = Buffer.from(bytes).toString('utf8')
      return [/<id>([^<]*)<\/id>/.exec(entry)?.[1] ?? entry, entry] as const
    })

const entryOf = (news: News): string =>
  atomEntry({
    id: news.id,
    title: TITLES[news.news],
    updated: news.at,
    content: newsText(news),
    category: news.news,
    link:
      news.news === 'article'
        ? linkOf(news.address)
        : news.news === 'correction'
          ? linkOf(news.change.address)
          : undefined,
  })

const linkOf = (address: string): string | undefined => (/^https?:/i.test(address) ? address : undefined)

const TITLES: Readonly<Record<News['news'], string>> = {
  article: 'A new article',
  correction: 'An article was changed after publication',
  incident: 'A new incident',
  origin: 'A second independent origin',
  dispute: 'A new dispute',
}
