// The accounts and aspects of an incident -> how far they bear each other out, in words, with the reasons. The words are those of the
// Admiralty scale (NATO, AJP-2.1). Only what two identified sources of different sides say, or a side against its own interest, is confirmed;
// all else cannot be judged from the accounts alone, and says so: no grade is better than a wrong one.

import { questionInWords } from '../questions.ts'
import type { Aspect, Claim, Incident, PartyValue } from '../types.ts'
import type { DetailedAccount } from './accounts.ts'
import { affiliationOf } from './aspects/denial.ts'
import { independentOrigins } from './independent-origins.ts'
import { kinshipOf } from './same-party.ts'
import { nameWords, sameName } from './words.ts'

export function gradeOf(accounts: readonly DetailedAccount[], aspects: readonly Aspect[]): Incident['credibility'] {
  const status = aspects.find(({ name }) => name === 'status')
  const independent = independentOrigins(accounts)
  const affirming = saying('yes', status, accounts).filter(({ originNumber }) => independent.has(originNumber))
  const denying = saying('no', status, accounts)
  const isStatusDisputed = status?.state === 'disputed'
  const named = affirming.filter(({ originKind, basis }) => originKind === 'named' && basis === 'first-hand')
  const actor = aspects.find(({ name }) => name === 'actor')
  // Of a truce or a meeting nobody is accused.
  const isHarm = ({ account, event }: Claim) =>
    accounts[account].mentions.some((mention) => mention.event === event && HARM.has(mention.type))
  const accused = (actor?.claims ?? [])
    .filter(isHarm)
    .flatMap(({ value, account, polarity }) =>
      value.kind === 'party' ? [{ value, by: accounts[account].originNumber, polarity }] : [],
    )
  // Who says so himself is accused by nobody.
  const isAccused = (account: DetailedAccount) =>
    accused.some(({ value, by }) => by !== account.originNumber && isOneSide(value, account))
  // They deny it, or name somebody else.
  const isBlameDenied = actor?.state === 'disputed' || accused.some(({ polarity }) => polarity === 'no')
  const against = named.find(isAccused)
  const others = named.filter((account) => !accused.some(({ value }) => mayBeOneSide(value, account)))
  const disputed = aspects
    .filter(({ state, name }) => state === 'disputed' && name !== 'status')
    .map(({ name }) => name)
  const isConfirmed =
    !isStatusDisputed && denying.length === 0 && !isBlameDenied && against !== undefined && others.length > 0

  const why = [`${count(affirming.length)} that it happened`]
  if (isConfirmed) why.push(`${against.origin}, said to have done it, grants it, and so does ${others[0].origin}`)
  if (denying.length > 0) why.push(`${denying.map(({ origin }) => origin).join(', ')}: denied`)
  if (isStatusDisputed && denying.length === 0) why.push('the accounts disagree whether it is over')
  if (named.length === 0) why.push('no source is named')
  else if (!isConfirmed && denying.length === 0) why.push('no two named sources of different sides say so')
  if (disputed.length > 0) why.push(`in dispute: ${disputed.map(questionInWords).join(', ')}`)
  return isConfirmed
    ? { grade: '1', words: 'confirmed by others', why }
    : { grade: '6', words: 'cannot be judged', why }
}

const count = (origins: number): string => `${origins} independent ${origins === 1 ? 'origin says' : 'origins say'}`

const HARM: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])

const HAPPENED: ReadonlySet<string> = new Set(['actual', 'over', 'going on', 'repelled'])

/** One account of each origin that says that it happened, or that it did not. */
function saying(
  polarity: 'yes' | 'no',
  status: Aspect | undefined,
  accounts: readonly DetailedAccount[],
): DetailedAccount[] {
  const claims = (status?.claims ?? []).filter(
    ({ value, polarity: own }) => own === polarity && value.kind === 'status' && HAPPENED.has(value.status),
  )
  return [
    ...new Map(claims.map(({ account }) => [accounts[account].originNumber, accounts[account]] as const)).values(),
  ]
}

/** By the registry, else by whose people they are by their names: "the Torvan army" and "Torvan soldiers", but not "the Torvan Red Cross". */
const isOneSide = ({ name, party }: PartyValue, { origin, party: own }: DetailedAccount): boolean => {
  const kinship = kinshipOf(party, own)
  return (
    kinship === 'same' ||
    kinship === 'part' ||
    affiliationOf(nameWords(name)).join(' ') === affiliationOf(nameWords(origin)).join(' ')
  )
}

/** Whoever has part of the name, too, is no other side: "the Rescuers", "the force known as the Rescuers". */
const mayBeOneSide = (value: PartyValue, account: DetailedAccount): boolean =>
  isOneSide(value, account) || sameName(affiliationOf(nameWords(value.name)), affiliationOf(nameWords(account.origin)))
