// News -> an Atom feed in a file: the newest first, never half written, of limited length.

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { atomEntry, atomFeed } from '../../export/atom.ts'
import { sliceElements } from '../../intake/xml/slices.ts'
import { replaceFile } from '../../replace-file.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { type News, uuidOf } from '../../watching/news.ts'
import { newsText, subjectOf } from './news-line.ts'

const MOST_ENTRIES = 200

/** Throws UserError if the file cannot be read or written. */
export function addToAtomFile(path: string, news: readonly News[], now: string): void {
  const fresh = news.toReversed().map((each) => [each.id, entryOf(each)] as const)
  try {
    const kept = existsSync(path) ? entriesIn(readFileSync(path)) : []
    const entries = new Map([...fresh, ...kept.filter(([id]) => !fresh.some(([other]) => other === id))])
    replaceFile(
      path,
      atomFeed([...entries.values()].slice(0, MOST_ENTRIES), { id: uuidOf('feed', resolve(path)), updated: now }),
    )
  } catch (error) {
    throw new UserError(`${path} cannot be written: ${error instanceof Error ? error.message : error}`, EXIT.output)
  }
}

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
    title: `${TITLES[news.news]}: ${subjectOf(news)}`,
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
  correction: 'An article changed after publication',
  incident: 'A new incident',
  origin: 'A second independent origin',
  dispute: 'A new dispute',
}
