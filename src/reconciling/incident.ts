// The event chains of one cluster -> the incident: time, place, accounts, aspects and grade.

import { isoOf } from '../calendar.ts'
import { sha256 } from '../sha256.ts'
import type { Account, Incident } from '../types.ts'
import { accountsOf, type DetailedAccount } from './accounts.ts'
import { aspectsOf } from './aspects/aspects.ts'
import type { EventChain } from './event-chain.ts'
import { firstTold, TIME_SENTENCES } from './first-told.ts'
import { gradeOf } from './grade.ts'
import { independentOrigins } from './independent-origins.ts'
import { keyOf, type Mention, type Spot, type When } from './mention.ts'
import { isStillToCome } from './still-to-come.ts'
import { isDate } from './when.ts'
import { type Agreement, byPrecision, comparePlaces, hasName } from './where.ts'
import { placingMentions } from './where-told.ts'

export function incidentOf(
  chains: readonly Pick<EventChain, 'mentions'>[],
  shinglesOf: (article: string) => ReadonlySet<number>,
): Incident {
  const mentions = chains.flatMap((chain) => chain.mentions)
  const accounts = accountsOf(mentions, shinglesOf)
  const { aspects, unsure } = aspectsOf(accounts)
  const kind = kindOf(mentions)
  const below = Math.min(...mentions.filter(({ type }) => type === kind.type).map(({ below }) => below ?? 0))
  return {
    schema: 'hearsay/incident/1',
    id: idOf(mentions),
    ...kind,
    time: timeOf(firstTold(mentions, TIME_SENTENCES)),
    place: placeOf(mentions),
    ...followingOf(mentions),
    accounts: accounts.map(withoutMentions),
    aspects,
    ...(unsure.length === 0 ? {} : { unsure }),
    origins: independentOrigins(accounts).size || 1,
    credibility: gradeOf(accounts, aspects),
    confidence: Math.max(...mentions.map(({ confidence }) => confidence)),
    ...(below === 0 ? {} : { below }),
  }
}

/** Sentences below the first that tells of it. */
const KIND_SENTENCES = 1

const withoutMentions = ({ mentions: _, ...account }: DetailedAccount): Account => account

/**
 * Its kind is what is told first; with what it was done may be told later on. None where more mentions tell how a battle for a place stands: an
 * air strike that helped is not what happened.
 */
function kindOf(mentions: readonly Mention[]): Pick<Incident, 'type' | 'mode'> {
  const top = firstTold(mentions, KIND_SENTENCES)
  const told = top.filter(({ status }) => status === 'actual')
  const type = mostCommon((told.length > 0 ? told : top).map(({ type }) => type)) ?? mentions[0].type
  const modesOf = (some: readonly Mention[]) => some.flatMap((one) => (one.type === type && one.mode ? [one.mode] : []))
  const mode =
    mostCommon(modesOf(top)) ?? mostCommon(modesOf(mentions).filter((mode) => type !== 'ASSAULT' || BY_MEANS.has(mode)))
  const ofBattle = mentions.filter(({ course }) => course !== null)
  const isHow = mode !== undefined && mentions.filter((one) => one.mode === mode).length >= ofBattle.length
  return { type, ...(isHow ? { mode } : {}) }
}

/** They say by what means it was done, and not that something else was. */
const BY_MEANS: ReadonlySet<string> = new Set([
  'aerial',
  'drone',
  'heavy-weapons',
  'firearms',
  'explosives',
  'suicide-attack',
  'unconventional',
  'primitive',
])

const utf8 = new TextEncoder()

/** The lowest of its mentions' hashes, so that most incidents that gain an account keep their id, and all that gain one by hand. */
function idOf(mentions: readonly Mention[]): string {
  const found = mentions.filter(({ byHand }) => !byHand)
  const hashes = (found.length > 0 ? found : mentions).map(({ document, article, event }) =>
    sha256(utf8.encode([document, article, event].join('\u0000'))).slice(0, 12),
  )
  return `i-${hashes.toSorted()[0]}`
}

