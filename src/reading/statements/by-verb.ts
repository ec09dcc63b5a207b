// Sentence -> drafts by verbs: "said that", "..., he told", "is adamant", "citing".

import type { Span, Token } from '../../types.ts'
import { beforeStrayComma, headOfRelative, nounPhraseAfter, subjectOf } from './chunks.ts'
import { contentOf, type Shape, TELLS } from './content.ts'
import { type Cue, cueIn, takes, worth } from './cue.ts'
import type { CueEntry, CueIndex } from './cues.ts'
import type { StatementDraft } from './draft.ts'
import { cutView, type SentenceView, spanOf } from './sentence.ts'
import { isVerb, shapeAt } from './shape.ts'

/** Cues less sure than this are left alone. */
const SURE = 0.5

/** Inside somebody's words, where attitudes and intentions are part of what is said, only plain speech counts. */
const NESTED = 0.8

const SPEECH: ReadonlySet<string> = new Set(['quote', 'that', 'bare', 'wh', 'after', 'inversion'])

export function findByVerb(view: SentenceView, cues: CueIndex): StatementDraft[] {
  const found: StatementDraft[] = []
  const cueList = view.groups.map((group) => cueIn(view, group, cues)).filter((cue) => cue !== null)
  for (const cue of cueList) {
    const draft = draftOf(view, cue, cueList, found)
    if (draft) found.push(draft)
  }
  return [...found, ...findCited(view, cueList, found)]
}

/** "Local media, citing the army, reported": the army's word, within what the media reported. */
function findCited(
  { tokens }: SentenceView,
  cueList: readonly Cue[],
  found: readonly StatementDraft[],
): StatementDraft[] {
  return cueList.flatMap(({ head, group }) => {
    const phrase = /^(?:citing|quoting)$/i.test(tokens[head].text) ? nounPhraseAfter(tokens, group.to) : null
    const source = phrase && spanOf(tokens, phrase.from, phrase.to)
    const cue = spanOf(tokens, head, head + 1)
    const host = found.find(
      ({ content }) =>
        content.length > 0 &&
        !content.some(([start, end]) => start <= tokens[head].span[0] && tokens[head].span[1] <= end),
    )
    return source && cue && host
      ? [{ source: [source], cue: [cue], content: host.content, stance: host.stance, plain: true, cited: true }]
      : []
  })
}

function draftOf(
  view: SentenceView,
  cue: Cue,
  cueList: readonly Cue[],
  earlier: readonly StatementDraft[],
): StatementDraft | null {
  const { tokens } = view
  if (/^(?:citing|quoting)$/i.test(tokens[cue.head].text)) return null
  const trailing =
    tokens[cue.head].text.endsWith('ing') && cue.head === cue.group.from && tokens[cue.head - 1]?.text === ','
  const subject = trailing
    ? null
    : (subjectOf(tokens, cue.group.from) ?? (isInverted(view, cue) ? null : beforeStrayComma(tokens, cue.group.from)))
  const clause = withinRelative(view, cue, cueList)
  const near = cueList.filter(({ head }) => head < clause.tokens.length)
  const content = contentOf(clause, cue, subject, near)
  if (!content) return null
  const entry = entryFor(cue, content.shape)
  if (!entry) return null
  const source = content.source ?? subject ?? null
  const sourceSpan = source && spanOf(tokens, source.from, source.to)
  const nobodys = isPassive(tokens, cue) || IMPERSONAL.has(tokens[cue.head].lemma)
  if (source && /^(?:no|none|nobody|nothing)$/i.test(tokens[source.from].text)) return null
  const shared = sourceSpan || nobodys ? null : sharedSource(view, cue, earlier)
  const cueSpan = spanOf(tokens, cue.group.from, cue.group.to)
  if (!cueSpan) return null
  return {
    source: nobodys ? [] : sourceSpan ? [sourceSpan] : (shared ?? []),
    cue: [cueSpan],
    content: content.spans,
    stance: entry.stance,
    ...(content.addressee ? { addressee: content.addressee } : {}),
    plain: SPEECH.has(content.shape) && worth(entry) >= NESTED && sourceSpan !== null,
  }
}

/** How things look to the writer: the grammatical subject says nothing. */
const IMPERSONAL = new Set(['seem', 'appear', 'look'])

/** "who saw the attack said ...": a relative clause ends where the verb of its head noun begins. */
function withinRelative(view: SentenceView, { head }: Cue, cueList: readonly Cue[]): SentenceView {
  const who = view.tokens.findIndex(({ text }) => text === 'who')
  const main =
    who < 0 || who > head
      ? undefined
      : cueList.find(({ group }) => group.from > head && headOfRelative(view.tokens, group.from))
  return main ? cutView(view, main.group.from) : view
}

/** '..., said Marko Savić, who heads it': a comma or closing mark before, a phrase and an end behind. */
function isInverted(view: SentenceView, cue: Cue): boolean {
  const { tokens } = view
  if (
    !takes(cue, 'inversion') ||
    TELLS.has(tokens[cue.head].lemma) ||
    !/^[,”’"»]$/.test(tokens[cue.group.from - 1]?.text ?? '')
  )
    return false
  const phrase = nounPhraseAfter(tokens, cue.group.to)
  return (
    phrase !== null &&
    shapeAt(view, phrase.to) !== 'phrase' &&
    !isVerb(tokens[phrase.to]) &&
    /^(?:DET|PROPN|NOUN|PRON|ADJ|NUM)$/.test(tokens[phrase.from].pos)
  )
}

/** The best entry that takes this shape and is sure enough; what a cue follows or a quotation fills needs less. */
function entryFor({ entries }: Cue, shape: Shape): CueEntry | null {
  const fitting = entries.filter(({ takes, speaks }) =>
    shape === 'after'
      ? speaks && (takes.includes('quote') || takes.includes('bare') || takes.includes('inversion'))
      : takes.includes(shape),
  )
  const best = fitting.toSorted((a, b) => worth(b) - worth(a))[0]
  return best && worth(best) >= SURE ? best : null
}

/** "is expected", "were told": the grammatical subject is not who says it. */
function isPassive(tokens: readonly Token[], { group, head }: Cue): boolean {
  const before = tokens.slice(group.from, head)
  const participle = tokens[head].text !== tokens[head].lemma && !tokens[head].text.endsWith('ing')
  return participle && before.some(({ lemma, text }) => lemma === 'be' || text === 'been' || text === 'being')
}

/** "..., adding that", "and vowed to": whoever spoke or acted before in the sentence. */
function sharedSource(
  { tokens, groups }: SentenceView,
  { group }: Cue,
  earlier: readonly StatementDraft[],
): Span[] | null {
  const before = tokens[group.from - 1]
  const trailing =
    !before ||
    /^(?:,|by|[”’"»]|--?|—|–)$/.test(before.text) ||
    before.pos === 'CCONJ' ||
    tokens[group.from].text === 'to'
  if (!trailing) return null
  const last = earlier.at(-1)
  if (last && last.source.length > 0) return last.source
  const first = groups.find(({ from }) => from < group.from)
  const subject = first ? subjectOf(tokens, first.from) : null
  const span = subject && spanOf(tokens, subject.from, subject.to)
  return span ? [span] : null
}
