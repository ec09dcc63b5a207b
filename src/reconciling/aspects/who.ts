// Accounts -> who did it, and who was hit.

import { COUNTRIES } from '../../countries.ts'
import { groupBy } from '../../group-by.ts'
import type { PartyValue } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import type { Mention, Party } from '../mention.ts'
import { parsePartyKey } from '../party-name.ts'
import { type Kinship, kinshipOf } from '../same-party.ts'
import { nameWords, sameName } from '../words.ts'
import { type Answer, aspectOf } from './aspect.ts'
import { type DetailedClaim, distinctClaims, type Relation } from './claim.ts'
import { areOfOneEvent, type Needed } from './common-ground.ts'
import { affiliationOf, deniedPart, isOutcome } from './denial.ts'
import { canBeHit, canHaveDone, withoutNumber } from './parts.ts'

const claimOf = (
  party: Party,
  mention: Mention,
  account: number,
  polarity: 'yes' | 'no' = 'yes',
): DetailedClaim<PartyValue> => {
  const { named, country, sector, side, camp, span, said } = party
  const key = said?.party ?? party.key
  const text = nationOf(party, mention) ?? withoutNumber({ ...party, text: withoutNext(party, mention) })
  const value: PartyValue = {
    kind: 'party',
    name: text,
    named,
    ...(country === undefined ? {} : { country }),
    ...(sector === undefined ? {} : { sector }),
    ...(side === undefined ? {} : { side }),
    ...(camp === undefined ? {} : { camp }),
    ...(key === undefined ? {} : { party: key }),
  }
  return { account, mention, value, polarity, text, span, ...(said ? { apartFrom: said.apart } : {}) }
}

/** "killing [four traders residents] said", where a text has lost its commas: whom the number counts, and no more. */
function withoutNext({ text, span }: Party, { tallies, sentence, sentenceText }: Mention): string {
  const counted = tallies.find(({ span: [from, to] }) => from === span[0] && to < span[1])
  if (!counted) return text
  const next = sentenceText.slice(counted.span[1] - sentence[0], span[1] - sentence[0])
  return /^(?: (?!of|in|at|on|from|who|and|or|with|for|to|by|near|aboard|including\b)\p{Ll}+)+$/u.test(next)
    ? counted.text
    : text
}

/** "An Israeli drone", "Russian air strikes": of the doer no more than its nation is told. */
function nationOf({ text, country, span }: Party, { sentence, sentenceText }: Mention): string | null {
  if (country === undefined || !/^(?:an? )?\p{Lu}\p{L}+$/u.test(text)) return null
  return DEED.test(sentenceText.slice(span[1] - sentence[0])) ? (COUNTRIES.get(country)?.name ?? null) : null
}
const DEED =
  /^ (?:(?:air|drone|missile|rocket|artillery|helicopter|mortar|tank) ?)?(?:drones?|strikes?|raids?|missiles?|rockets?|shelling|shells?|artillery|bombs?|bombing|bombardments?|attacks?|airstrikes?|fire|gunfire|jets?|warplanes?|aircraft|helicopters?)\b/

/** "The gunmen" and "gunmen" are one, and so are "SAF" and "the Sudanese army". */
const keyOf = ({ name, party }: PartyValue): string => party ?? nameWords(name).join(' ')

/** Anybody may meet, demand or support; of an attack there is one side that did it. */
const HARM: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'HAZARD'])

