// A toll of an incident -> the numbers that stand: no part of another number, nothing that its origin has taken back, nothing that is denied.

import type { Aspect, Claim, ClaimValue } from '../../types.ts'

type NumberValue = Extract<ClaimValue, { kind: 'number' }>

/** None of an aspect that is no toll. */
export const tollClaims = ({ name, claims }: Aspect): { claim: Claim; value: NumberValue }[] =>
  name.startsWith('count:')
    ? claims.flatMap((claim) => {
        const { value, polarity, revised } = claim
        return value.kind === 'number' && !value.part && polarity === 'yes' && !revised ? [{ claim, value }] : []
      })
    : []
