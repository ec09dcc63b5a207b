// The event chains of one cluster -> the incident: time, place, accounts, aspects and grade.

import { isoOf } from '../calendar.ts'
import { sha256 } from '../sha256.ts'
import type { Account, Incident } from '../types.ts'
import { accountsOf, type DetailedAccount } from './accounts.ts'
import { aspectsOf } from './aspects/aspects.ts'
import type { EventChain } from './event-chain.ts'
import { gradeOf } from './grade.ts'
import { countIndependent } from './independent-origins.ts'
import type { Mention, Spot, When } from './mention.ts'
import { byPrecision } from './where.ts'

export function incidentOf(
  chains: readonly EventChain[],
  shinglesOf: (article: string) => ReadonlySet<number>,
): Incident {
  const mentions = chains.flatMap((chain) => chain.mentions)
  const accounts = accountsOf(mentions, shinglesOf)
  const aspects = aspectsOf(accounts)
  const mode = mostCommon(mentions.flatMap(({ mode }) => (mode === undefined ? [] : [mode])))
  return {
    schema: 'hearsay/incident/1',
    id: idOf(mentions),
    type: mostCommon(mentions.map(({ type }) => type)) ?? mentions[0].type,
    ...(mode === undefined ? {} : { mode }),
    time: timeOf(mentions),
    place: placeOf(mentions),
    accounts: accounts.map(withoutMentions),
    aspects,
    origins: countIndependent(accounts),
    credibility: gradeOf(accounts, aspects),
    confidence: Math.max(...mentions.map(({ confidence }) => confidence)),
  }
}

const withoutMentions = ({ mentions: _, ...account }: DetailedAccount): Account => account

const utf8 = new TextEncoder()

/** The lowest of its mentions' hashes, so that most incidents that gain an account keep their id. */
function idOf(mentions: readonly Mention[]): string {
  const hashes = mentions.map(({ document, article, event }) =>
    sha256(utf8.encode([document, article, event].join('\u0000'))).slice(0, 12),
  )
  return `i-${hashes.toSorted()[0]}`
}

/** Of equally common values the first in the alphabet. */
function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0]
}

/** The most precise time, of equally precise ones the one that most mentions give. */
function timeOf(mentions: readonly Mention[]): Incident['time'] {
  const whens = mentions.flatMap(({ when }) => (when ? [when] : []))
  if (whens.length === 0) return null
  const days = (when: When) => when.last - when.first
  const support = (when: When) => whens.filter(({ first, last }) => first === when.first && last === when.last).length
  const [best] = whens.toSorted((a, b) => days(a) - days(b) || support(b) - support(a) || a.first - b.first)
  return { start: isoOf(best.first), end: isoOf(best.last), precision: best.precision }
}

/** The most precise place, of equally precise ones the one that most mentions give. */
function placeOf(mentions: readonly Mention[]): Incident['place'] {
  const spots = mentions.flatMap(({ place }) => (place ? [place] : []))
  const support = ({ lat, lon }: Spot) => spots.filter((spot) => spot.lat === lat && spot.lon === lon).length
  const [best] = spots.toSorted(
    (a, b) =>
      byPrecision(a, b) || support(b) - support(a) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.lat - b.lat),
  )
  if (!best) return null
  const { name, lat, lon, precision, country, geonameId } = best
  return {
    name,
    lat,
    lon,
    ...(country === undefined ? {} : { country }),
    ...(geonameId === undefined ? {} : { geonameId }),
    precision,
  }
}
