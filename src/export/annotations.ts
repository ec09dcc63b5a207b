// Articles -> W3C Web Annotations, one for each statement: the content as target, source and cue as bodies, each with its position
// in the document's text. As NDJSON, so that there may be any number of them.

import { surface } from '../record/rows.ts'
import type { Span, Statement } from '../types.ts'
import { type CitedArticle, type Parts, partsOf } from './articles.ts'
import { isWebAddress, namedInformation, uuidOf } from './identify.ts'
import { selectorsFor } from './selectors.ts'

/** What a part of the statement is to it, which the vocabulary has no word for. */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { role: 'schema:roleName' }]

export function* annotations(articles: Iterable<CitedArticle>): Generator<string> {
  for (const cited of articles) {
    if (cited.article.statements.length === 0) continue
    const pointAt = pointer(cited)
    const parts = partsOf(cited.article)
    for (const statement of cited.article.statements)
      yield `${JSON.stringify(annotationOf(statement, cited, parts, pointAt))}\n`
  }
}

type Pointer = (role: string, spans: readonly Span[], purpose?: string) => object[]

function annotationOf(statement: Statement, { reading }: CitedArticle, { entities }: Parts, pointAt: Pointer) {
  const { id, source, cue, content, manner, stance } = statement
  const { document, reader } = reading
  const name = source?.entity === undefined ? undefined : entities.get(source.entity)?.name
  const word = (role: string, value: string, purpose: string) => ({ type: 'TextualBody', role, purpose, value })
  return {
    '@context': CONTEXT,
    id: uuidOf('annotation', document.sha256, id),
    type: 'Annotation',
    motivation: 'describing',
    generator: { type: 'Software', name: `hearsay ${reader.version}` },
    body: [
      ...(source ? [word('source', name ?? surface(document.text, source.spans), 'identifying')] : []),
      ...pointAt('source', source?.spans ?? [], 'identifying'),
      ...pointAt('cue', cue, 'describing'),
      word('stance', stance, 'classifying'),
      word('manner', manner, 'classifying'),
    ],
    target: pointAt('content', content),
  }
}

/**
 * Positions count in the text that the record has of the document. A web page's address alone would not tell which version of it that
 * was read from, so the state names the bytes.
 */
function pointer({ reading: { document }, article }: CitedArticle): Pointer {
  const select = selectorsFor(document.text)
  const bytes = namedInformation(document.sha256)
  const where = isWebAddress(article.url)
    ? {
        source: article.url,
        state: {
          type: 'TimeState',
          ...(document.retrievedAt === undefined ? {} : { sourceDate: document.retrievedAt }),
          cached: bytes,
        },
      }
    : { source: bytes }
  return (role, spans, purpose) =>
    spans.map((span) => ({
      type: 'SpecificResource',
      role,
      ...(purpose === undefined ? {} : { purpose }),
      ...where,
      selector: select(span),
    }))
}
