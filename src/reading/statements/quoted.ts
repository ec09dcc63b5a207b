// Drafts and quotations -> the drafts, each quotation that stands by itself laid to whoever was speaking.

import type { ArticleText, Quotation, Span } from '../../types.ts'
import { indexSpans } from '../spans.ts'
import type { StatementDraft } from './draft.ts'

/** Shorter ones are words in inverted commas. */
const SHORTEST = 20
/** A quotation on its own is laid to somebody at most this many blocks back. */
const BLOCKS_BACK = 2

/** Drafts in text order. A cue that waited for a quotation, and in vain, says nothing and is dropped. */
export function attachQuotations(article: ArticleText, drafts: readonly StatementDraft[]): StatementDraft[] {
  const { blocks, quotations } = article
  const quoted = indexSpans(quotations.flatMap(({ spans }) => spans.map((span) => [span, span] as const)))
  const result = drafts.map((draft) => ({ ...draft, content: [...draft.content] }))
  // Whoever speaks in the reporter's own text, and what is laid to them already.
  const outside = result.filter(({ cue }) => !cue.some((span) => quoted.touching(span).length > 0))
  const taken = indexSpans(outside.flatMap(({ content }) => content.map((span) => [span, span] as const)))
  const holders = indexSpans(result.flatMap((draft) => draft.content.map((span) => [span, draft] as const)))
  const blockAt = indexSpans(blocks.map(({ span }, index) => [span, index] as const))
  const sentenceAt = indexSpans(article.sentences.map((sentence) => [sentence.span, sentence] as const))
  let next = 0
  const cues = indexSpans(result.flatMap(({ cue }) => cue.map((span) => [span, span] as const)))
  for (const { spans, closed } of quotations) {
    while (next < outside.length && at(outside[next]) < spans[0][0]) next++
    const speaker = outside[next - 1]
    const [block] = blockAt.holding(spans[0])
    const length = spans.reduce((sum, [from, to]) => sum + to - from, 0)
    if (!speaker || block === undefined || length < SHORTEST || spans.some((span) => taken.touching(span).length > 0))
      continue
    // "It is over, said the mayor: a mark that was never closed took in whoever spoke.
    if (!closed && spans.some((span) => cues.touching(span).length > 0)) continue
    if (isTitle(blocks[block].kind) || !standsAlone({ spans }, sentenceAt.touching)) continue
    const [speakerBlock] = blockAt.holding([at(speaker), at(speaker)])
    const opens = blocks[block].span[0] === spans[0][0]
    if (speakerBlock !== block && !(opens && block - speakerBlock <= BLOCKS_BACK)) continue
    // "responded by saying that they intended to: ...": the quotation ends both.
    const outer = speaker.cue.flatMap((cue) => holders.touching(cue)).filter((draft) => draft !== speaker)
    for (const draft of [speaker, ...outer]) draft.content.push(...spans)
  }
  return result.filter(({ content }) => content.length > 0)
}

const at = ({ cue, content }: StatementDraft) => cue[0]?.[0] ?? content[0]?.[0] ?? 0

const isTitle = (kind: ArticleText['blocks'][number]['kind']) => kind === 'title' || kind === 'heading'

/** Nothing else is in its sentences but marks and a stray word. */
function standsAlone(
  { spans }: Pick<Quotation, 'spans'>,
  sentencesAt: (span: Span) => ArticleText['sentences'][number][],
): boolean {
  const inside = ([start, end]: Span) => spans.some(([from, to]) => from < end && to > start)
  const words = spans.flatMap(sentencesAt).flatMap(({ tokens }) => tokens.filter(({ text }) => /\p{L}/u.test(text)))
  return words.filter(({ span }) => !inside(span)).length <= 1
}
