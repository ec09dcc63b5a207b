// Drafts and quotations -> the drafts, each quotation that stands by itself laid to whoever was speaking.

import type { ArticleText, Quotation, Span } from '../../types.ts'
import type { StatementDraft } from './draft.ts'

/** Shorter ones are words in inverted commas. */
const SHORTEST = 20

export function attachQuotations(article: ArticleText, drafts: readonly StatementDraft[]): StatementDraft[] {
  const result = drafts.map((draft) => ({ ...draft, content: [...draft.content] }))
  for (const quotation of article.quotations) {
    const [start, end] = quotation.spans[0]
    const whole = quotation.spans.reduce((sum, [from, to]) => sum + to - from, 0)
    if (
      whole < SHORTEST ||
      result.some(
        ({ cue, content }) =>
          !cue.some((span) => overlaps(span, quotation.spans)) &&
          content.some((span) => overlaps(span, quotation.spans)),
      )
    )
      continue
    if (!standsAlone(article, quotation)) continue
    const block = article.blocks.findIndex(({ span }) => span[0] <= start && end <= span[1])
    const speaker = lastBefore(result, start, article)
    if (!speaker || block < 0) continue
    const speakerBlock = article.blocks.findIndex(({ span }) => span[0] <= at(speaker) && at(speaker) < span[1])
    const near = speakerBlock === block || (block - speakerBlock <= 2 && opensBlock(article, block, start))
    if (near && article.blocks[block].kind !== 'title' && article.blocks[block].kind !== 'heading') {
      for (const draft of result)
        if (draft === speaker || holdsCue(draft, speaker)) draft.content.push(...quotation.spans)
    }
  }
  // A cue that waited for a quotation, and in vain, says nothing.
  return result.filter(({ content }) => content.length > 0)
}

const at = ({ cue, content }: StatementDraft) => cue[0]?.[0] ?? content[0]?.[0] ?? 0

const overlaps = ([start, end]: Span, spans: readonly Span[]) => spans.some(([from, to]) => from < end && to > start)

/** "responded by saying that they intended to: ...": the quotation ends both. */
const holdsCue = ({ content }: StatementDraft, { cue }: StatementDraft) =>
  cue.length > 0 && content.some((span) => overlaps(span, cue))

/** Whoever spoke last in the reporter's own text. */
const lastBefore = (drafts: readonly StatementDraft[], start: number, { quotations }: ArticleText) =>
  drafts
    .filter(
      (draft) => at(draft) < start && !quotations.some(({ spans }) => draft.cue.some((span) => overlaps(span, spans))),
    )
    .at(-1)

const opensBlock = ({ blocks }: ArticleText, block: number, start: number) => blocks[block].span[0] === start

/** Nothing else is in its sentences but marks. */
function standsAlone({ sentences, text }: ArticleText, { spans }: Quotation): boolean {
  const touched = sentences.filter(({ span }) => overlaps(span, spans))
  const outside = touched.reduce(
    (sum, { tokens }) =>
      sum + tokens.filter((token) => /\p{L}/u.test(token.text) && !overlaps(token.span, spans)).length,
    0,
  )
  return outside <= 1 && text.length > 0
}