export function actorOf(accounts: readonly DetailedAccount[]): Answer | null {
  const told = withoutBystanders(accounts)
  const claims = told.flatMap((account, index) => doersIn(account, index, told))
  // All who fight over a town have a part in it.
  const isBattle = accounts.some(({ mentions }) => mentions.some(({ course }) => course !== null))
  const byValue = groupBy(claims, ({ value }) => keyOf(value))
  const isAnswered = (one: PartyClaim, other: PartyClaim) =>
    byValue.get(keyOf(other.value))?.some((claim) => answers(claim, one, accounts)) ?? false
  const relate = (one: DetailedClaim<PartyValue>, other: DetailedClaim<PartyValue>): Relation => {
    if (one.polarity !== other.polarity) return isOfOneSide(one, other) ? 'same' : 'unrelated'
    const isViolent = one.mention.type === 'ASSAULT' && other.mention.type === 'ASSAULT'
    const isOther =
      isViolent && (areCampAndCrowd(one.value, other.value) || isAnswered(one, other) || isAnswered(other, one))
    const relation = isOther ? 'contradictory' : relateDoers(one, other)
    return relation === 'contradictory' && (isBattle || !HARM.has(one.mention.type)) ? 'unrelated' : relation
  }
  const isVague = (value: PartyValue) => !isKnown(value)
  const reconsider = (one: DetailedClaim, other: DetailedClaim) =>
    areOfOneEvent(one, other, accounts, one.polarity === other.polarity ? NEEDED_TO_ACCUSE : NEEDED_TO_DENY)
      ? null
      : 'unrelated'
  return aspectOf({ name: 'actor', claims, keyOf, relate, list: true, isVague, reconsider }, accounts)
}

/** "The army intervened to break up the clashes", "fighters withdrew under fire": where there is an attack, who moves, leaves or helps did not do it. */
function withoutBystanders(accounts: readonly DetailedAccount[]): readonly DetailedAccount[] {
  if (!accounts.some(({ mentions }) => mentions.some(({ type }) => type === 'ASSAULT'))) return accounts
  const isBeside = (party: Party) => party.role === 'actor'
  return accounts.map((account) => ({
    ...account,
    mentions: account.mentions.map((mention) =>
      BESIDE.has(mention.type) ? { ...mention, parties: mention.parties.filter((party) => !isBeside(party)) } : mention,
    ),
  }))
}
const BESIDE: ReadonlySet<string> = new Set(['MOBILIZE', 'RETREAT', 'AID', 'CONCEDE', 'CONSULT', 'SUPPORT', 'REQUEST'])

const NEEDED_TO_ACCUSE: Needed = { asked: 'people', alone: 1, among: 3 }
const NEEDED_TO_DENY: Needed = { asked: 'people', alone: 1, among: 2, sideBySide: true }

function doersIn(
  account: DetailedAccount,
  index: number,
  accounts: readonly DetailedAccount[],
): DetailedClaim<PartyValue>[] {
  const denied = deniedPart(account, accounts)
  const doersOf = (mention: Mention, polarity: 'yes' | 'no') =>
    mention.parties
      .filter((party) => canHaveDone(party, mention, accounts))
      .map((party) => claimOf(party, mention, index, isRuledOut(party, mention) ? 'no' : polarity))
  const granting = account.mentions.filter(({ status }) => status !== 'denied')
  // "any act of aggression by the army", where it is no more than talked of, is nobody's.
  const accused = granting.filter(({ status }) => !UNDONE.has(status)).flatMap((mention) => doersOf(mention, 'yes'))
  // "confirmed the death and said that the army had not opened fire": by others, if at all.
  const cleared = granting.some(({ status }) => status === 'actual')
    ? account.mentions
        .filter((mention) => mention.status === 'denied' && !isOutcome(mention))
        .flatMap((mention) => doersOf(mention, 'no'))
    : []
  const own = nameWords(account.origin)
  if (!denied) {
    // A headline that only says that somebody denies it: "Rebels deny market attack".
    const isDeniedElsewhere = accounts.some(
      ({ origin, mentions, document }) =>
        document === account.document &&
        mentions.some(({ status }) => status === 'denied') &&
        origin !== account.origin,
    )
    return distinctClaims(
      withoutPieces([
        ...(isDeniedElsewhere ? accused.filter(({ value }) => !sameName(nameWords(value.name), own)) : accused),
        ...cleared,
      ]),
      keyOf,
    )
  }
  const denying = account.mentions.find(({ status }) => status === 'denied') ?? account.mentions[0]
  // Whoever denies it is not shown as accusing himself.
  const others = accused.filter(({ value }) => {
    const words = nameWords(value.name)
    return !sameName(words, denied.words) && !sameName(words, own)
  })
  return distinctClaims(
    [{ ...claimOf(denied, denying, index, 'no'), span: denying.trigger }, ...withoutPieces(others)],
    keyOf,
  )
}

