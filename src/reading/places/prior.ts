// A place -> how likely a name means it before anything else is known, from size, rank and whether the name is its main one.

import type { Listed } from '../../gazetteer/gazetteer.ts'
import { isCountry } from './geography.ts'

/** What the text calls it: "Raqqa province", "the city of Raqqa". */
export type Called = 'division' | 'district' | 'settlement' | null

/** News is about small places nearly as often as about large ones. */
const SIZE = 0.85

/** In units of a tenfold population. */
export function priorOf({ place, primary }: Listed, called: Called): number {
  const { feature, population } = place
  const size = SIZE * Math.log10(population + 300)
  const rank = isCountry(place)
    ? 4
    : feature === 'CONT'
      ? 6
      : feature === 'ADM1'
        ? place.country === 'US' || place.country === 'CA' || place.country === 'AU'
          ? 1.5
          : -1
        : feature === 'ADM2'
          ? -1
          : feature === 'PPLC'
            ? 1
            : feature === 'PPLX'
              ? -0.5
              : /^(?:PPL|STLMT)/.test(feature)
                ? 0
                : 4
  return size + rank + (primary ? 0.4 : 0) + suits(feature, called)
}

function suits(feature: string, called: Called): number {
  if (called === 'settlement') return /^PPL/.test(feature) ? 2 : 0
  if (called === 'division') return feature === 'ADM1' ? 3 : feature === 'ADM2' ? 2.5 : 0
  if (called === 'district') return feature === 'ADM2' ? 3 : feature === 'PPLX' ? 2 : 0
  return 0
}
