// What a finder of statements hands over: spans alone. Who a source is, manner, nesting and relays are settled after it.

import type { ArticleText, Span, Stance } from '../../types.ts'

export interface StatementDraft {
  /** Empty where the text names none. */
  source: Span[]
  cue: Span[]
  content: Span[]
  stance: Stance
  /** To whom it was said: "told Sputnik". */
  addressee?: Span
}

/** In text order, by the first span of each. */
export type StatementFinder = (article: ArticleText) => Promise<StatementDraft[]>
