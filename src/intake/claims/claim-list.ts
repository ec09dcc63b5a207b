// Several fact-checks in one file (a list or graph of ClaimReview, a feed of them, an answer of Google's Fact Check Tools) -> each a document.

import type { Container } from '../container.ts'
import { readAll } from '../io/read-all.ts'
import { parseJson } from '../parse-json.ts'
import { type Fields, fieldsOf, listIn, stringIn } from '../posts/json-value.ts'
import { decode } from '../text/decode.ts'
import { isClaimReview } from './claim-review.ts'

/** {"claims": [{"text": ..., "claimReview": [...]}]}, as Google's service answers. */
const SEARCHED = /^\W{0,6}\{\s*"claims"\s*:\s*\[\s*\{[\s\S]{0,3000}?"claimReview"\s*:\s*\[/

export const claimList: Container = {
  name: 'a list of fact-checks',
  matches: (head) => isClaimReview(head) || SEARCHED.test(head),
  async *parts({ chunks, size }, { maxSize }) {
    const bytes = await readAll(chunks, maxSize, size)
    const value = parseJson(decode(bytes, 'utf-8').text)
    const searched = listIn(fieldsOf(value), 'claims')
    const reviews = searched.length > 0 ? searched.flatMap(reviewsOf) : reviewsIn(value)
    if (searched.length === 0 && reviews.length < 2 && !Array.isArray(fieldsOf(value).get('dataFeedElement')))
      yield { itself: bytes }
    else
      for (const [index, review] of reviews.entries())
        yield { name: `claim ${index + 1}`, content: Buffer.from(JSON.stringify(review)), known: {} }
  },
}

const MAX_DEPTH = 4

/** By itself, in a list, a graph, or a feed, in whose elements they may be lists again. */
function reviewsIn(value: unknown, depth = 0): object[] {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((each) => reviewsIn(each, depth + 1))
  const fields = fieldsOf(value)
  if (isOfType(fields)) return [value]
  return ['@graph', 'dataFeedElement', 'item', 'itemListElement'].flatMap((name) =>
    reviewsIn(fields.get(name), depth + 1),
  )
}

const isOfType = (fields: Fields): boolean => [fields.get('@type')].flat().includes('ClaimReview')

/** One claim of Google's, which several may have checked -> what each of them would have written of it. */
function reviewsOf(claim: unknown): object[] {
  const fields = fieldsOf(claim)
  const itemReviewed = {
    '@type': 'Claim',
    author: { name: stringIn(fields, 'claimant') },
    datePublished: stringIn(fields, 'claimDate'),
  }
  return listIn(fields, 'claimReview').map((each) => {
    const review = fieldsOf(each)
    const publisher = fieldsOf(review.get('publisher'))
    return {
      '@type': 'ClaimReview',
      claimReviewed: stringIn(fields, 'text'),
      itemReviewed,
      author: { name: stringIn(publisher, 'name', 'site') },
      url: stringIn(review, 'url'),
      datePublished: stringIn(review, 'reviewDate'),
      reviewRating: { alternateName: stringIn(review, 'textualRating') },
      inLanguage: stringIn(review, 'languageCode'),
    }
  })
}
