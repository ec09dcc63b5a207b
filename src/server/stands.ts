// One question about an incident -> what is said of it, each answer once with all who give it; in a dispute, which answers stand on which
// side, and the pairs of passages that cannot both be right. Beside them, what the incident does not state.

import { answerInWords } from '../questions.ts'
import { type Stand as Answered, standsOf } from '../record/incidents/stands.ts'
import { unsureAnswers } from '../record/incidents/unsure.ts'
import type { Aspect, Claim, Incident } from '../types.ts'
import type { QuestionAnswer, UnsureAnswer } from './answers.ts'
import { clip } from './statement-index.ts'

type Stand = QuestionAnswer['stands'][number]
type Passage = QuestionAnswer['pairs'][number]['one']

/** More pairs than these tell a reader nothing new. */
const MAX_PAIRS = 8
const MAX_WORDS = 160

/**
 * @param quote the passage that a claim stands on
 * @param sourceOf of a party's key the one that stands for it; null if it never speaks
 */
export function questionOf(
  { name, state, claims, disputes }: Aspect,
  quote: (claim: Claim) => Passage,
  sourceOf: (party: string) => string | null,
): QuestionAnswer {
  const { stands, standOf } = standsOf({ claims, disputes })
  return {
    name,
    state,
    stands: stands.map((stand) => standFrom(stand, sourceOf)),
    pairs: disputes.slice(0, MAX_PAIRS).map(({ claims: [one, other] }) => ({
      stands: [standOf[one], standOf[other]],
      one: quote(claims[one]),
      other: quote(claims[other]),
    })),
  }
}

export const unsureOf = (incident: Incident): UnsureAnswer[] =>
  unsureAnswers(incident).map(({ question, text, why, claims }) => ({
    question,
    words: clip(text, MAX_WORDS),
    why,
    says: claims.map(({ account, event, span }) => ({ account, event, at: span })),
  }))

function standFrom({ claims, side }: Answered, sourceOf: (party: string) => string | null): Stand {
  const [first] = claims
  const { value, polarity } = first
  return {
    words: clip(wordsOf(first), MAX_WORDS),
    source: onlySource(claims, sourceOf),
    denied: polarity === 'no',
    bounds: value.kind === 'number' ? { low: value.low, high: value.high } : null,
    isPart: value.kind === 'number' && value.part === true,
    side,
    says: claims.map((claim) => ({
      account: claim.account,
      event: claim.event,
      words: clip(wordsOf(claim), MAX_WORDS),
      at: claim.span,
      revised: claim.revised === true,
    })),
  }
}

/** "the army" of two countries may be one answer: then no page is that of both. */
function onlySource(claims: readonly Claim[], sourceOf: (party: string) => string | null): string | null {
  const keys = claims.flatMap(({ value }) => (value.kind === 'party' && value.party !== undefined ? [value.party] : []))
  const [first, ...others] = new Set(keys.map(sourceOf))
  return others.length === 0 ? (first ?? null) : null
}

/** A page words days for itself, and what is denied. */
function wordsOf(claim: Claim): string {
  const { value, text } = claim
  switch (value.kind) {
    case 'status':
      return answerInWords(claim)
    case 'interval':
      return `${value.start}/${value.end}`
    default:
      return text
  }
}
