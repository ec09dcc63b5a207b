// Two profiles -> how likely they tell of one event: a sum of evidence for and against, in about the manner of log odds.

import type { EventChain } from './event-chain.ts'
import { compareMeans, type Means } from './means.ts'
import type { Party, Tally } from './mentions.ts'
import { agree } from './tallies.ts'
import { weighAgainstNews, weighNews, weighTimes } from './when.ts'
import { weighPlaces } from './where.ts'
import { overlap, sameName } from './words.ts'

export interface Evidence {
  kind: number
  place: number
  time: number
  parties: number
  counts: number
  words: number
}

/** What kind and place leave open the rest can hardly make good. */
const HOPELESS = -4

/** Where no place closer than a country, no time and hardly a word speaks for one event, an army and a war in common do not. */
const GROUND = 0.5
const TELLING = 0.6
const GROUNDLESS = -1.5

export function compareChains(one: EventChain, other: EventChain): number {
  const kind = weighKinds(one, other)
  if (kind < HOPELESS) return kind
  const place = weighWhere(one, other)
  const time = weighWhen(one, other)
  const early = kind + place + time
  if (early < HOPELESS) return early
  const words = weighWords(one.sentences, other.sentences)
  return (
    early +
    (place < GROUND && time === 0 && words < TELLING ? GROUNDLESS : 0) +
    weighBattle(one, other, place) +
    weighParties(one.parties, other.parties) +
    weighTallies(one.tallies, other.tallies) +
    words
  )
}

export function evidenceOf(one: EventChain, other: EventChain): Evidence {
  const place = weighWhere(one, other)
  return {
    kind: weighKinds(one, other) + weighBattle(one, other, place),
    place,
    time: weighWhen(one, other),
    parties: weighParties(one.parties, other.parties),
    counts: weighTallies(one.tallies, other.tallies),
    words: weighWords(one.sentences, other.sentences),
  }
}

interface Akin {
  types: readonly [string, string]
  worth: number
  /** Only where the words of either tell of one of these. */
  means?: readonly Means[]
}

/** Categories that reports of one event are coded by, one this way and one that way, and what the difference counts. */
const AKIN: readonly Akin[] = [
  { types: ['ASSAULT', 'COERCE'], worth: -0.5, means: ['abduction', 'arrest', 'control'] }, // "abducted" and "detained"
  { types: ['ASSAULT', 'COERCE'], worth: -2 },
  { types: ['ASSAULT', 'RETREAT'], worth: -0.5, means: ['control'] }, // "liberated" and "fighting"
  { types: ['COERCE', 'PROTEST'], worth: -0.5 }, // "blocked" and "a sit-in"
  { types: ['CONSULT', 'AGREE'], worth: 0 }, // "talks" and "the accord"
  { types: ['AGREE', 'COOPERATE'], worth: 0 },
  { types: ['AID', 'COOPERATE'], worth: 0 },
  { types: ['AID', 'SUPPORT'], worth: -0.5 },
  { types: ['MOBILIZE', 'ASSAULT'], worth: -1.5 },
  { types: ['MOBILIZE', 'AID'], worth: -1 },
  { types: ['CONSULT', 'SUPPORT'], worth: -0.5 },
]
const DIFFERENT = -10

/** "fully liberated" and "fighting continues", said of one place, are about one battle. */
const weighBattle = (one: EventChain, other: EventChain, place: number): number =>
  one.battle && other.battle && place > 0.5 ? 1.5 : 0

function weighKinds(one: EventChain, other: EventChain): number {
  const another = one.another === other.another ? 0 : -2
  const told = new Set([...one.means, ...other.means])
  const category = greatest(
    [...one.types].flatMap((type) => [...other.types].map((that) => weighTypes(type, that, told))),
  )
  const means = bestOf(one.means, other.means)
  // A headline's "strike" is coded as a protest here, as an attack there: the means decide.
  const kind = means === 1 ? Math.max(category, 0) : category
  return another + kind + (means === 1 ? 1 : means === -1 ? -1.5 : actsApart(one, other))
}

/** An arrest, a release, an abduction is an act of its own, apart from the violence before and after it. */
const ACTS: ReadonlySet<Means> = new Set(['arrest', 'release', 'abduction'])

function actsApart(one: EventChain, other: EventChain): number {
  const acts = (profile: EventChain) => [...profile.means].some((means) => ACTS.has(means))
  const alike = [...one.types].some((type) => other.types.has(type))
  return acts(one) !== acts(other) && !alike ? -3 : 0
}

function weighTypes(one: string, other: string, told: ReadonlySet<Means>): number {
  if (one === other) return 0.5
  const akin = AKIN.find(
    ({ types: [a, b], means }) =>
      ((a === one && b === other) || (a === other && b === one)) && (!means || means.some((each) => told.has(each))),
  )
  return akin?.worth ?? DIFFERENT
}

