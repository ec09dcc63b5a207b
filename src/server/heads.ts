// Rows of the record and of the index -> the short forms that answers are made of.

import type { NumberedStatement } from '../record/browse.ts'
import { listSourceFigures, type SourceFigures } from '../record/incidents/figures.ts'
import { partyTitle } from '../record/incidents/party-title.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Scope } from '../record/scope.ts'
import type { ArticleHead, SourceAnswer, StatementAnswer, Tally } from './answers.ts'
import { top } from './facets.ts'
import type { IndexedArticle } from './indexed.ts'
import { clip } from './statement-index.ts'

const articleHead = ({ sha256, article, origin, title, outlet, published }: IndexedArticle): ArticleHead => ({
  sha256,
  article,
  origin,
  title,
  outlet,
  published,
})

export const countedHead = (article: IndexedArticle) => ({
  ...articleHead(article),
  statements: article.said.length,
  unnamed: article.unnamed,
})

/** Characters in a list; the article has it all. */
const MAX_CONTENT = 800

export function statementAnswer(row: NumberedStatement): StatementAnswer {
  const { sha256, article, origin, title, outlet, published, id, source, relay, cue, content, manner, stance } = row
  return {
    sha256,
    article,
    origin,
    title: title && clip(title),
    outlet: outlet && clip(outlet),
    published,
    id,
    source: source && clip(source),
    kind: row.source_kind,
    named: row.named === 1,
    relay: relay && clip(relay),
    cue: clip(cue),
    content: clip(content, MAX_CONTENT),
    manner,
    stance,
    nested: row.within !== null,
  }
}

/** All of them, those that speak most first. */
export const sourceAnswers = (record: OpenRecord, scope: Scope = {}): SourceAnswer[] =>
  answersOf(listSourceFigures(record, scope))

/** A name that is cut where it grows too long for an address stands for one source. */
export function answersOf(sources: readonly SourceFigures[]): SourceAnswer[] {
  const all = new Map<string, SourceAnswer>()
  for (const figures of sources) {
    const name = clip(figures.source)
    // Two parties with one title are told apart by their keys.
    const own = all.has(name) && figures.party !== null ? clip(`${name} [${figures.party}]`) : name
    if (!all.has(own)) all.set(own, sourceAnswer(figures, own))
  }
  return [...all.values()]
}

const sourceAnswer = (figures: SourceFigures, name: string): SourceAnswer => ({
  name,
  kind: figures.kind,
  named: figures.named === 1,
  statements: figures.statements,
  articles: figures.articles,
  outlets: figures.outlets,
  incidents: figures.incidents,
  shared: figures.corroborated,
  disputed: figures.contradicted,
  party: figures.party,
  names: figures.names.map((one) => clip(one)),
  keys: figures.keys,
  part: figures.part && partyTitle(figures.part, []),
  side: figures.side && partyTitle(figures.side, []),
})

export function tally(words: Iterable<string>, most = 12): Tally[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return top(
    [...counts].map(([value, count]) => ({ value, count })),
    most,
  )
}

/** The items of one page, from 1; a page beyond the last is the last. */
export function paged<Item>(
  items: readonly Item[],
  page: number,
  size: number,
): { page: number; pages: number; items: Item[] } {
  const pages = Math.max(1, Math.ceil(items.length / size))
  const at = Math.min(page, pages)
  return { page: at, pages, items: items.slice((at - 1) * size, at * size) }
}
