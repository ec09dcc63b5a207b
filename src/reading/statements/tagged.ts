// Article -> drafts of its statements, by the trained model: passages in, cues and what each links to out.

import type { Model } from '../../language/model.ts'
import { CASING, type Tokenizer } from '../../language/pieces.ts'
import type { ArticleText, Quotation, Sentence, Span, Token } from '../../types.ts'
import { indexSpans, type SpanIndex } from '../spans.ts'
import { addresseeOf } from './addressee.ts'
import type { CueIndex } from './cues.ts'
import { bestRun, bestRuns, cueRuns, probabilities, weigh, wholeWords } from './decode.ts'
import { distinct, type Found } from './distinct.ts'
import type { StatementDraft, StatementFinder } from './draft.ts'
import { linkScores, type ModelFacts, type Run } from './links.ts'
import { type Passage, passagesOf } from './passages.ts'
import { stanceOf } from './stance.ts'
import { withWholeQuotations } from './whole-quotations.ts'

export interface Trained {
  model: Model
  tokenizer: Tokenizer
  facts: ModelFacts
}

export const trainedFinder =
  (trained: Trained, cues: CueIndex): StatementFinder =>
  async (article) => {
    const found: Found[] = []
    for (const passage of passagesOf(article.text, paragraphsOf(article), trained.tokenizer, trained.facts.limit))
      found.push(...(await readPassage(passage, trained)))
    const near: Surroundings = {
      text: article.text,
      sentences: indexSpans(article.sentences.map((sentence) => [sentence.span, sentence] as const)),
      quotations: indexSpans(
        article.quotations.flatMap((quotation) => quotation.spans.map((span) => [span, quotation] as const)),
      ),
    }
    const isSomebody = ({ source }: Found) => !source.some((span) => NOBODY.test(article.text.slice(...span)))
    const kept = distinct(found, trained.facts.decoding.overlap).filter(isSomebody)
    const nested = (await readNested(kept, near, trained, cues)).filter(isSomebody)
    // What is quoted around a nested statement is the outer one's quotation.
    const drafts = [
      ...kept.map((one) => toDraft(one, near, cues)),
      ...nested.map((one) => toDraft(one, { ...near, quotations: indexSpans<Quotation>([]) }, cues)),
    ]
    return drafts.sort((one, other) => one.cue[0][0] - other.cue[0][0])
  }

/** How sure a cue must be, and how sure a verb of speech, inside somebody's words. */
const NESTED = 0.6
const SPEECH = 0.8

/**
 * The model was trained on outermost statements alone. What somebody is said to have said is read once more by itself, where it
 * has a verb of speech: "his brother told him that the well was poisoned".
 */
async function readNested(
  kept: readonly Found[],
  near: Surroundings,
  trained: Trained,
  cues: CueIndex,
): Promise<Found[]> {
  const found: Found[] = []
  for (const span of kept.flatMap(({ content }) => content)) {
    const tokens = near.sentences.touching(span).flatMap((sentence) => sentence.tokens)
    const speaks = (at: Span) =>
      tokens.some((token) => at[0] <= token.span[0] && token.span[1] <= at[1] && isSpeech(token, cues))
    if (!speaks(span)) continue
    for (const passage of passagesOf(near.text, [span], trained.tokenizer, trained.facts.limit)) {
      const inside = await readPassage(passage, trained)
      found.push(...inside.filter(({ source, cue, sure }) => source.length > 0 && sure >= NESTED && speaks(cue[0])))
    }
  }
  return distinct(found, trained.facts.decoding.overlap)
}

const isSpeech = ({ text, lemma, pos }: Token, { verbs, forms }: CueIndex): boolean =>
  pos === 'VERB' &&
  (verbs.get(forms.get(text.toLowerCase()) ?? lemma) ?? []).some(
    ({ speaks, rate = 0, takes }) => speaks && rate >= SPEECH && (takes.includes('quote') || takes.includes('that')),
  )

/** Of each block what its sentences take: furniture and credits have none, and a dateline stands before the first. */
function paragraphsOf({ sentences }: ArticleText): Span[] {
  const paragraphs = new Map<number, Span>()
  for (const { block, span } of sentences) paragraphs.set(block, [paragraphs.get(block)?.[0] ?? span[0], span[1]])
  return [...paragraphs.values()]
}

