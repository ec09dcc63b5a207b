// A mention with a date -> whether the date lies after its report: what has happened cannot have happened then, so it was read wrongly.

import type { Mention } from './mention.ts'

export const isStillToCome = ({ status, when, publishedOn }: Mention): boolean =>
  (status === 'actual' || status === 'denied') && when !== null && publishedOn !== null && when.first > publishedOn
