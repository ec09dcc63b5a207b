// Article -> what decoding asks of its text: which sentence, which quotation lies where.

import type { ArticleText, Quotation, Sentence } from '../../types.ts'
import { indexBySpan, indexSpans, type SpanIndex } from '../spans.ts'

export interface Surroundings {
  text: string
  sentences: SpanIndex<Sentence>
  quotations: SpanIndex<Quotation>
}

export const surroundingsOf = ({ text, sentences, quotations }: ArticleText): Surroundings => ({
  text,
  sentences: indexBySpan(sentences),
  quotations: indexSpans(quotations.flatMap((quotation) => quotation.spans.map((span) => [span, quotation] as const))),
})
