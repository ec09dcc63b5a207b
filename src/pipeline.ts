// The whole way from a document to its reading. Pure: no clock, no disk, no network, no randomness.

import { readLanguage } from './language/language.ts'
import { layOut } from './layout/layout.ts'
import { findEntities } from './reading/entities/entities.ts'
import { referencesOf, settleStatements } from './reading/statements/statements.ts'
import type { Resources } from './resources.ts'
import type { Article, Document, Layout, Reading, Warning } from './types.ts'

export function read(document: Document, resources: Resources): Reading {
  const { id, sha256, origin, mediaType, text, retrievedAt } = document
  const parts = layOut(document, resources).map((layout, index) =>
    readArticle(document, layout, `a${index + 1}`, resources),
  )
  return {
    schema: 'hearsay/reading/1',
    document: { id, sha256, origin, mediaType, text, ...(retrievedAt === undefined ? {} : { retrievedAt }) },
    articles: parts.map(({ article }) => article),
    warnings: [...document.warnings, ...parts.flatMap(({ warnings }) => warnings)],
    reader: resources.reader,
  }
}

function readArticle(document: Document, layout: Layout, id: string, resources: Resources): ArticleRead {
  const { title: _, language: stated, ...known } = document.metadata
  const { article: text, language, warnings } = readLanguage(document.text, { ...layout, ...known }, resources, stated)
  const drafts = resources.findDrafts(text)
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
