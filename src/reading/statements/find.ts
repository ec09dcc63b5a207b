// Article -> drafts of its statements, by cue lexicon, word order and quotation marks.

import { indexSpans } from '../spans.ts'
import { findByColon, findByNoun, findByPreposition, splitSuffix } from './by-phrase.ts'
import { findByVerb } from './by-verb.ts'
import type { CueIndex } from './cues.ts'
import type { StatementDraft, StatementFinder } from './draft.ts'
import { attachQuotations } from './quoted.ts'
import { viewSentence } from './sentence.ts'

export const lexicalFinder =
  (cues: CueIndex): StatementFinder =>
  (article) => {
    const quotations = indexSpans(
      article.quotations.flatMap((quotation) => quotation.spans.map((span) => [span, quotation] as const)),
    )
    const drafts = article.sentences.flatMap((sentence) => {
      const whole = viewSentence(sentence, quotations.touching, cues)
      const isTitle = article.blocks[sentence.block].kind === 'title'
      const { view, drafts: suffixed } = isTitle ? splitSuffix(whole) : { view: whole, drafts: [] }
      return inTextOrder([
        ...suffixed,
        ...findByVerb(view, cues),
        ...findByPreposition(view),
        ...findByNoun(view, cues),
        ...findByColon(view),
      ])
    })
    return dropWeakNested(attachQuotations(article, drafts))
  }

function dropWeakNested(drafts: readonly StatementDraft[]): StatementDraft[] {
  const contents = indexSpans(drafts.flatMap((draft) => draft.content.map((span) => [span, draft] as const)))
  const isNested = (draft: StatementDraft) =>
    draft.cue.some((cue) => contents.holding(cue).some((other) => other !== draft))
  return drafts.filter((draft) => draft.plain || !isNested(draft))
}

const inTextOrder = (drafts: StatementDraft[]) => drafts.sort((a, b) => (a.cue[0]?.[0] ?? 0) - (b.cue[0]?.[0] ?? 0))