/** "bandits, and not the Torvan Front, attacked the bus" */
function isRuledOut({ span }: Party, { sentence, sentenceText }: Mention): boolean {
  const before = sentenceText.slice(0, Math.max(0, span[0] - sentence[0])).toLowerCase()
  return ['', 'the ', 'by ', 'by the '].some((words) => before.endsWith(` not ${words}`))
}

/** "fighters" and "fighters from the alliance" by the same words are one party; "the army and its allies" may be two, and a name stays, but in
 * front of what is its own: "Rao" in "Rao's men". */
function withoutPieces(claims: readonly PartyClaim[]): PartyClaim[] {
  const isPiece = ({ span: [start, end], text, value }: PartyClaim, { span: [from, to], text: whole }: PartyClaim) =>
    (!value.named || from === start) &&
    from <= start &&
    end <= to &&
    end - start < to - from &&
    !isList(whole) &&
    whole.includes(text)
  return claims.filter((claim) => !claims.some((other) => other.polarity === claim.polarity && isPiece(claim, other)))
}
const isList = (phrase: string): boolean => phrase.includes(',') || phrase.split(' ').includes('and')

const UNDONE: ReadonlySet<Mention['status']> = new Set(['hypothetical', 'demanded'])

type PartyClaim = DetailedClaim<PartyValue>

/** The accused who name somebody else: "the Abkhaz side accused Georgian gunners of the shelling" that Abkhaz forces are said to have done. */
function answers(claim: PartyClaim, accusation: PartyClaim, accounts: readonly DetailedAccount[]): boolean {
  const { origin, party } = accounts[claim.account]
  const isAccused = () =>
    kinshipOf(accusation.value.party, party) === 'same' ||
    affiliationOf(nameWords(accusation.value.name)).join(' ') === affiliationOf(nameWords(origin)).join(' ')
  return (
    claim.account !== accusation.account &&
    claim.polarity === 'yes' &&
    accusation.polarity === 'yes' &&
    isSaidWhose(claim, accusation.value) &&
    isAccused() &&
    !isOfOneSide(claim, accusation)
  )
}

/** Whether it says whose people they are, by its words alone: "the rebels", and of a country's forces "South Ossetian militias"; not "the movement". */
function isSaidWhose({ value, span, mention }: PartyClaim, accused: PartyValue): boolean {
  if (value.named || value.camp !== undefined) return true
  if (value.country !== undefined && value.country !== accused.country) return true
  if (!accused.named && accused.country === undefined)
    return value.sector !== undefined && value.sector !== accused.sector
  // The first word of a sentence has a capital letter in any case.
  const words = value.name.split(' ').slice(span[0] === mention.sentence[0] ? 1 : 0)
  return words.some(([first]) => first !== undefined && first !== first.toLowerCase())
}

/** "soldiers" are the army of the country that the event is in. */
function isOfOneSide({ value: one, ...own }: PartyClaim, { value: other, ...others }: PartyClaim): boolean {
  if (areApart({ value: one, ...own }, { value: other, ...others })) return false
  return (
    ONE_SIDE.has(kinshipOf(one.party, other.party)) ||
    (sameName(affiliationOf(nameWords(one.name)), affiliationOf(nameWords(other.name))) &&
      !isStateBeside(one, other) &&
      !isStateBeside(other, one)) ||
    (one.camp === 'state' &&
      other.camp === 'state' &&
      (one.country === undefined || other.country === undefined || one.country === other.country))
  )
}

/** "the Bosnian government" beside "Bosnian Serb forces": a state is not whoever has its name and one more. */
const isStateBeside = (state: PartyValue, other: PartyValue): boolean =>
  state.camp === 'state' &&
  other.camp !== 'state' &&
  affiliationOf(nameWords(state.name)).length < affiliationOf(nameWords(other.name)).length

const ONE_SIDE: ReadonlySet<Kinship | null> = new Set(['same', 'part'])

/** By what people say. */
const areApart = (
  { value: one, apartFrom: own = [] }: PartyClaim,
  { value: other, apartFrom: others = [] }: PartyClaim,
) => (other.party !== undefined && own.includes(other.party)) || (one.party !== undefined && others.includes(one.party))

