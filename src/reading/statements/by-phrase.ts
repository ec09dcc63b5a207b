// Sentence -> drafts by "according to", by nouns with a clause, and by colons and dashes.

import type { Span, Token } from '../../types.ts'
import { type Chunk, nounPhraseAfter, nounPhraseBefore } from './chunks.ts'
import { worth } from './cue.ts'
import type { CueIndex } from './cues.ts'
import type { StatementDraft } from './draft.ts'
import { contentBefore, contentFrom } from './extent.ts'
import { cutView, type SentenceView, spanOf } from './sentence.ts'
import { isOpening, isVerb } from './shape.ts'

/** Nouns less sure than this are left alone. */
const SURE_NOUN = 0.5

export function findByPreposition(view: SentenceView): StatementDraft[] {
  const { tokens, quotes } = view
  const found: StatementDraft[] = []
  for (let i = 0; i + 2 < tokens.length; i++) {
    if (!/^according$/i.test(tokens[i].text) || tokens[i + 1].text !== 'to') continue
    const phrase = nounPhraseAfter(tokens, i + 2) ?? upToComma(tokens, i + 2)
    const source = phrase && spanOf(tokens, phrase.from, phrase.to)
    const cue = spanOf(tokens, i, i + 2)
    if (!source || !cue || !phrase) continue
    const content =
      i > 1 ? beforeAccording(view, i) : contentFrom(view, withApposition(view, phrase).to + 1, tokens.length)
    if (content.length === 0 || quotes[i]) continue
    found.push({ source: [source], cue: [cue], content, stance: 'asserts', plain: true })
  }
  return found
}

/** What else can stand there, where a tagger took its noun for something else. */
function upToComma(tokens: readonly Token[], from: number): Chunk | null {
  const to = tokens.findIndex(({ text }, index) => index > from && /^[,.;:”"]$/.test(text))
  return to < 0 ? null : { from, to }
}

/** The clause before it, with the quotation that ends it; what follows between commas belongs to it too. */
function beforeAccording(view: SentenceView, at: number): Span[] {
  const left = contentBefore(view, at, null)
  if (left) return left
  const span = spanOf(view.tokens, 0, at)
  return span ? [span] : []
}

/** A source and what follows between commas: "Polat, a shop owner from Karkamis". */
export function withApposition({ tokens }: SentenceView, phrase: Chunk): Chunk {
  if (tokens[phrase.to]?.text !== ',') return phrase
  const inner = nounPhraseAfter(tokens, phrase.to + 1)
  const closed = inner && (!tokens[inner.to] || /^[.,]$/.test(tokens[inner.to].text))
  // "Polat, a shop owner," and "the spokesman, Rafiq Amin,"; not "Polat, officials said".
  const office =
    tokens[phrase.to - 1].pos === 'NOUN' &&
    inner !== null &&
    tokens[inner.from].pos === 'PROPN' &&
    tokens[inner.to]?.text === ','
  return inner && closed && (office || /^(?:DET|NOUN|ADJ)$/.test(tokens[inner.from].pos))
    ? { from: phrase.from, to: inner.to }
    : phrase
}

/** Tokens that the source at a title's end has at most. */
const SUFFIX = 4

/** "Siege Over – Reports", "Two Held - Police": who says so, behind the last dash of a title. */
export function splitSuffix(view: SentenceView): { view: SentenceView; drafts: StatementDraft[] } {
  const { tokens } = view
  const dash = tokens.findLastIndex(({ text }) => /^(?:–|—|-|--)$/.test(text))
  const apart = dash > 2 && tokens[dash].span[0] > tokens[dash - 1].span[1]
  const behind = tokens.slice(dash + 1)
  const fits =
    behind.length > 0 &&
    behind.length <= SUFFIX &&
    behind.every(({ text, pos }) => /^\p{Lu}/u.test(text) && pos !== 'VERB')
  const source = apart && fits ? spanOf(tokens, dash + 1, tokens.length) : null
  const content = source && spanOf(tokens, 0, dash)
  if (!source || !content) return { view, drafts: [] }
  const draft: StatementDraft = {
    source: [source],
    cue: [tokens[dash].span],
    content: [content],
    stance: 'asserts',
    plain: true,
  }
  return { view: cutView(view, dash), drafts: [draft] }
}

/** A speaker's name before a colon is no longer than this, in tokens. */
const SPEAKER = 9

/** "The secretary further: 'voiced his support'": a phrase without a verb, a colon, a quotation. */
export function findByColon(view: SentenceView): StatementDraft[] {
  const { tokens } = view
  const colon = tokens.findIndex(({ text }) => text === ':')
  if (
    colon < 1 ||
    colon > SPEAKER ||
    !isOpening(view, colon + 1) ||
    tokens.slice(0, colon).some((token) => isVerb(token))
  )
    return []
  const last = /^(?:ADV|ADJ)$/.test(tokens[colon - 1].pos) ? colon - 1 : colon
  const phrase = nounPhraseBefore(tokens, last)
  // "Depot blast: 'Staged by criminals'" is a headline's topic, no speaker.
  const speaks = tokens[last - 1]?.pos === 'PROPN' || /^the$/i.test(tokens[0].text)
  const source = phrase?.from === 0 && speaks ? spanOf(tokens, 0, last) : null
  return source
    ? [
        {
          source: [source],
          cue: [tokens[colon].span],
          content: contentFrom(view, colon + 1, tokens.length),
          stance: 'asserts',
          plain: true,
        },
      ]
    : []
}

/** "the army's claim that", "his promise to": only with a possessor, or "by X", and a clause. */
export function findByNoun(view: SentenceView, cues: CueIndex): StatementDraft[] {
  const { tokens } = view
  const found: StatementDraft[] = []
  for (let i = 1; i + 1 < tokens.length; i++) {
    if (tokens[i].pos !== 'NOUN') continue
    const next = tokens[i + 1]
    const shape = next.text === 'that' ? 'that' : next.text === 'to' && isVerb(tokens[i + 2]) ? 'to' : null
    const entry =
      shape &&
      cues.nouns.get(tokens[i].lemma)?.find(({ takes: shapes, with: particle }) => !particle && shapes.includes(shape))
    if (!entry || worth(entry) < SURE_NOUN) continue
    const owner = ownerOf(tokens, i)
    const content = spanOf(tokens, i + 1, tokens.length)
    const cue = spanOf(tokens, owner ? owner.to : i, i + 1)
    const source = owner && spanOf(tokens, owner.from, owner.to)
    if (content && cue && (source || shape === 'that'))
      found.push({ source: source ? [source] : [], cue: [cue], content: [content], stance: entry.stance, plain: false })
  }
  return found
}

function ownerOf(tokens: readonly Token[], noun: number): Chunk | null {
  let at = noun - 1
  while (at > 0 && tokens[at].pos === 'ADJ') at--
  if (/^(?:his|her|their|its)$/i.test(tokens[at]?.text ?? '')) return { from: at, to: at + 1 }
  if (!/^['’]s?$/.test(tokens[at]?.text ?? '')) return null
  let from = at
  while (from > 0 && /^(?:PROPN|NOUN|ADJ|DET)$/.test(tokens[from - 1].pos)) from--
  return from < at ? { from, to: at } : null
}
