// Accounts -> where and when they say it happened.

import { isoOf } from '../../calendar.ts'
import type { Aspect } from '../../types.ts'
import type { Told } from '../accounts.ts'
import { daysBetween } from '../compare/times.ts'
import type { Spot, When } from '../mentions.ts'
import { byPrecision, comparePlaces } from '../where.ts'
import { aspectOf, type Saying } from './aspect.ts'

/** Of an account the closest that it says. */
export function placeOf(accounts: readonly Told[]): Aspect | null {
  const sayings = accounts.flatMap(({ mentions }, account): Saying<Spot>[] => {
    const spots = mentions.flatMap(({ place }) => (place ? [place] : []))
    const [value] = spots.toSorted((a, b) => byPrecision(a, b) || a.span[0] - b.span[0])
    return value ? [{ account, value, label: value.name, span: value.span }] : []
  })
  return aspectOf({ name: 'place', sayings, conflict: elsewhere }, accounts)
}

/** Two towns, or two countries; a province that a town was wrongly sought in is no dispute. */
function elsewhere(one: Spot, other: Spot): boolean {
  const isCoarse = ({ precision }: Spot) => precision === 'region' || precision === 'district'
  return !isCoarse(one) && !isCoarse(other) && comparePlaces(one, other) === 'apart'
}

export function timeOf(accounts: readonly Told[]): Aspect | null {
  const sayings = accounts.flatMap(({ mentions }, account): Saying<When>[] => {
    const whens = mentions.flatMap(({ when }) => (when ? [when] : []))
    const [value] = whens.toSorted((a, b) => a.last - a.first - (b.last - b.first) || a.span[0] - b.span[0])
    return value ? [{ account, value, label: labelOf(value), span: value.span }] : []
  })
  return aspectOf({ name: 'time', sayings, conflict: (one, other) => daysBetween(one, other) >= 1 }, accounts)
}

const labelOf = ({ first, last }: Pick<When, 'first' | 'last'>): string =>
  first === last ? isoOf(first) : `${isoOf(first)}/${isoOf(last)}`
