// Articles -> schema.org in JSON-LD, one line for each statement: a Quotation if it is verbatim, a Claim if it is indirect, each with
// its source and its NewsArticle.

import { surface } from '../record/rows.ts'
import type { Statement } from '../types.ts'
import { type CitedArticle, type Parts, partsOf, titleOf } from './articles.ts'
import { isWebAddress, namedInformation, uuidOf } from './identify.ts'

export function* schemaOrg(articles: Iterable<CitedArticle>): Generator<string> {
  for (const cited of articles) {
    const parts = partsOf(cited.article)
    const newsArticle = newsArticleOf(cited)
    for (const statement of cited.article.statements)
      yield `${JSON.stringify({
        '@context': 'https://schema.org',
        ...quotationOf(statement, cited, parts),
        isPartOf: newsArticle,
      })}\n`
  }
}

function quotationOf(statement: Statement, { reading: { document } }: CitedArticle, parts: Parts) {
  const { id, content, manner } = statement
  const speaker = speakerOf(statement, document.text, parts)
  const isDocument = statement.source?.kind === 'document'
  return {
    '@type': manner === 'indirect' ? 'Claim' : 'Quotation',
    '@id': uuidOf('quotation', document.sha256, id),
    text: surface(document.text, content),
    ...(speaker && isDocument ? { isBasedOn: speaker } : {}),
    ...(speaker && !isDocument ? { creator: speaker } : {}),
    ...(speaker && !isDocument && manner !== 'indirect' ? { spokenByCharacter: speaker } : {}),
  }
}

const TYPES: Readonly<Record<string, string>> = {
  person: 'Person',
  organisation: 'Organization',
  outlet: 'Organization',
  document: 'CreativeWork',
}

/** By name, else in the words of the report; of what is neither a person nor a body the type stays open. */
function speakerOf({ source }: Statement, text: string, { entities }: Parts) {
  if (!source) return null
  const name = source.entity === undefined ? undefined : entities.get(source.entity)?.name
  const type = TYPES[source.kind]
  return { ...(type ? { '@type': type } : {}), name: name ?? surface(text, source.spans) }
}

function newsArticleOf(cited: CitedArticle) {
  const { reading, article, number } = cited
  const { sha256 } = reading.document
  const headline = titleOf(cited)
  return {
    '@type': 'NewsArticle',
    '@id': uuidOf('article', sha256, number),
    ...(isWebAddress(article.url) ? { url: article.url } : {}),
    ...(headline === null ? {} : { headline }),
    ...(article.published ? { datePublished: article.published.value } : {}),
    ...(article.outlet === undefined ? {} : { publisher: { '@type': 'Organization', name: article.outlet } }),
    ...(article.bylines ? { author: article.bylines.map((name) => ({ '@type': 'Person', name })) } : {}),
    ...(article.language === 'und' ? {} : { inLanguage: article.language }),
    identifier: namedInformation(sha256),
  }
}
