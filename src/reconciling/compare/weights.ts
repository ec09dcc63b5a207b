// What each sign of two events counts, in the same measure as the sum of evidence (compare.ts): ACROSS between event chains of two articles,
// WITHIN between mentions of one article, which keeps to its subject and shares its words among its sentences.

import type { WeightsAgainst } from './against.ts'

/** Fitted with half 0 of benchmarks/accounts, training/same-event/groups.txt and nine topics of ECB+ (training/same-event/README.md). */
export const ACROSS: WeightsAgainst = {
  'other victims': -4.2,
  'other words for victims': -0.8,
  'other names of victims': -4.2,
  'victims of the other side': -1,
  'other weapon': -1.8,
  'other toll': -2,
  'other fates': -2.4,
  'other hours': -2,
  'an act and violence': -0.8,
  'other country': -4,
  'no place in common': -0.2,
  'no rare word in common': -0.4,
  'neither place nor rare word': -0.4,
  'days apart': -2.5,
  'weeks apart': -2,
  'places apart': -1.5,
}

export const WITHIN: WeightsAgainst = {
  'other victims': -1.2,
  'other words for victims': 0,
  'other names of victims': 0,
  'victims of the other side': 0,
  'other weapon': 0,
  'other toll': 0,
  'other fates': 0,
  'other hours': -1.5,
  'an act and violence': 0,
  'other country': 0,
  'no place in common': 0,
  'no rare word in common': 0,
  'neither place nor rare word': 0,
  'days apart': 0,
  'weeks apart': 0,
  'places apart': 0,
}