/** "rebels", or "neighbours": a march may be of both, an attack is told of the one or the other. */
const areCampAndCrowd = (one: PartyValue, other: PartyValue): boolean =>
  (one.camp !== undefined && isCrowd(other)) || (other.camp !== undefined && isCrowd(one))

const isCrowd = ({ camp, side }: PartyValue): boolean => camp === undefined && side === 'civilians'

/** "gunmen" may be anybody's, and an army's soldiers are the army. Bodies of different camps, countries or sectors are different. */
function relateDoers(oneClaim: PartyClaim, otherClaim: PartyClaim): Relation {
  const [one, other] = [oneClaim.value, otherClaim.value]
  if (areApart(oneClaim, otherClaim)) return 'contradictory'
  const kinship = kinshipOf(one.party, other.party)
  if (kinship === 'same') return 'same'
  const [words, otherWords] = [nameWords(one.name), nameWords(other.name)]
  if (one.camp !== undefined && other.camp !== undefined && one.camp !== other.camp)
    return isSeveral(one) || isSeveral(other) ? 'unrelated' : 'contradictory'
  if (kinship === 'part') return 'compatible'
  if (sameName(words, otherWords) && !areOfTwoStates(one, other)) return 'same'
  if (isAnybody(one) || isAnybody(other)) return 'compatible'
  if (areOfTwoStates(one, other)) return 'contradictory'
  if (words.some((word) => word.length > 3 && otherWords.includes(word))) return 'compatible'
  return one.sector !== undefined && other.sector !== undefined && one.sector !== other.sector
    ? 'contradictory'
    : 'compatible'
}

/** Countries by their names, or those of the articles: "the army" of two states. */
function areOfTwoStates(one: PartyValue, other: PartyValue): boolean {
  const [a, b] = [countryOf(one), countryOf(other)]
  return a !== undefined && b !== undefined && a !== b
}

const countryOf = ({ country, party }: PartyValue): string | undefined =>
  country ?? (party === undefined ? undefined : parsePartyKey(party)?.country)

/** "rebels and government forces" */
const isSeveral = ({ name }: PartyValue): boolean => name.split(' ').includes('and')

/** Nothing but a word for people: whose they are is open. */
const isAnybody = ({ named, country, sector, party }: PartyValue): boolean =>
  !named && country === undefined && sector === undefined && party === undefined

/** Whether it says who they are: a name, a country, an army, rebels; not "men on a motorcycle". */
const isKnown = ({ named, country, sector, camp, party }: PartyValue): boolean =>
  named || country !== undefined || sector !== undefined || camp !== undefined || party !== undefined

export function recipientOf(accounts: readonly DetailedAccount[]): Answer | null {
  // In a battle both may be hit.
  const isBattle = accounts.some(({ mentions }) => mentions.some(({ course }) => course !== null))
  const relate = (one: DetailedClaim<PartyValue>, other: DetailedClaim<PartyValue>): Relation => {
    const relation = relateHit(one, other)
    return isBattle && relation === 'contradictory' ? 'unrelated' : relation
  }
  const claims = accounts.flatMap(({ mentions }, index) =>
    distinctClaims(
      withoutPieces(
        mentions.flatMap((mention) =>
          (mention.status === 'denied' ? [] : mention.parties)
            .filter((party) => canBeHit(party, mention))
            .map((party) => claimOf(party, mention, index)),
        ),
      ),
      keyOf,
    ),
  )
  const reconsider = (one: DetailedClaim, other: DetailedClaim) =>
    areOfOneEvent(one, other, accounts, { asked: 'people', alone: 1, among: 2 }) ? null : 'unrelated'
  return aspectOf({ name: 'recipient', claims, keyOf, relate, list: true, reconsider }, accounts)
}

/** Several parties may have been hit, but the same people are not both civilians and fighters. */
function relateHit({ value: one }: DetailedClaim<PartyValue>, { value: other }: DetailedClaim<PartyValue>): Relation {
  if (one.side !== undefined && other.side !== undefined && one.side !== other.side) return 'contradictory'
  if (sameName(nameWords(one.name), nameWords(other.name))) return 'same'
  const isOneCamp = one.camp === other.camp || one.camp === undefined || other.camp === undefined
  if (one.side !== undefined && one.side === other.side && isOneCamp) return 'compatible'
  return 'unrelated'
}
