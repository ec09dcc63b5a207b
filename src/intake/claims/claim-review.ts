// A fact-check's own summary (ClaimReview, JSON-LD by itself) -> the claim, as the word of whoever made it, passed on by who checked it.

import { UserError } from '../../user-error.ts'
import type { PromptFormat } from '../format.ts'
import { readStated } from '../metadata.ts'
import { parseJson } from '../parse-json.ts'
import { joinParts, type Part } from '../parts.ts'
import { type Fields, fieldsOf, listIn, stringIn } from '../posts/json-value.ts'
import { decode } from '../text/decode.ts'

export const isClaimReview = (head: string): boolean =>
  /^\W{0,6}[[{]/.test(head) && /"@type"\s*:\s*(?:\[\s*)?"ClaimReview"/.test(head)

export const claimReview: PromptFormat = {
  name: 'ClaimReview',
  matches: isClaimReview,
  parse({ bytes }) {
    const { text, warnings } = decode(bytes, 'utf-8')
    const review = reviewIn(parseJson(text))
    const words = review && stringIn(review, 'claimReviewed')
    if (review === undefined || words === undefined)
      throw new UserError('this ClaimReview does not say which claim was reviewed')
    const claim = fieldsOf(review.get('itemReviewed'))
    const [claimant, reviewer] = [nameIn(claim, 'author'), nameIn(review, 'author') ?? nameIn(review, 'publisher')]
    const rating = stringIn(fieldsOf(review.get('reviewRating')), 'alternateName', 'name', 'ratingValue')
    const checked = [
      rating && `Rated "${rating}"`,
      reviewer && `by ${reviewer}`,
      stringIn(review, 'datePublished', 'dateModified'),
    ]
    const parts: Part[] = [
      { text: words.trim(), kind: 'paragraph' },
      { text: checked.flatMap((part) => part || []).join(', '), kind: 'furniture' },
    ]
    const appearance = claim.get('appearance') ?? claim.get('firstAppearance')
    const stated = readStated({
      outlet: claimant,
      url: stringIn(fieldsOf(Array.isArray(appearance) ? appearance[0] : appearance), 'url') ?? stringIn(review, 'url'),
      published: stringIn(claim, 'datePublished'),
      language: stringIn(review, 'inLanguage'),
    })
    return {
      mediaType: 'application/ld+json',
      ...joinParts(parts.filter((part) => part.text !== '')),
      metadata: { ...stated, ...(reviewer === undefined ? {} : { relayedBy: [reviewer] }) },
      warnings,
    }
  },
}

/** By itself, the first of a list, or of a graph. */
function reviewIn(value: unknown): Fields | undefined {
  const all = Array.isArray(value) ? value : [value, ...listIn(fieldsOf(value), '@graph')]
  return all.map(fieldsOf).find((fields) => [fields.get('@type')].flat().includes('ClaimReview'))
}

function nameIn(fields: Fields, name: string): string | undefined {
  const value = fields.get(name)
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one : stringIn(fieldsOf(one), 'name')
}
