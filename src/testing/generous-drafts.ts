// An article -> drafts without a model, in no time and by the dozen: every few words a statement, an event, a mention. For questions of cost alone.

import type { Drafts, EventDraft, Finder, StatementDraft } from '../reading/tagging/drafts.ts'
import type { Span, Token, Word } from '../types.ts'

const STATEMENT_EVERY = 7
const EVENT_EVERY = 5
const MENTION_EVERY = 3
/** What is said is so many words long. */
const SAID_WORDS = 12

export const findGenerously: Finder = async (article) => {
  const sentences = article.sentences.map((sentence) => ({ ...sentence, tokens: sentence.tokens.map(tokenOf) }))
  const spans = sentences.flatMap(({ tokens }) => tokens.map(({ span }) => span))
  return { article: { ...article, sentences }, drafts: draftsOf(spans) }
}

const tokenOf = (word: Word): Token => ({
  ...word,
  lemma: word.text.toLowerCase(),
  pos: /^(?:said|killed|has|was)$/.test(word.text) ? 'VERB' : /^\p{Lu}/u.test(word.text) ? 'PROPN' : 'NOUN',
})

function draftsOf(spans: readonly Span[]): Drafts {
  const inner = [...spans.keys()].slice(2, -2)
  const every = (step: number): number[] => inner.filter((at) => at % step === 0)
  return {
    statements: every(STATEMENT_EVERY).map((at) => statementAt(spans, at)),
    events: every(EVENT_EVERY).map((at) => eventAt(spans, at)),
    mentions: every(MENTION_EVERY).map((at) => ({ span: spans[at], type: 'person', sure: 0.9, named: at % 2 === 0 })),
    loaded: every(STATEMENT_EVERY).map((at) => spans[at]),
  }
}

const statementAt = (spans: readonly Span[], at: number): StatementDraft => ({
  source: [spans[at - 1]],
  cue: [spans[at]],
  content: [[spans[at + 1][0], spans[Math.min(at + SAID_WORDS, spans.length - 1)][1]]],
  stance: 'asserts',
})

const eventAt = (spans: readonly Span[], at: number): EventDraft => ({
  trigger: spans[at],
  type: 'ASSAULT',
  status: 'actual',
  refers: 0.1,
  sure: 0.9,
  main: 0.9,
  actor: [spans[at - 1]],
  recipient: [spans[at + 1]],
  instrument: [],
  place: [spans[at + 2]],
  time: [],
  parts: [{ span: spans[at + 1], role: 'recipient', part: 'victim' }],
})
