// Article -> drafts of its statements, events and mentions, by the trained model: passages in, marks and what each links to out.

import type { Model, Scores } from '../../language/model.ts'
import { CASING, type Tokenizer } from '../../language/pieces.ts'
import type { ArticleText, EventMention, Quotation, Sentence, Span, Token } from '../../types.ts'
import { indexBySpan, indexSpans, type SpanIndex, tokenFrom, tokensInside } from '../spans.ts'
import { addresseeOf } from './addressee.ts'
import type { CueIndex } from './cues.ts'
import { bestRun, bestRuns, cueRuns, typedRuns, weigh, wholeWords } from './decode.ts'
import { distinct, type Found } from './distinct.ts'
import type { EventDraft, Finder, MentionDraft, StatementDraft } from './draft.ts'
import { chances, type Link, linkScores, type ModelFacts, type Run } from './links.ts'
import { type Passage, passagesOf } from './passages.ts'
import { stanceOf } from './stance.ts'
import { withWholeQuotations } from './whole-quotations.ts'

export interface Trained {
  model: Model
  tokenizer: Tokenizer
  facts: ModelFacts
}

export const trainedFinder =
  (trained: Trained, cues: CueIndex): Finder =>
  async (article) => {
    const found: Found[] = []
    const events: EventDraft[] = []
    const mentions: MentionDraft[] = []
    for (const passage of passagesOf(article.text, paragraphsOf(article), trained.tokenizer, trained.facts.limit)) {
      const read = readerOf(passage, await trained.model(passage.pieces), trained)
      found.push(...statementsIn(read))
      events.push(...eventsIn(read))
      mentions.push(...mentionsIn(read))
    }
    const near: Surroundings = {
      text: article.text,
      sentences: indexBySpan(article.sentences),
      quotations: indexSpans(
        article.quotations.flatMap((quotation) => quotation.spans.map((span) => [span, quotation] as const)),
      ),
    }
    const isSomebody = ({ source }: Found) => !source.some((span) => NOBODY.test(article.text.slice(...span)))
    const kept = distinct(found, trained.facts.decoding.overlap).filter(isSomebody)
    const nested = (await readNested(kept, near, trained, cues)).filter(isSomebody)
    // What is quoted around a nested statement is the outer one's quotation.
    const statements = [
      ...kept.map((one) => toDraft(one, near, cues)),
      ...nested.map((one) => toDraft(one, { ...near, quotations: indexSpans<Quotation>([]) }, cues)),
    ]
    return { statements: statements.sort((one, other) => one.cue[0][0] - other.cue[0][0]), events, mentions }
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
    const speaks = (at: Span) => tokensInside(near.sentences.touching(at), at).some((token) => isSpeech(token, cues))
    if (!speaks(span)) continue
    for (const passage of passagesOf(near.text, [span], trained.tokenizer, trained.facts.limit)) {
      const inside = statementsIn(readerOf(passage, await trained.model(passage.pieces), trained))
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

/** A passage with its scores, and what decoding asks of them. */
interface PassageRead {
  passage: Passage
  tokenizer: Tokenizer
  facts: ModelFacts
  scores: Scores
  touches: readonly boolean[]
  continues: readonly boolean[]
}

function readerOf(passage: Passage, scores: Scores, { tokenizer, facts }: Trained): PassageRead {
  const { ids, start, end } = passage.pieces
  const touches = start.map((at, piece) => piece > 0 && at === end[piece - 1])
  return { passage, tokenizer, facts, scores, touches, continues: ids.map((id) => tokenizer.continues(id)) }
}

const linked = ({ scores, facts, passage }: PassageRead, link: Link, run: Run) =>
  linkScores(scores, facts, link, passage.pieces.ids.length, run)

const isKept = ({ passage: { keep, pieces } }: PassageRead, piece: number) =>
  pieces.start[piece] >= keep[0] && pieces.start[piece] < keep[1]

const spanOf = ({ passage: { pieces } }: PassageRead, [from, to]: Run): Span => [pieces.start[from], pieces.end[to]]

function statementsIn(read: PassageRead): Found[] {
  const { passage, tokenizer, facts, scores, touches, continues } = read
  const { ids, casing } = passage.pieces
  const { decoding } = facts
  const tags = ids.map((_, piece) => chances(scores, facts, 'cue', piece))
  const colon = tokenizer.idOf(':')
  const found: Found[] = []
  for (const run of cueRuns(tags, touches, decoding.cue)) {
    const [first, last] = run
    const says = range(run).some((piece) => casing[piece] !== CASING.none || ids[piece] === colon)
    if (!says || !isKept(read, first)) continue
    const cue = wholeWords(run, continues)
    const best = bestRun(weigh(linked(read, 'source', run), decoding.source, [cue]))
    const source = best && best.total >= decoding.least_source ? wholeWords(best.run, continues) : null
    const odds = linked(read, 'content', run)
    const content = bestRuns(weigh(odds, decoding.content, source ? [cue, source] : [cue]), decoding.price)
    if (content.length === 0) continue
    found.push({
      source: source ? [spanOf(read, source)] : [],
      cue: [spanOf(read, cue)],
      content: content.map((stretch) => spanOf(read, wholeWords(stretch, continues))),
      sure: range(run).reduce((sum, piece) => sum + 1 - tags[piece][0], 0) / (last + 1 - first),
    })
  }
  return found
}

/** How likely a trigger must be. */
const EVENT = 0.5
/** What a further party to an event must be worth, as a stretch of content must. */
const PARTY_PRICE = 2

function eventsIn(read: PassageRead): EventDraft[] {
  const { facts, scores, continues, passage } = read
  const { trigger, status } = facts.tags
  const tags = passage.pieces.ids.map((_, piece) => chances(scores, facts, 'trigger', piece))
  return typedRuns(tags, trigger, EVENT, continues)
    .filter(({ run }) => isKept(read, run[0]))
    .map(({ run, kind, sure }) => {
      const parties = (link: Link, most: number): Span[] =>
        bestRuns(weigh(linked(read, link, run), 0, [run]), PARTY_PRICE)
          .slice(0, most)
          .map((stretch) => spanOf(read, wholeWords(stretch, continues)))
      const states = chances(scores, facts, 'status', run[0])
      return {
        trigger: spanOf(read, run),
        type: kind,
        status: statusNamed(status[states.indexOf(Math.max(...states))]),
        sure,
        actor: parties('actor', 8),
        recipient: parties('recipient', 8),
        instrument: parties('instrument', 3),
        place: parties('place', 1),
        time: parties('time', 1),
      }
    })
}

const STATUS: readonly EventMention['status'][] = [
  'actual',
  'denied',
  'possible',
  'planned',
  'demanded',
  'hypothetical',
]

const statusNamed = (name: string): EventMention['status'] => STATUS.find((status) => status === name) ?? 'actual'

const MENTIONED: readonly MentionDraft['type'][] = ['person', 'organisation', 'place', 'weapon']

function mentionsIn(read: PassageRead): MentionDraft[] {
  const { facts, scores, continues, passage } = read
  const marked = (head: 'mention' | 'name'): MentionDraft[] => {
    const tags = passage.pieces.ids.map((_, piece) => chances(scores, facts, head, piece))
    return typedRuns(tags, facts.tags[head], 0.5, continues).flatMap(({ run, kind, sure }) => {
      const type = MENTIONED.find((known) => known === kind)
      return type && isKept(read, run[0]) && !isSmallWord(read, run)
        ? [{ span: spanOf(read, run), type, sure, named: head === 'name' }]
        : []
    })
  }
  return [...marked('mention'), ...marked('name')]
}

/** "the", "of": nothing is mentioned by an article or a preposition alone. */
const isSmallWord = ({ passage: { pieces }, tokenizer }: PassageRead, [first, last]: Run): boolean =>
  first === last && SMALL_WORDS.some((word) => tokenizer.idOf(word) === pieces.ids[first])

const SMALL_WORDS = [
  'the',
  'a',
  'an',
  'of',
  'in',
  'on',
  'at',
  'and',
  'to',
  'for',
  'by',
  'from',
  'with',
  "'",
  's',
  ',',
  '-',
]

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
  const from = tokenFrom(tokens, start)
  let to = tokenFrom(tokens, end)
  if (to < tokens.length && tokens[to].span[0] < end) to++
  if (from === tokens.length) return { source, cue, content, stance: 'asserts' }
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
    const before = sentence.tokens.slice(0, LEFT_BEHIND + 1).filter(({ span }) => span[0] < start)
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
