// What somebody is said to have said -> the statements in it by their grammar: a subject, a verb of the cue lexicon, and what that verb
// takes: "... that [Benko] [denied] [the raid] ...".

import type { Span, Token } from '../../types.ts'
import { tokensInside } from '../spans.ts'
import { tells } from '../statements/addressee.ts'
import type { CueEntry, CueIndex } from '../statements/cues.ts'
import { hearerAfter } from '../statements/hearer.ts'
import type { Found } from './distinct.ts'
import type { Surroundings } from './surroundings.ts'

/** Share of its occurrences in news that are cues, from which a verb is one inside somebody's words. */
const LEAST_RATE = 0.6
/** Of aims, before an infinitive; of nouns, before a clause and before an infinitive; of deeds by words: "rejected the plan". */
const LEAST_RATE_OF_AIMS = 0.5
const LEAST_RATE_BEFORE_THAT = 0.2
const LEAST_RATE_BEFORE_TO = 0.3
const LEAST_RATE_OF_DEEDS = 0.75
const MAX_CIRCUMSTANCES = 6
const MAX_SUBJECT = 12

export function innerOf({ content }: Found, near: Surroundings, cues: CueIndex): Found[] {
  return content.flatMap((span) =>
    near.sentences.touching(span).flatMap((sentence) => {
      const tokens = tokensInside([sentence], span)
      return tokens.flatMap((_, at) => innerAt(tokens, at, cues) ?? [])
    }),
  )
}

function innerAt(tokens: readonly Token[], at: number, cues: CueIndex): Found | null {
  switch (tokens[at].pos) {
    case 'VERB':
      return verbAt(tokens, at, cues)
    case 'NOUN':
      return nounAt(tokens, at, cues)
    default:
      return null
  }
}

function verbAt(tokens: readonly Token[], at: number, cues: CueIndex): Found | null {
  const { text, lemma } = tokens[at]
  const entries = (cues.verbs.get(cues.forms.get(text.toLowerCase()) ?? lemma) ?? []).filter(
    ({ rate = 0, stance }) => rate >= (stance === 'intends' ? LEAST_RATE_OF_AIMS : LEAST_RATE),
  )
  const from = groupFrom(tokens, at)
  if (entries.length === 0 || from === 0) return null
  const passive = isPassive(tokens, from, at)
  // "would say": nothing is said yet.
  const pending = tokens.slice(from, at).some((token) => token.pos === 'AUX' && MODAL.test(token.text))
  if (pending && entries.every(({ stance }) => stance === 'asserts')) return null
  if (passive ? !tells([tokens[at]]) : !isFiniteForm(tokens, from, at)) return null
  const subject = passive ? null : subjectBefore(tokens, from)
  const complement = complementAfter(tokens, at + 1, entries)
  if ((!passive && !subject) || !complement) return null
  return found(tokens, subject, [from, complement.cue], complement.from)
}

/** "his plea to stop", "fears that it spreads": whose, if the word before says so. */
function nounAt(tokens: readonly Token[], at: number, cues: CueIndex): Found | null {
  const next = tokens[at + 1]?.text.toLowerCase()
  const entries = (cues.nouns.get(tokens[at].lemma) ?? []).filter(({ with: particle }) => particle === undefined)
  // "a resolution that will end it" says which resolution.
  const isClause = next === 'that' && !/^(?:AUX|VERB|ADV)$/.test(tokens[at + 2]?.pos ?? 'VERB')
  const fits =
    next === 'that'
      ? isClause && entries.some(({ takes, rate = 0 }) => takes.includes('that') && rate >= LEAST_RATE_BEFORE_THAT)
      : next === 'to' &&
        tokens[at + 2]?.pos === 'VERB' &&
        entries.some(({ takes, rate = 0 }) => takes.includes('to') && rate >= LEAST_RATE_BEFORE_TO)
  if (!fits) return null
  let whose = at - 1
  while (tokens[whose]?.pos === 'ADJ') whose--
  const own = whose >= 0 && /^(?:his|her|its|their|our|my)$/i.test(tokens[whose].text)
  // "plans to leave" are anybody's.
  return own || next === 'that' ? found(tokens, own ? tokens[whose].span : null, [at, at], at + 1) : null
}

const found = (tokens: readonly Token[], source: Span | null, [from, to]: [number, number], said: number): Found => ({
  source: source ? [source] : [],
  cue: [[tokens[from].span[0], tokens[to].span[1]]],
  content: [[tokens[said].span[0], tokens[endOf(tokens, said)].span[1]]],
  sure: 1,
})

/** "had not", "also": what belongs to the verb. */
function groupFrom(tokens: readonly Token[], at: number): number {
  let from = at
  while (from > 0 && (/^(?:AUX|ADV)$/.test(tokens[from - 1].pos) || isNot(tokens[from - 1]))) from--
  while (tokens[from].pos === 'ADV') from++
  return from
}

