// A pronoun -> who it stands for, of those that were spoken of before it.

import type { Sentence, Span } from '../../types.ts'
import type { SpanIndex } from '../spans.ts'
import { type Discourse, type Referent, spokenOf } from './discourse.ts'
import type { Gender } from './lexicon.ts'

interface Pronoun {
  gender?: Gender
  plural: boolean
  person: boolean
}

const HE: Pronoun = { gender: 'male', plural: false, person: true }
const SHE: Pronoun = { gender: 'female', plural: false, person: true }
const THEY: Pronoun = { plural: true, person: false }
const IT: Pronoun = { plural: false, person: false }

export const PRONOUNS: Readonly<Record<string, Pronoun>> = {
  he: HE,
  him: HE,
  his: HE,
  she: SHE,
  her: SHE,
  they: THEY,
  them: THEY,
  their: THEY,
  it: IT,
  its: IT,
}

/** Words that point at readers, speakers or nobody: they have no antecedent to find. */
export const OPEN = /^(?:i|we|me|us|my|our|you|your|which|that|this|those|these|what|there|one)$/

/** How far back a pronoun looks. */
export const PRONOUN_CHARACTERS = 1500

/** What tells for a candidate, in characters of nearness. */
const WEIGHTS = { gender: 80, mention: 40, mentions: 120, spoke: 400, subject: 60, thing: -200, stranger: -300 }

const THING = /^(?:facility|weapon)$/

interface Where {
  sentences: SpanIndex<Sentence>
  /** The pronoun is the source of a statement: who spoke goes on speaking. */
  speaks: boolean
  /** It stands inside somebody's words, where "he" is another. */
  quoted: boolean
}

export function antecedent(
  [start]: Span,
  discourse: Discourse,
  pronoun: Pronoun,
  { sentences, speaks, quoted }: Where,
): Referent | null {
  const { gender } = pronoun
  const goesOn = (referent: Referent, last: number) =>
    (gender && referent.gender === gender ? WEIGHTS.gender : 0) +
    Math.min(WEIGHTS.mentions, WEIGHTS.mention * (referent.mentions.length - 1)) +
    (opensSentence(last, sentences) ? WEIGHTS.subject : 0) +
    (speaks && (referent.spoke || (!pronoun.person && opensBefore(last, start, sentences))) ? WEIGHTS.spoke : 0)
  const weigh = ({ referent, last }: { referent: Referent; last: number }) =>
    last +
    (referent.type === 'place' || (pronoun.plural && THING.test(referent.type)) ? WEIGHTS.thing : 0) +
    (pronoun.person && !referent.human ? WEIGHTS.stranger : 0) +
    (quoted ? 0 : goesOn(referent, last))
  const near = spokenOf(discourse, start, PRONOUN_CHARACTERS).filter(
    ({ referent }) => agrees(referent, pronoun) && (!speaks || canSpeak(referent)),
  )
  const best = near.toSorted((a, b) => weigh(b) - weigh(a))[0]?.referent ?? null
  // Once "she", no later "he".
  if (best && gender) best.gender ??= gender
  return best
}

function agrees(referent: Referent, { gender, plural, person }: Pronoun): boolean {
  if (plural) return referent.type === 'group' || referent.plural || referent.type === 'organisation'
  if (!person) return referent.type !== 'person' && !(referent.type === 'group' && referent.plural && !referent.thing)
  return referent.type === 'person' && !referent.plural && (!referent.gender || referent.gender === gender)
}

/** A base or a weapon says nothing; a place does as the government it stands for. */
const canSpeak = ({ type, spoke, thing }: Referent): boolean =>
  spoke || (type !== 'facility' && type !== 'weapon' && (type !== 'place' || thing?.country !== undefined))

/** The start of a mention is that of its sentence, or behind an article or a title. */
const opensSentence = (at: number, sentences: SpanIndex<Sentence>): boolean => {
  const sentence = sentences.touching([at, at + 1])[0]
  return sentence !== undefined && at - sentence.span[0] < 16
}

/** "The ministry did not answer. It had promised ...": it opens the sentence right before. */
const opensBefore = (at: number, start: number, sentences: SpanIndex<Sentence>): boolean => {
  if (!opensSentence(at, sentences)) return false
  const end = sentences.touching([at, at + 1])[0].span[1]
  return end <= start && sentences.touching([end, start]).length <= 1
}
