// Accounts -> with what it was done: a class of means, by the instruments that are named, else by the words of the event ("shelled").

import type { ClaimValue } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import { classOf, relateClasses } from '../means.ts'
import { classOfWords } from '../means-of-mention.ts'
import type { Mention } from '../mention.ts'
import { type Answer, aspectOf } from './aspect.ts'
import { type DetailedClaim, distinctClaims } from './claim.ts'
import { areOfOneEvent, haveOneVictim } from './common-ground.ts'

type MeansValue = Extract<ClaimValue, { kind: 'means' }>

export function instrumentOf(accounts: readonly DetailedAccount[]): Answer | null {
  const claims = accounts.flatMap(({ mentions }, account) =>
    distinctClaims(
      mentions.filter(({ status }) => status !== 'denied').flatMap((mention) => claimsOf(mention, account)),
      keyOf,
    ),
  )
  return aspectOf(
    {
      name: 'instrument',
      claims,
      keyOf,
      relate: (one, other) => relateClasses(one.value.means, other.value.means),
      list: true,
      reconsider: (one, other) =>
        areOfOneEvent(one, other, accounts, { asked: 'means', alone: 1, among: 3 }) &&
        haveOneVictim(one.mention, other.mention)
          ? null
          : 'unrelated',
    },
    accounts,
  )
}

function claimsOf(mention: Mention, account: number): DetailedClaim<MeansValue>[] {
  if (mention.type !== 'ASSAULT') return []
  const named = mention.parties
    .filter(({ role }) => role === 'instrument')
    .flatMap(({ text, span }) => {
      const means = classOf(text)
      return means === null ? [] : [{ means, span }]
    })
  const own = named.length > 0 ? null : classOfWords(mention)
  const found = own === null ? named : [{ means: own, span: mention.trigger }]
  return found.map(({ means, span }) => ({
    account,
    mention,
    value: { kind: 'means', means },
    polarity: 'yes',
    text: means,
    span,
  }))
}

const keyOf = ({ means }: MeansValue): string => means
