// Article -> drafts of its statements, by cue lexicon, word order and quotation marks.

import type { ArticleText, Quotation, Span, Token } from '../../types.ts'
import { indexSpans } from '../spans.ts'
import { beforeStrayComma, type Chunk, headOfRelative, nounPhraseAfter, nounPhraseBefore, subjectOf } from './chunks.ts'
import type { CueEntry, CueIndex, Takes } from './cues.ts'
import type { StatementDraft, StatementFinder } from './draft.ts'
import { attachQuotations } from './quoted.ts'
import { type SentenceView, spanOf, viewSentence } from './sentence.ts'

/** Cues less sure than this are left alone. */
const SURE = 0.5
/** Inside somebody's words, where attitudes and intentions are part of what is said, only plain speech counts. */
const NESTED = 0.8
const SPEECH: ReadonlySet<string> = new Set(['quote', 'that', 'bare', 'wh', 'after', 'inversion'])
/** What a cue is worth that the corpus behind the lexicon hardly has. */
const UNMEASURED = 0.55

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

const worth = ({ rate }: CueEntry) => rate ?? UNMEASURED

// ── Verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Cue {
  entries: readonly CueEntry[]
  /** The whole group, with its particle. */
  group: Chunk
  /** The verb itself. */
  head: number
}

function findByVerb(view: SentenceView, cues: CueIndex): StatementDraft[] {
  const found: StatementDraft[] = []
  const cueList = view.groups.map((group) => cueIn(view, group, cues)).filter((cue) => cue !== null)
  for (const cue of cueList) {
    const draft = draftOf(view, cue, cueList, found)
    if (draft) found.push(draft)
  }
  return [...found, ...findCited(view, cueList, found)]
}

/** The verb of a group that attributes: the first that is followed by its "to", else the last; or "is" with an adjective. */
function cueIn({ tokens }: SentenceView, group: Chunk, cues: CueIndex): Cue | null {
  for (let i = group.from; i < group.to; i++) {
    const beforeTo = tokens[i + 1]?.text === 'to' && i + 2 < group.to
    const goesOn = !beforeTo && tokens.slice(i + 1, group.to).some(({ pos }) => pos === 'VERB')
    // "so-called"
    const compound = tokens[i - 1]?.text === '-' && tokens[i - 1].span[1] === tokens[i].span[0]
    if (tokens[i].pos !== 'VERB' || goesOn || compound) continue
    const all = cues.verbs.get(tokens[i].lemma) ?? []
    const entries = beforeTo ? all.filter(({ takes, with: particle }) => !particle && takes.includes('to')) : all
    if (entries.length === 0 && !cues.phrases.has(tokens[i].lemma)) continue
    return withParticle(tokens, { entries, group: { from: group.from, to: i + 1 }, head: i }, cues)
  }
  return withAdjective(tokens, group, cues)
}

/** "was adamant that", "is not sure whether" */
function withAdjective(tokens: readonly Token[], group: Chunk, cues: CueIndex): Cue | null {
  let at = group.to
  while (tokens[at]?.pos === 'ADV' || tokens[at]?.text === 'n’t') at++
  const entries = cues.adjectives.get(tokens[at]?.text.toLowerCase() ?? '')
  if (!entries || tokens[group.to - 1].lemma !== 'be') return null
  return withParticle(tokens, { entries, group: { from: group.from, to: at + 1 }, head: at }, cues)
}