/** Only if no mention tells of an event by itself. */
function followingOf(mentions: readonly Mention[]): Pick<Incident, 'follows'> {
  const what = mostCommon(mentions.flatMap(({ follows }) => (follows ? [follows.what] : [])))
  if (what === undefined || mentions.some(({ follows }) => !follows)) return {}
  const events = new Map(mentions.flatMap(({ follows }) => (follows ? [[keyOf(follows.event), follows.event]] : [])))
  return { follows: { what, events: [...events.values()] } }
}

/** Of equally common values the first in the alphabet. */
function mostCommon<Value extends string>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0]
}

/** Of dates the one that most mentions allow for, then the most precise; other times only where there is no date, a year only of a mention that is half as sure as the surest, a headline's only where the text has none. */
function timeOf(mentions: readonly Mention[]): Incident['time'] {
  const surest = Math.max(...mentions.map(({ confidence }) => confidence))
  const isSure = ({ when, confidence }: Mention) => !YEARS.has(when?.precision ?? '') || confidence * 2 >= surest
  const dated = mentions.filter((mention) => mention.when && !isStillToCome(mention) && isSure(mention))
  const told = dated.filter(({ headline, status }) => !headline && status !== 'denied')
  const whens = (told.length > 0 ? told : dated).flatMap(({ when }) => when ?? [])
  const days = (when: When) => when.last - when.first
  const dates = whens.filter(isDate)
  const candidates = distinctBy(dates.length > 0 ? dates : whens, ({ first, last }) => `${first} ${last}`)
  const support = (when: When) => whens.filter(({ first, last }) => first <= when.last && when.first <= last).length
  const times = (when: When) => whens.filter(({ first, last }) => first === when.first && last === when.last).length
  const [best] = candidates.toSorted(
    (a, b) => support(b) - support(a) || days(a) - days(b) || times(b) - times(a) || a.first - b.first,
  )
  return best ? { start: isoOf(best.first), end: isoOf(best.last), precision: best.precision } : null
}

/** "pulled out in 2005", in an article on the attack of the day, dates no attack. */
const YEARS: ReadonlySet<string> = new Set(['year', 'decade', 'century'])

const LEVELS: readonly (readonly Spot['precision'][])[] = [
  ['exact', 'settlement'],
  ['district'],
  ['region'],
  ['country'],
]

/** The most precise place that more mentions allow for than exclude, of equally precise ones the one that most do; datelines only where nothing else is told. */
function placeOf(mentions: readonly Mention[]): Incident['place'] {
  const told = placingMentions(mentions)
  const all = (told.length > 0 ? told : mentions.filter(({ placeBasis }) => placeBasis === 'dateline')).flatMap(
    ({ place }) => (place ? [place] : []),
  )
  const named = all.filter(hasName)
  const spots = named.length > 0 ? named : all
  const counted = distinctBy(spots, placeKey).map((spot) => ({
    spot,
    times: spots.filter((other) => placeKey(other) === placeKey(spot)).length,
  }))
  const balanceOf = (spot: Spot): number =>
    counted.reduce((sum, { spot: other, times }) => sum + times * BALANCE[comparePlaces(spot, other)], 0)
  const ranked = counted
    .map((one) => ({ ...one, balance: balanceOf(one.spot) }))
    .toSorted(
      (a, b) =>
        b.balance - a.balance ||
        byPrecision(a.spot, b.spot) ||
        b.times - a.times ||
        (a.spot.name < b.spot.name ? -1 : a.spot.name > b.spot.name ? 1 : a.spot.lat - b.spot.lat),
    )
  const levels = LEVELS.map((level) => ranked.find(({ spot }) => level.includes(spot.precision)))
  const best = levels.find((one) => one && one.balance > 0) ?? ranked[0]
  return best ? published(best.spot) : null
}

const placeKey = ({ name, lat, lon, precision }: Spot): string => `${name} ${lat} ${lon} ${precision}`

const BALANCE: Readonly<Record<Agreement, number>> = { same: 1, within: 1, near: 1, unsure: 0, apart: -1 }

const published = ({ name, lat, lon, precision, country, geonameId }: Spot): NonNullable<Incident['place']> => ({
  name,
  lat,
  lon,
  ...(country === undefined ? {} : { country }),
  ...(geonameId === undefined ? {} : { geonameId }),
  precision,
})

function distinctBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}
