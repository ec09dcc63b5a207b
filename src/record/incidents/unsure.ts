// An incident -> what its accounts seem to say and it does not state, each answer once with all who give it. What it states already is left out.

import { groupBy } from '../../group-by.ts'
import type { Aspect, Incident, UnsureClaim } from '../../types.ts'

export interface UnsureAnswer {
  question: UnsureClaim['question']
  /** In the words of the first. */
  text: string
  /** Why the incident does not state it. */
  why: string
  claims: readonly UnsureClaim[]
}

/** In the order of the questions. */
export function unsureAnswers({ aspects, unsure = [] }: Pick<Incident, 'aspects' | 'unsure'>): UnsureAnswer[] {
  const stated = new Set(aspects.flatMap(statedBy))
  const open = unsure.filter((claim) => !stated.has(keyOf(claim)))
  return [...groupBy(open, (claim) => `${keyOf(claim)} ${claim.why}`).values()].map((claims) => {
    const [{ question, text, why }] = claims
    return { question, text, why, claims }
  })
}

const statedBy = ({ name, claims }: Aspect): string[] =>
  claims.flatMap(({ text, polarity }) => (polarity === 'yes' ? [keyOf({ question: name, text })] : []))

/** "the army", "Army" and “army are one answer. */
const keyOf = ({ question, text }: Pick<UnsureClaim, 'question' | 'text'>): string =>
  `${question} ${text
    .toLowerCase()
    .replace(/^["'“‘«]+/, '')
    .replace(/^(?:the|an?)\s+/, '')}`
