// Two claims -> whether their passages tell of one event. An incident may hold several that reports do not tell apart; only what the passages
// themselves have in common, of place, day, people, means and tolls, says that two claims can contradict each other.

import type { DetailedAccount } from '../accounts.ts'
import { relateClasses } from '../means.ts'
import { classesOfMention } from '../means-of-mention.ts'
import { isDying, type Mention } from '../mention.ts'
import { comparePlaces } from '../where.ts'
import { sameName } from '../words.ts'
import { areApart, type Ground, hasDate, inOneSentence, seemApart } from './another-event.ts'
import type { DetailedClaim } from './claim.ts'

/** How much two passages need in common: where all accounts can be of one event, and where the incident holds several. */
export interface Needed {
  /** What the claims answer, and so need not have in common. */
  asked?: Ground
  alone: number
  among: number
  /** Whether it is enough that the two passages stand side by side in one article. */
  sideBySide?: true
}

export function areOfOneEvent(
  one: DetailedClaim,
  other: DetailedClaim,
  accounts: readonly DetailedAccount[],
  { asked, alone, among, sideBySide }: Needed,
): boolean {
  const [own, others] = [one, other].map(({ mention, account }) => inOneSentence(mention, accounts[account].mentions))
  // "rejected the claim": it speaks of what was claimed.
  if (one.mention.rebuts !== undefined || other.mention.rebuts !== undefined) return true
  if (seemApart(own, others, asked)) return false
  if (sideBySide && areSideBySide(one.mention, other.mention)) return true
  if (areOneStory(accounts, asked))
    return commonGround(accounts[one.account].mentions, accounts[other.account].mentions, asked).length >= alone
  const shared = commonGround(own, others, asked)
  return shared.length >= among && [SAME_TIME, SAME_THING].every((some) => shared.some((ground) => some.has(ground)))
}

/** "One group put the dead at 494. Another said that 650 had died." */
function areSideBySide(one: Mention, other: Mention): boolean {
  if (one.document !== other.document || one.article !== other.article || one.headline || other.headline) return false
  const [first, second] = one.sentence[0] <= other.sentence[0] ? [one, other] : [other, one]
  return second.sentence[0] - first.sentence[1] <= MAX_BETWEEN && !ANEW.test(second.sentenceText)
}

/** Characters between two sentences that speak of one thing. */
const MAX_BETWEEN = 160

/** What begins so goes on to something else. */
const ANEW =
  /^\W{0,20}(?:meanwhile|separately|elsewhere|in (?:a separate|another|other)|also|later|on the same day|.{0,40}\bearlier)\b/i

/** Two air strikes of one day are not one, nor are two shellings of one town. */
const SAME_TIME: ReadonlySet<Ground> = new Set(['date', 'toll'])
const SAME_THING: ReadonlySet<Ground> = new Set(['place', 'people', 'toll'])

/** Whether all that the accounts tell can be one event: no two towns, no two days, no "second" one. */
function areOneStory(accounts: readonly DetailedAccount[], asked?: Ground): boolean {
  const known = stories.get(accounts) ?? new Map<Ground | undefined, boolean>()
  stories.set(accounts, known)
  const found = known.get(asked)
  if (found !== undefined) return found
  const told = distinct(
    accounts.flatMap(({ mentions }) => mentions).filter((mention) => !mention.headline && !isDying(mention)),
  )
  const areOne = !told.some((one, at) => told.slice(at + 1).some((other) => areApart(one, other, asked)))
  known.set(asked, areOne)
  return areOne
}

/** Many pairs of claims ask for it. */
const stories = new WeakMap<readonly DetailedAccount[], Map<Ground | undefined, boolean>>()

/** Those of one place, day and order once, so that a long list costs little. */
function distinct(mentions: readonly Mention[]): Mention[] {
  const keyOf = ({ place, when, another }: Mention) =>
    `${place?.lat} ${place?.lon} ${when?.first} ${when?.last} ${another}`
  return [...new Map(mentions.map((mention) => [keyOf(mention), mention])).values()]
}

/** What of place, date, people, means and tolls two accounts have in common, of those that tell one event from another. */
export const commonGround = (one: readonly Mention[], other: readonly Mention[], asked?: Ground): Ground[] =>
  GROUNDS.filter((ground) => ground !== asked && one.some((a) => other.some((b) => SHARED[ground](a, b))))

type Shared = (one: Mention, other: Mention) => boolean

const GROUNDS: readonly Ground[] = ['place', 'date', 'people', 'means', 'toll']

const SHARED: Readonly<Record<Ground, Shared>> = {
  place: isOnePlace,
  date: isOneDate,
  people: haveOneParty,
  means: haveOneMeans,
  toll: haveOneToll,
}

function isOnePlace({ place: one, site }: Mention, { place: other, site: otherSite }: Mention): boolean {
  // A village that no gazetteer knows.
  if (site.length > 0 && site.join(' ') === otherSite.join(' ')) return true
  if (one === null || other === null) return false
  const found = comparePlaces(one, other)
  return found === 'same' || found === 'near' || (found === 'within' && !isWide(one) && !isWide(other))
}

const isWide = ({ precision }: NonNullable<Mention['place']>): boolean =>
  precision === 'country' || precision === 'region'

function isOneDate(a: Mention, b: Mention): boolean {
  const [one, other] = [a.when, b.when]
  if (one === null || other === null) return false
  return hasDate(a) && hasDate(b) && one.first <= other.last && other.first <= one.last
}

function haveOneParty({ parties: one }: Mention, { parties: other }: Mention): boolean {
  return one.some(({ role, words, kind }) =>
    other.some(
      (party) => role !== 'instrument' && kind !== 'thing' && party.role === role && sameName(party.words, words),
    ),
  )
}

function haveOneMeans(one: Mention, other: Mention): boolean {
  const others = classesOfMention(other)
  return classesOfMention(one).some((means) => others.some((each) => relateClasses(means, each) === 'same'))
}

/** Half of all reports count one: the same number tells little below this. */
const MIN_TELLING_TOLL = 3

function haveOneToll({ tallies: one }: Mention, { tallies: other }: Mention): boolean {
  return one.some(
    ({ fate, low }) =>
      fate !== null && low >= MIN_TELLING_TOLL && other.some((tally) => tally.fate === fate && tally.low === low),
  )
}

/** By their own sentences: the same toll, or somebody with a name who was hit. */
export const haveOneVictim = (one: Mention, other: Mention): boolean =>
  commonGround([one], [other]).includes('toll') ||
  one.parties.some(
    ({ role, kind, named, words }) =>
      role === 'recipient' &&
      kind === 'person' &&
      named &&
      other.parties.some((party) => party.role === role && sameName(party.words, words)),
  )