const MODAL = /^(?:will|would|could|can|may|might|must|should|shall|['’](?:ll|d))$/i

const isNot = ({ text }: Token): boolean => /^(?:not|n[o’']t|cannot)$/i.test(text)

/** "was told", not "was telling". */
const isPassive = (tokens: readonly Token[], from: number, at: number): boolean =>
  !/ing$/i.test(tokens[at].text) && tokens.slice(from, at).some(({ pos, lemma }) => pos === 'AUX' && lemma === 'be')

/** Neither "to say" nor "saying that". */
function isFiniteForm(tokens: readonly Token[], from: number, at: number): boolean {
  const helped = tokens.slice(from, at).some(({ pos }) => pos === 'AUX')
  return !/^(?:PART|ADP)$/.test(tokens[from - 1].pos) && (helped || !/ing$/i.test(tokens[at].text))
}

/** The phrase that ends right before a verb. */
function subjectBefore(tokens: readonly Token[], to: number): Span | null {
  let from = to
  while (from > 0 && INSIDE.test(tokens[from - 1].pos) && !OPENS.test(tokens[from - 1].text)) from--
  while (from < to && !/^(?:DET|NOUN|PROPN|PRON|NUM|ADJ)$/.test(tokens[from].pos)) from++
  const words = tokens.slice(from, to)
  if (words.length === 0 || words.length > MAX_SUBJECT || NOBODY.test(words[0].text)) return null
  const last = words[words.length - 1]
  return /^(?:NOUN|PROPN|PRON)$/.test(last.pos) && !/^(?:which|that)$/i.test(last.text)
    ? [words[0].span[0], last.span[1]]
    : null
}

const INSIDE = /^(?:DET|NOUN|PROPN|PRON|NUM|ADJ|ADP|PART|SYM)$/
/** Words before a subject, which are no part of it. */
const OPENS = /^(?:that|if|whether|because|as|while|when|after|before|since|although|how|what|why|where|which)$/i
/** "it", "there", "nobody", and a subject that is only referred to. */
const NOBODY = /^(?:there|which|that|no|none|nobody|who|whom|whose|you|one|this)$/i

/** Where what the verb takes begins, and the last token that belongs to the cue. */
function complementAfter(
  tokens: readonly Token[],
  behind: number,
  entries: readonly CueEntry[],
): { from: number; cue: number } | null {
  const takes = (kind: CueEntry['takes'][number], particle?: string) =>
    entries.some((entry) => entry.with === particle && entry.takes.includes(kind))
  const from = hearerAfter(tokens, behind)?.said ?? behindCircumstances(tokens, behind)
  const next = tokens[from]
  if (!next) return null
  const word = next.text.toLowerCase()
  const particle = entries.find((entry) => entry.with === word)
  if (
    particle &&
    tokens[from + 1] &&
    particle.takes.some((kind) => kind === 'np' || kind === 'object-to' || kind === 'gerund')
  )
    return { from: from + 1, cue: from }
  if (/^(?:that|whether|if|how|why|what)$/.test(word))
    return takes('that') || takes('wh') || takes('bare') ? { from, cue: behind - 1 } : null
  if (/^["“‘]$/.test(word)) return takes('quote') ? { from, cue: behind - 1 } : null
  if (word === 'to' && tokens[from + 1]?.pos === 'VERB') return takes('to') ? { from, cue: behind - 1 } : null
  const clause = takes('bare') && isClause(tokens, from)
  const deed =
    takes('np') &&
    /^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(next.pos) &&
    entries.some(({ rate = 0, stance }) => stance !== 'asserts' && rate >= LEAST_RATE_OF_DEEDS)
  return clause || deed ? { from, cue: behind - 1 } : null
}

/** "on Tuesday that ...": where "that" begins, if nothing but a phrase stands before it. */
function behindCircumstances(tokens: readonly Token[], behind: number): number {
  if (tokens[behind]?.pos !== 'ADP') return behind
  const that = tokens.findIndex(
    ({ text, pos }, at) => at > behind && (text === 'that' || pos === 'VERB' || pos === 'AUX'),
  )
  return that >= 0 && that - behind <= MAX_CIRCUMSTANCES && tokens[that].text === 'that' ? that : behind
}

/** A subject with a verb of its own: "said [the rebels had left]". */
function isClause(tokens: readonly Token[], from: number): boolean {
  if (!/^(?:DET|NOUN|PROPN|PRON|NUM|ADJ)$/.test(tokens[from].pos)) return false
  const verb = tokens.findIndex(
    ({ pos, text }, at) => at > from && (pos === 'AUX' || pos === 'VERB' || /^[,;:]$/.test(text)),
  )
  return verb > 0 && /^(?:AUX|VERB)$/.test(tokens[verb].pos)
}

/** To the end, or to where the outer clause goes on: ", and", ", but". */
function endOf(tokens: readonly Token[], from: number): number {
  const stop = tokens.findIndex(
    ({ text }, at) =>
      at > from && (/^[;:]$/.test(text) || (text === ',' && /^(?:and|but)$/i.test(tokens[at + 1]?.text ?? ''))),
  )
  return stop < 0 ? tokens.length - 1 : stop - 1
}
