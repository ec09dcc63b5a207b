// The whole way from a document to its reading. Pure: no clock, no disk, no network, no randomness.

import { readLanguage } from './language/language.ts'
import { layOut } from './layout/layout.ts'
import { findEntities } from './reading/entities/entities.ts'
import { referencesOf, settleStatements } from './reading/statements/statements.ts'
import type { Resources } from './resources.ts'
import type { Article, Document, Layout, Reading, Warning } from './types.ts'

export async function read(document: Document, resources: Resources): Promise<Reading> {
  const { id, sha256, origin, mediaType, text, retrievedAt } = document
  const parts: ArticleRead[] = []
  // One after the other: a page of many articles must not hold them all in the model at once.
  for (const layout of layOut(document, resources))
    parts.push(await readArticle(document, layout, `a${parts.length + 1}`, resources))
  return {
    schema: 'hearsay/reading/1',
    document: { id, sha256, origin, mediaType, text, ...(retrievedAt === undefined ? {} : { retrievedAt }) },
    articles: parts.map(({ article }) => article),
    warnings: [...document.warnings, ...parts.flatMap(({ warnings }) => warnings)],
    reader: resources.reader,
  }
}

async function readArticle(document: Document, layout: Layout, id: string, resources: Resources): Promise<ArticleRead> {
  const { title: _, language: stated, ...known } = document.metadata
  const { article: text, language, warnings } = readLanguage(document.text, { ...layout, ...known }, resources, stated)
  const drafts = await resources.findDrafts(text)
  const found = findEntities(text, referencesOf(drafts), id, resources)
  const statements = settleStatements(text, drafts, found, id, (phrase) => resources.names.hidden.test(phrase))
  const article = {
    ...layout,
    ...known,
    language,
    statements,
    events: [],
    entities: found.entities,
    times: [],
    counts: [],
  }
  return { article, warnings }
}

interface ArticleRead {
  article: Article
  warnings: Warning[]
}