/** 1 where any is the same, -1 where all are at odds, 0 otherwise. */
function bestOf(one: ReadonlySet<Means>, other: ReadonlySet<Means>): number {
  let best = one.size > 0 && other.size > 0 ? -1 : 0
  for (const a of one) for (const b of other) best = Math.max(best, compareMeans(a, b))
  return best
}

const greatest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), -Infinity)

function weighWhere(one: EventChain, other: EventChain): number {
  const site = one.sites.some((words) => other.sites.some((those) => sameName(words, those))) ? 1 : 0
  if (one.spots.length > 0 && other.spots.length > 0) {
    const known = greatest(one.spots.flatMap((spot) => other.spots.map((there) => weighPlaces(spot, there))))
    return known > 0 ? Math.max(known, site) : known + site
  }
  if (one.article === other.article) return site
  // What no gazetteer lists has a name all the same, and an article has a place that it is about.
  const town = [one.town, ...one.sites].some((words) =>
    [other.town, ...other.sites].some((those) => sameName(words, those)),
  )
  const [here, there] = [one.spots[0] ?? one.around, other.spots[0] ?? other.around]
  return Math.max(
    site,
    town ? 0.8 : 0,
    here && there ? weighPlaces(here, there) / 2 : -Infinity,
    here && there ? -Infinity : 0,
  )
}

function weighWhen(one: EventChain, other: EventChain): number {
  if (one.whens.length > 0 && other.whens.length > 0)
    return greatest(one.whens.flatMap((when) => other.whens.map((then) => weighTimes(when, then))))
  if (one.article === other.article) return 0
  const [published, later] = [one.publishedOn, other.publishedOn]
  if (one.whens.length > 0 && later !== null) return greatest(one.whens.map((when) => weighAgainstNews(when, later)))
  if (other.whens.length > 0 && published !== null)
    return greatest(other.whens.map((when) => weighAgainstNews(when, published)))
  return published !== null && later !== null ? weighNews(published, later) : 0
}

/** All that common names and common nouns may be worth. */
const MOST = 2.5

function weighParties(one: readonly Party[], other: readonly Party[]): number {
  let sum = 0
  const met = new Set<Party>()
  for (const party of one) {
    const match = other.find((candidate) => !met.has(candidate) && isSameParty(party, candidate))
    if (!match) continue
    met.add(match)
    const worth = party.named ? (party.country !== undefined || party.words.length === 1 ? 0.6 : 1.2) : 0.5
    sum += party.role === match.role ? worth : worth / 2
  }
  return Math.min(MOST, sum) - (areOthers(one, other) ? OTHERS : 0)
}

/** What it counts that the people in question are others. */
const OTHERS = 1.2

/** Whether either says by name, or of an arrest or a release by a noun, to whom it was done, and no two of these may be one. */
function areOthers(one: readonly Party[], other: readonly Party[]): boolean {
  const those = (parties: readonly Party[]) =>
    parties.filter(
      ({ role, kind, named, words }) => role === 'recipient' && kind === 'person' && named && words.length > 1,
    )
  const [a, b] = [those(one), those(other)]
  return a.length > 0 && b.length > 0 && !a.some((party) => b.some((that) => sameName(party.words, that.words)))
}

const isSameParty = (one: Party, other: Party): boolean => {
  const [a, b] = [worded(one), worded(other)]
  return one.named && other.named ? sameName(a, b) : a.some((word) => b.includes(word))
}

/** "three other people", "a man": words that fit anybody. */
const ANYBODY = new Set(
  'people person persons man men woman women others other civilians civilian members member at least more than two three four five six seven eight nine ten dozens group gunmen attackers suspects suspect forces them they he she his her their him who which'.split(
    ' ',
  ),
)

const worded = ({ words }: Party): string[] =>
  words.filter((word) => !ANYBODY.has(word) && !/^\d+$/.test(word)).map((word) => word.replace(/s$/, ''))

function weighTallies(one: readonly Tally[], other: readonly Tally[]): number {
  let best = 0
  for (const a of one)
    for (const b of other) {
      if (a.fate === null || a.fate !== b.fate) continue
      best = Math.max(best, a.low === b.low && a.high === b.high ? 0.8 : agree(a, b) ? 0.4 : 0)
    }
  return best
}

/** A sentence of fewer words says too little to be like another. */
const FEW = 4

function weighWords(one: readonly ReadonlySet<string>[], other: readonly ReadonlySet<string>[]): number {
  let most = 0
  for (const a of one) for (const b of other) if (a.size >= FEW && b.size >= FEW) most = Math.max(most, overlap(a, b))
  return 3.5 * Math.max(0, most - 0.15)
}
