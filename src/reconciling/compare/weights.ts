// What each sign of two events counts, in the same measure as the sum of evidence (compare.ts): ACROSS between event chains of two articles,
// WITHIN between mentions of one article, which keeps to its subject and shares its words among its sentences.

import type { WeightsAgainst } from './against.ts'

/**
 * Chosen by coordinate search on half 0 of benchmarks/accounts, benchmarks/look-alikes/tuned-on.txt and nine topics of ECB+, then eased by hand; those of
 * sites, means and details by hand, on invented pairs of reports.
 */
export const ACROSS: WeightsAgainst = {
  'other victims': -3.2,
  'other words for victims': -0.5,
  'other names of victims': -5,
  'victims of the other side': -1,
  'other weapon': -1.4,
  'other site': -1.5,
  'other means': -0.8,
  'details of two events': -3,
  'other toll': -1.4,
  'other fates': -1.8,
  'other hours': -3.5,
  'an act and violence': -0.8,
  'other country': -4,
  'people of other countries': -3,
  'many events at once': -3,
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
  'other site': 0,
  'other means': 0,
  'details of two events': 0,
  'other toll': 0,
  'other fates': 0,
  'other hours': -1.5,
  'an act and violence': 0,
  'other country': 0,
  'people of other countries': 0,
  'many events at once': 0,
  'neither place nor rare word': 0,
  'days apart': 0,
  'weeks apart': 0,
  'places apart': 0,
}
