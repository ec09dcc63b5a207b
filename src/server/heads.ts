// Rows of the record and of the index -> the short forms that answers are made of.

import type { NumberedStatement } from '../record/browse.ts'
import type { Incident } from '../types.ts'
import type { ArticleHead, SourceAnswer, StatementAnswer, Tally } from './answers.ts'
import { top } from './facets.ts'
import { clip, type IndexedArticle, NOBODY, type StatementIndex } from './statement-index.ts'

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

/** In a list, so much of what was said; the article has it all. */
const LONGEST_CONTENT = 800

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
    content: clip(content, LONGEST_CONTENT),
    manner,
    stance,
    nested: row.within !== null,
  }
}

/** What became of what a source said. */
interface Became {
  incidents: number
  shared: number
  disputed: number
}

function becameOf(incidents: readonly Incident[]): Map<string, Became> {
  const all = new Map<string, Became>()
  for (const { accounts, origins, aspects } of incidents) {
    const disputed = aspects.some(({ state }) => state === 'disputed')
    for (const origin of new Set(accounts.map((account) => account.origin))) {
      const became = all.get(origin) ?? { incidents: 0, shared: 0, disputed: 0 }
      became.incidents++
      if (origins > 1) became.shared++
      if (disputed) became.disputed++
      all.set(origin, became)
    }
  }
  return all
}

/** Every source by name or by the words used for it, most statements first; who is nobody is none. */
export function sourcesOf(
  { statements, sources, kinds }: StatementIndex,
  incidents: readonly Incident[],
): SourceAnswer[] {
  const became = becameOf(incidents)
  const all = new Map<
    number,
    { answer: Omit<SourceAnswer, keyof Became>; last: IndexedArticle; outlets: Set<number> }
  >()
  for (const { source, kind, named, article } of statements) {
    const entry = all.get(source)
    if (!entry) {
      const answer = {
        name: sources.words[source],
        kind: kinds.words[kind],
        named,
        statements: 1,
        articles: 1,
        outlets: 0,
      }
      all.set(source, { answer, last: article, outlets: new Set([article.outletCode]) })
      continue
    }
    entry.answer.statements++
    entry.answer.named ||= named
    if (entry.last === article) continue // an article's statements stand together
    entry.answer.articles++
    entry.last = article
    entry.outlets.add(article.outletCode)
  }
  return [...all.values()]
    .map(({ answer, outlets }) => ({
      ...answer,
      outlets: outlets.size,
      ...(became.get(answer.name) ?? { incidents: 0, shared: 0, disputed: 0 }),
    }))
    .filter(({ name }) => name !== NOBODY)
    .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
}

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