/** "called on", "ruled out", "made clear": what needs more words wins where they stand, and is nothing where they do not. */
function withParticle(tokens: readonly Token[], cue: Cue, { phrases }: CueIndex): Cue | null {
  const after = tokens.slice(cue.group.to, cue.group.to + 3).map(({ text }) => text.toLowerCase())
  const particled = cue.entries.filter(({ with: particle }) => particle && after.join(' ').startsWith(particle))
  if (particled.length > 0) {
    const words = particled[0].with?.split(' ').length ?? 1
    return { ...cue, entries: particled, group: { from: cue.group.from, to: cue.group.to + words } }
  }
  const phrase = phrases
    .get(tokens[cue.head].lemma)
    ?.find(({ words }) =>
      words.slice(1).every((word, index) => tokens[cue.group.to + index]?.text.toLowerCase() === word),
    )
  if (phrase)
    return {
      ...cue,
      entries: [phrase.entry],
      group: { from: cue.group.from, to: cue.group.to + phrase.words.length - 1 },
    }
  const plain = cue.entries.filter(({ with: particle }) => !particle)
  return plain.length > 0 ? { ...cue, entries: plain } : null
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

type Shape = Takes | 'after'

interface Content {
  shape: Shape
  spans: Span[]
  addressee?: Span
  /** Inverted: the source stands behind the cue. */
  source?: Chunk
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
  const content = contentOf(withinRelative(view, cue, cueList), cue, subject, cueList)
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
  return main ? { ...view, tokens: view.tokens.slice(0, main.group.from) } : view
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

// ── Contents ────────────────────────────────────────────────────────────────────────────────────────────────────────

const isOpening = (view: SentenceView, at: number) =>
  view.quotes[at] !== null && view.quotes[at] !== undefined && view.quotes[at] !== (view.quotes[at - 1] ?? null)

/** Verbs whose object is who was told. */
const TELLS = new Set([
  'tell',
  'inform',
  'remind',
  'assure',
  'notify',
  'brief',
  'advise',
  'warn',
  'ask',
  'promise',
  'convince',
  'teach',
])

function contentOf(view: SentenceView, cue: Cue, subject: Chunk | null, cueList: readonly Cue[]): Content | null {
  const { tokens, quotes } = view
  const inside = quotes[cue.head]
  let at = cue.group.to
  const upTo = (from: number, narrow = false): Span[] => {
    let end = endOf(view, from, cue, cueList, narrow)
    // The mark that closes what this stands in is not its own.
    while (inside && end > from && isMark(tokens[end - 1])) end--
    return contentFrom(view, from, end)
  }
  const before = () => contentBefore(view, subject?.from ?? cue.group.from, inside)
  const here = shapeAt(view, at)
  if (here === 'end' || here === 'comma') {
    if (here === 'comma' && isOpening(view, at + 1) && !before()) return { shape: 'quote', spans: upTo(at + 1) }
    const left = before()
    return left ? { shape: 'after', spans: [...left, ...goesOn(view, at)] } : null
  }
  if (here === 'colon') return { shape: 'quote', spans: at + 1 < tokens.length ? upTo(at + 1) : [] }
  // "was adamant that:", "intended to:": the quotation stands in the next paragraph.
  if (tokens[at + 1]?.text === ':' && (here === 'that' || tokens[at].text === 'to'))
    return { shape: here === 'that' ? 'that' : 'to', spans: upTo(at + 2) }
  if (here === 'to') return { shape: 'to', spans: upTo(at) }
  if (here === 'gerund' && takes(cue, 'bare') && !takes(cue, 'gerund')) return { shape: 'bare', spans: upTo(at) }
  if (here === 'quote' || here === 'that' || here === 'wh' || here === 'gerund')
    return { shape: here, spans: upTo(at, here === 'gerund') }
  if (here === 'preposition') {
    const shape = tokens[at].lemma
    if ((shape === 'of' || shape === 'for' || shape === 'as') && takes(cue, shape))
      return { shape, spans: upTo(at, true) }
    // An adjunct first: "said in a statement that", "told reporters on Monday that".
    const clause = clauseAfter(view, at)
    if (clause !== null) return { shape: isOpening(view, clause) ? 'quote' : 'that', spans: upTo(clause) }
    const left = before()
    if (left) return { shape: 'after', spans: left }
    return null
  }
  // A noun phrase: an inverted source, an addressee, the subject of a bare clause, or the content itself.
  const phrase = nounPhraseAfter(tokens, at, false)
  if (!phrase) return null
  const wide = nounPhraseAfter(tokens, at) ?? phrase
  const left = takes(cue, 'inversion') && !subject && !tokens[cue.head].text.endsWith('ing') ? before() : null
  if (left) return { shape: 'inversion', spans: left, source: withApposition(view, wide) }
  const next = shapeAt(view, wide.to)
  const span = spanOf(tokens, wide.from, wide.to)
  const tells = TELLS.has(tokens[cue.head].lemma)
  if (tells && span) {
    const clause = next === 'that' || next === 'quote' || next === 'wh' ? wide.to : clauseAfter(view, wide.to)
    if (clause !== null) return { shape: 'that', spans: upTo(clause), addressee: span }
    if (next === 'to') return { shape: 'object-to', spans: upTo(wide.to), addressee: span }
    const said = before()
    if (said) return { shape: 'after', spans: said, addressee: span }
    at = phrase.to
    const bare = nounPhraseAfter(tokens, at, false)
    if (bare && isVerb(tokens[bare.to])) return { shape: 'bare', spans: upTo(at), addressee: span }
  }
  const linked = tokens[wide.to]?.lemma ?? ''
  const tie = tokens[phrase.to]?.lemma ?? ''
  for (const shape of ['of', 'for', 'as'] as const) {
    if ((linked === shape || tie === shape) && takes(cue, shape)) return { shape, spans: upTo(cue.group.to) }
  }
  if (next === 'to' && takes(cue, 'object-to')) return { shape: 'object-to', spans: upTo(cue.group.to) }
  if (isVerb(tokens[wide.to]) || isVerb(tokens[phrase.to])) {
    if (takes(cue, 'bare')) return { shape: 'bare', spans: upTo(cue.group.to) }
  }
  if (next === 'that' && takes(cue, 'that') && !takes(cue, 'np')) return { shape: 'that', spans: upTo(wide.to) }
  if (takes(cue, 'np')) return { shape: 'np', spans: upTo(cue.group.to, next !== 'that') }
  const bareLater = takes(cue, 'bare') && view.groups.some(({ from }) => from > cue.group.to)
  return bareLater ? { shape: 'bare', spans: upTo(cue.group.to) } : null
}

const takes = ({ entries }: Cue, shape: Takes) => entries.some((entry) => entry.takes.includes(shape))
const isVerb = (token: Token | undefined) => token?.pos === 'VERB' || token?.pos === 'AUX' || token?.text === 'to'

const isMark = ({ text }: Token) => /^["'“”‘’«»,]$/.test(text)

type Next = 'end' | 'comma' | 'colon' | 'quote' | 'that' | 'wh' | 'to' | 'gerund' | 'preposition' | 'phrase'

function shapeAt(view: SentenceView, at: number): Next {
  const token = view.tokens[at]
  if (!token || /^[.!?…;)]+$/.test(token.text)) return 'end'
  if (isOpening(view, at)) return 'quote'
  if (/^[”’"»]$/.test(token.text)) return 'end'
  if (token.text === ',' || /^[—–-]+$/.test(token.text)) return 'comma'
  if (token.text === ':') return 'colon'
  if (/^that$/i.test(token.text)) return 'that'
  if (/^(?:what|how|why|whether|if|who|whom|where|when)$/i.test(token.text)) return 'wh'
  if (token.text === 'to' && isVerb(view.tokens[at + 1])) return 'to'
  if (token.pos === 'VERB' && token.text.endsWith('ing')) return 'gerund'
  if (token.pos === 'ADP' || token.text === 'to') return 'preposition'
  if (
    token.pos === 'ADV' ||
    /^(?:today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|earlier|later|last|this)$/i.test(
      token.text,
    )
  ) {
    const clause = clauseAfter(view, at)
    if (clause !== null || token.pos !== 'ADV') return 'preposition'
    const next = view.tokens[at + 1]
    if (!next || /^[.,]$/.test(next.text)) return 'preposition'
  }
  return 'phrase'
}

/** Words that an adjunct between a cue and its clause may have. */
const ADJUNCT = 14

/** Past an adjunct without a verb: the "that", the comma and quotation, or the quotation that opens the content. */
function clauseAfter(view: SentenceView, at: number): number | null {
  for (let i = at; i < Math.min(view.tokens.length, at + ADJUNCT); i++) {
    const token = view.tokens[i]
    if (/^that$/i.test(token.text) && i > at) return i
    if (isOpening(view, i) && (i === at || /^[,:]$/.test(view.tokens[i - 1].text) || view.tokens[i - 1].pos !== 'DET'))
      return i
    if (isVerb(token) || /^[.;]$/.test(token.text)) return null
  }
  return null
}

/** Tokens from which what has no verb by its tags is taken for a clause all the same. */
const CLAUSE = 5

/** What stands before a cue that follows its content; null where nothing does. */
function contentBefore(view: SentenceView, end: number, inside: Quotation | null): Span[] | null {
  const { tokens, quotes, span } = view
  const last = end - 1
  if (last < 0) return null
  const quotation = quotes[last] ?? (tokens[last].text === ',' ? quotes[last - 1] : null)
  if (quotation && quotation !== inside) {
    const closing = quotes.lastIndexOf(quotation, last)
    const start = Math.min(span[0], quotation.spans[0][0])
    const opening = quotes.indexOf(quotation)
    const lead = opening > 0 ? span[0] : start
    const own = quotation.spans
      .map(([from, to]): Span => [from, Math.min(to, tokens[closing].span[1])])
      .filter(([from, to]) => to > from)
    return lead < own[0][0] ? [[lead, own[0][1]], ...own.slice(1)] : own
  }
  if (!/^(?:,|—|–|-|--)$/.test(tokens[last].text)) return null
  const content = spanOf(tokens, 0, last)
  // "On Monday, he said": an adjunct of the cue, no content.
  const clause = tokens.slice(0, last).some((token) => isVerb(token)) || (last >= CLAUSE && tokens[0].pos !== 'ADP')
  return content && clause ? [content] : null
}

/** '"A," he said, "B"', "A, he said, would B": what goes on behind the cue. */
function goesOn(view: SentenceView, at: number): Span[] {
  const { tokens } = view
  if (tokens[at]?.text !== ',') return []
  if (isOpening(view, at + 1)) return contentFrom(view, at + 1, tokens.length)
  const next = tokens[at + 1]
  if (!next || !(next.pos === 'AUX' || next.pos === 'VERB') || next.text.endsWith('ing')) return []
  return contentFrom(view, at + 1, tokens.length)
}

/** From a token to an end; a quotation that is still open there is taken to its close. */
function contentFrom({ tokens, quotes, span }: SentenceView, from: number, to: number): Span[] {
  const own = spanOf(tokens, from, to)
  if (!own) return []
  const last = quotes[to - 1] ?? (to >= 2 ? quotes[to - 2] : null)
  if (!last) return [own]
  const spans = last.spans.filter(([, end]) => end > own[0])
  const [first, ...others] = spans
  if (!first || to < tokens.length) return [own]
  return first[1] > span[1] || others.length > 0 ? [[own[0], Math.max(own[1], first[1])], ...others] : [own]
}

/** Where the content that starts at `from` ends: before the next attribution on the same level, else with the sentence. */
function endOf(view: SentenceView, from: number, cue: Cue, cueList: readonly Cue[], narrow: boolean): number {
  const { tokens, quotes } = view
  const home = quotes[cue.head]
  const opening = isOpening(view, from) ? quotes[from] : null
  for (let i = from + 1; i < tokens.length; i++) {
    if (home && quotes[i] !== home) return i
    if (quotes[i] && quotes[i] !== home) continue
    if (opening && quotes[i - 1] === opening && /[.!?,]["'”’»]?$/.test(`${tokens[i - 2]?.text}${tokens[i - 1].text}`))
      return i
    const { text, pos } = tokens[i]
    const next = cueList.find(({ group }) => group.from > i && group.from <= i + 1)
    if (text === ',' && next && tokens[next.head].text.endsWith('ing')) return i
    if (pos === 'CCONJ' && next && isFiniteCue(tokens, next)) return tokens[i - 1].text === ',' ? i - 1 : i
    if (
      (text === ',' || text === ';') &&
      /^(?:while|but|although|whereas|and|according|as)$/i.test(tokens[i + 1]?.text ?? '') &&
      attributesSoon(view, i + 2, cueList)
    )
      return i
    if (narrow && (text === ',' || text === ';' || /^(?:after|when|while|because|before|although)$/.test(text)))
      return i
  }
  return tokens.length
}

const isFiniteCue = (tokens: readonly Token[], { group, head }: Cue) =>
  tokens[group.from].text !== 'to' && tokens[head].text !== tokens[head].lemma && !tokens[head].text.endsWith('ing')

/** How far a clause's own cue may stand from its conjunction. */
const CLAUSE_HEAD = 9

const attributesSoon = ({ tokens }: SentenceView, from: number, cueList: readonly Cue[]): boolean =>
  /^to$/.test(tokens[from]?.text ?? '') ||
  cueList.some(
    ({ group, entries }) =>
      group.from > from &&
      group.from <= from + CLAUSE_HEAD &&
      entries.some((entry) => worth(entry) >= 0.8) &&
      !tokens.slice(from, group.from).some(({ text }) => text === ','),
  )

// ── "According to", and the like ────────────────────────────────────────────────────────────────────────────────────

function findByPreposition(view: SentenceView): StatementDraft[] {
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
function withApposition({ tokens }: SentenceView, phrase: Chunk): Chunk {
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

// ── Titles ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Tokens that the source at a title's end has at most. */
const SUFFIX = 4

/** "Siege Over – Reports", "Two Held - Police": who says so, behind the last dash of a title. */
function splitSuffix(view: SentenceView): { view: SentenceView; drafts: StatementDraft[] } {
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
  return { view: { ...view, tokens: tokens.slice(0, dash) }, drafts: [draft] }
}

// ── Colons ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A speaker's name before a colon is no longer than this, in tokens. */
const SPEAKER = 9

/** "The secretary further: 'voiced his support'": a phrase without a verb, a colon, a quotation. */
function findByColon(view: SentenceView): StatementDraft[] {
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

// ── Nouns ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** "the army's claim that", "his promise to": only with a possessor, or "by X", and a clause. */
function findByNoun(view: SentenceView, cues: CueIndex): StatementDraft[] {
  const { tokens } = view
  const found: StatementDraft[] = []
  for (let i = 1; i + 1 < tokens.length; i++) {
    if (tokens[i].pos !== 'NOUN') continue
    const next = tokens[i + 1]
    const shape = next.text === 'that' ? 'that' : next.text === 'to' && isVerb(tokens[i + 2]) ? 'to' : null
    const entry =
      shape &&
      cues.nouns.get(tokens[i].lemma)?.find(({ takes: shapes, with: particle }) => !particle && shapes.includes(shape))
    if (!entry || worth(entry) < SURE) continue
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

export type { ArticleText }
