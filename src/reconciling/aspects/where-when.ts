// Accounts -> where and when they say it happened.

import { isoOf } from '../../calendar.ts'
import type { Aspect } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import { daysBetween } from '../compare/times.ts'
import type { Spot, When } from '../mention.ts'
import { byPrecision, comparePlaces } from '../where.ts'
import { aspectOf, type Claim } from './aspect.ts'

/** Of each account the most precise place. */
export function placeOf(accounts: readonly DetailedAccount[]): Aspect | null {
  const claims = accounts.flatMap(({ mentions }, account): Claim<Spot>[] => {
    const spots = mentions.flatMap(({ place }) => (place ? [place] : []))
    const [value] = spots.toSorted((a, b) => byPrecision(a, b) || a.span[0] - b.span[0])
    return value ? [{ account, value, label: value.name, span: value.span }] : []
  })
  return aspectOf({ name: 'place', claims, conflict: isElsewhere }, accounts)
}

/** Two towns, or two countries. With a province there is no dispute: the town may have been placed in the wrong one. */
function isElsewhere(one: Spot, other: Spot): boolean {
  const isCoarse = ({ precision }: Spot) => precision === 'region' || precision === 'district'
  return !isCoarse(one) && !isCoarse(other) && comparePlaces(one, other) === 'apart'
}

/** Of each account the most precise time. */
export function timeOf(accounts: readonly DetailedAccount[]): Aspect | null {
  const claims = accounts.flatMap(({ mentions }, account): Claim<When>[] => {
    const whens = mentions.flatMap(({ when }) => (when ? [when] : []))
    const [value] = whens.toSorted((a, b) => a.last - a.first - (b.last - b.first) || a.span[0] - b.span[0])
    return value ? [{ account, value, label: labelOf(value), span: value.span }] : []
  })
  return aspectOf({ name: 'time', claims, conflict: (one, other) => daysBetween(one, other) >= 1 }, accounts)
}

const labelOf = ({ first, last }: When): string => (first === last ? isoOf(first) : `${isoOf(first)}/${isoOf(last)}`)
