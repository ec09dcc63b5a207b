// A mention that denies something -> what it denies: that the event happened, or the part that somebody is said to have in it.

import type { DetailedAccount } from '../accounts.ts'
import { type Mention, type Party, triggerWords } from '../mention.ts'
import { kinshipOf } from '../same-party.ts'
import { nameWords, sameName } from '../words.ts'

/** Events that all sides take part in: who denies having met denies the meeting. */
const MUTUAL: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

/** What is only said. Who rejects a demand does not say that nobody made it. */
export const SPEECH: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT'])

/** What became of people. That nobody was hurt, or that somebody gave no toll, leaves open what happened. */
const OUTCOMES: ReadonlySet<string> = new Set([
  ...['death', 'deaths', 'toll', 'tolls', 'death toll', 'death tolls', 'casualty', 'casualties', 'victim', 'victims'],
  ...['fatality', 'fatalities', 'losses', 'wound', 'wounds', 'injury', 'injuries'],
])
/** So does that nobody was killed, but not that the army killed nobody. */
const DONE_TO: ReadonlySet<string> = new Set(
  'dead died die dies killed killing killings wounded injured hurt harmed'.split(' '),
)

export function isOutcome(mention: Mention): boolean {
  const words = triggerWords(mention).toLowerCase()
  return OUTCOMES.has(words) || (DONE_TO.has(words) && mention.parties.every(({ role }) => role !== 'actor'))
}

/** Whether it says that the event did not happen; who rejects what another said of it ("dismissed the claim") does not say so. */
export function deniesEvent(mention: Mention, account: DetailedAccount, accounts: readonly DetailedAccount[]): boolean {
  if (mention.status !== 'denied') return false
  if (isOutcome(mention) && !mention.deniedAltogether) return false
  if (mention.deniedAltogether) return true
  if (mention.deniesBlame && !MUTUAL.has(mention.type)) return false
  if (isOthersDeed(mention, accounts)) return false
  return mention.rebuts === undefined && deniedPart(account, accounts) === null
}

/** "The army had not opened fire", says one state of its own, where all others accuse another state's: whether that happened it leaves open. */
function isOthersDeed({ parties, origin, place }: Mention, accounts: readonly DetailedAccount[]): boolean {
  // "officials in Dol"
  const home = origin.country ?? (place && origin.label.includes(place.name) ? place.country : undefined)
  const countriesOf = (told: readonly Party[], own?: string) =>
    told.filter(({ role }) => role === 'actor').map(({ country }) => country ?? own)
  const denied = countriesOf(parties, home)
  const accused = accounts.flatMap(({ mentions }) =>
    mentions.flatMap(({ parties: told, status }) => (status === 'denied' ? [] : countriesOf(told))),
  )
  const known = [denied, accused].every((those) => those.length > 0 && those.every((country) => country !== undefined))
  return known && !denied.some((country) => accused.includes(country))
}

/** The party that other accounts accuse, if it is this account's own origin; null if the account denies nothing, or something else. */
export function deniedPart(
  { origin, mentions, party: key }: DetailedAccount,
  accounts: readonly DetailedAccount[],
): Party | null {
  const mayDenyPart = (mention: Mention) =>
    mention.status === 'denied' && !MUTUAL.has(mention.type) && !mention.deniedAltogether && !isOutcome(mention)
  if (!mentions.some(mayDenyPart)) return null
  const own = nameWords(origin)
  const accused = accounts.flatMap((account) =>
    account.mentions.flatMap(({ parties, status }) =>
      status === 'denied' ? [] : parties.filter(({ role }) => role === 'actor'),
    ),
  )
  const { country, body } = mentions[0]?.origin ?? {}
  const isForState = (own.some((word) => STATE.has(word)) || body?.name === 'government') && !own.includes('police')
  // "its officers had not shot him"
  const isOfPolice = (party: Party) => own.includes('police') && party.words.some((word) => POLICE.has(word))
  const isOurs = (party: Party) =>
    isForState &&
    (party.camp === 'state'
      ? !country || !party.country || country === party.country
      : country !== undefined && country === party.country && isForces(party))
  return (
    accused.find((party) => kinshipOf(party.said?.party ?? party.key, key) === 'same') ??
    accused.find(({ words }) => sameName(words, own)) ??
    // "The Abkhaz side" and "Abkhaz forces", not "the Abkhaz Committee of Mothers".
    accused.find(({ words }) => affiliationOf(words).join(' ') === affiliationOf(own).join(' ')) ??
    // The defence ministry denies what "soldiers" are said to have done.
    accused.find(isOurs) ??
    accused.find(isOfPolice) ??
    // "Tigrayan forces" and the Tigray People's Liberation Front, of its own men.
    (mentions.some(deniesOwnMen) ? accused.find((party) => isOneStem(party, { words: own, country })) : undefined) ??
    null
  )
}

/** "Armenian forces", "Russian warplanes": a country's, and nobody else's by their words; not "Bosnian Serb forces". */
const isForces = ({ camp, side, words }: Party): boolean =>
  camp === undefined && side === 'fighters' && affiliationOf(words).length === 1

const POLICE: ReadonlySet<string> = new Set(['police', 'policeman', 'policemen'])
const OWN: ReadonlySet<string> = new Set(['its', 'his', 'her', 'our', 'their'])

/** "denied that its forces had fired" */
const deniesOwnMen = ({ status, deniesBlame, parties }: Mention): boolean =>
  status === 'denied' &&
  (deniesBlame === true || parties.some(({ role, words }) => role === 'actor' && OWN.has(words[0] ?? '')))

/** "Tigrayan", "Tigray": words of two names that begin alike, and of no two countries. */
function isOneStem(
  one: Pick<Party, 'words' | 'country'>,
  other: { words: readonly string[]; country: string | undefined },
): boolean {
  if (one.country !== undefined && other.country !== undefined && one.country !== other.country) return false
  const [a, b] = [affiliationOf(one.words)[0], affiliationOf(other.words)[0]]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length >= MIN_STEM && long.startsWith(short.slice(0, Math.max(MIN_STEM, short.length - 2)))
}
const MIN_STEM = 5

/** Who speaks for a state's soldiers. */
const STATE = new Set(
  'army military armed government authorities regime ministry defence defense presidency'.split(' '),
)

/** Whose people they are: "Abkhaz" for "the Abkhaz side" and for "Abkhaz forces". All words if nothing else is left. */
export function affiliationOf(words: readonly string[]): readonly string[] {
  const left = words.filter((word) => !BODIES.has(word))
  return left.length > 0 ? left : words
}

const BODIES = new Set(
  [
    'side forces force troops army military soldiers police government authorities regime ministry defence defense interior',
    'foreign spokesman spokeswoman spokesperson officials rebels fighters militants guerrillas gunmen militia commander',
    'leadership leaders men armed from tribe tribesmen clan clansmen chief chiefs elder elders',
  ].flatMap((line) => line.split(' ')),
)