async function readPassage({ pieces, keep }: Passage, { model, tokenizer, facts }: Trained): Promise<Found[]> {
  const { ids, casing, start, end } = pieces
  const { decoding, near, buckets } = facts
  const scores = await model(pieces)
  const tags = ids.map((_, piece) => probabilities(scores.cue, piece))
  const touches = start.map((at, piece) => piece > 0 && at === end[piece - 1])
  const continues = ids.map((id) => tokenizer.continues(id))
  const colon = tokenizer.idOf(':')
  const found: Found[] = []
  for (const run of cueRuns(tags, touches, decoding.cue)) {
    const [first, last] = run
    const says = range(run).some((piece) => casing[piece] !== CASING.none || ids[piece] === colon)
    if (!says || start[first] < keep[0] || start[first] >= keep[1]) continue
    const link = (ask: Float32Array, answer: Float32Array, role: keyof typeof near) =>
      linkScores(ask, answer, ids.length, run, near[role], buckets)
    const cue = wholeWords(run, continues)
    const best = bestRun(weigh(link(scores.sourceAsk, scores.sourceAnswer, 'source'), decoding.source, [cue]))
    const source = best && best.total >= decoding.least_source ? wholeWords(best.run, continues) : null
    const odds = link(scores.contentAsk, scores.contentAnswer, 'content')
    const content = bestRuns(weigh(odds, decoding.content, source ? [cue, source] : [cue]), decoding.price)
    if (content.length === 0) continue
    const spanOf = ([from, to]: Run): Span => [start[from], end[to]]
    found.push({
      source: source ? [spanOf(source)] : [],
      cue: [spanOf(cue)],
      content: content.map((stretch) => spanOf(wholeWords(stretch, continues))),
      sure: range(run).reduce((sum, piece) => sum + 1 - tags[piece][0], 0) / (last + 1 - first),
    })
  }
  return found
}

const range = ([first, last]: Run): number[] => Array.from({ length: last + 1 - first }, (_, index) => first + index)

interface Surroundings {
  text: string
  sentences: SpanIndex<Sentence>
  quotations: SpanIndex<Quotation>
}

/** "No group has claimed it": nobody says so. */
const NOBODY = /^(?:no|none|nobody|nothing)\b/i

function toDraft(found: Found, { text, sentences, quotations }: Surroundings, cues: CueIndex): StatementDraft {
  const trimmed = (spans: readonly Span[]) => spans.map((span) => trim(text, span))
  const [source, cue] = [trimmed(found.source), trimmed(found.cue)]
  const bounded = toSentenceStarts(trimmed(found.content), [...source, ...cue], sentences)
  const content = withWholeQuotations(bounded, [...source, ...cue], quotations.touching)
  const [start, end] = cue[0]
  const tokens = sentences.touching(cue[0])[0]?.tokens ?? []
  const from = tokens.findIndex(({ span }) => span[1] > start)
  const behind = tokens.findIndex(({ span }) => span[0] >= end)
  const to = behind < 0 ? tokens.length : behind
  if (from < 0) return { source, cue, content, stance: 'asserts' }
  const addressee = addresseeOf(tokens, from, to, [...source, ...content])
  return { source, cue, content, stance: stanceOf(tokens, from, to, cues), ...(addressee ? { addressee } : {}) }
}

/** How many words at the head of a sentence a content may have left behind. */
const LEFT_BEHIND = 2

/** "least three depots" is "At least three depots", unless what stands before is the source or the cue. */
function toSentenceStarts(content: readonly Span[], others: readonly Span[], sentences: SpanIndex<Sentence>): Span[] {
  return content.map(([start, end]): Span => {
    const [sentence] = sentences.holding([start, Math.min(start + 1, end)])
    if (!sentence) return [start, end]
    const before = sentence.tokens.filter(({ span }) => span[0] < start)
    const taken = others.some(([from, to]) => from < start && to > sentence.span[0])
    const words = before.every(({ text }) => /^[\p{L}\p{N}'’-]+$/u.test(text))
    return !taken && words && before.length <= LEFT_BEHIND ? [sentence.tokens[0]?.span[0] ?? start, end] : [start, end]
  })
}

/** Without the commas, stops and dashes at its ends, unless it is nothing else. */
function trim(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end).replace(/[\s,.;:—–-]+$/, '')
  const open = words.length - words.replace(/^[\s,.;:—–-]+/, '').length
  return words.length === open ? [start, end] : [start + open, start + words.length]
}
