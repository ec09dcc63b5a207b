// Two event chains -> how far their times speak for one event or against it.

import type { Day } from '../../calendar.ts'
import type { EventChain } from '../event-chain.ts'
import type { When } from '../mention.ts'
import { daysBetween } from '../when.ts'
import { bestOf } from './best-of.ts'

/** News is about the days before its publication, up to this many. */
const NEWS_DAYS = 10
/** What is further away than this is almost surely another event. */
const FAR_DAYS = 60

export function weighTime(one: EventChain, other: EventChain): number {
  if (one.whens.length > 0 && other.whens.length > 0) return bestOf(one.whens, other.whens, weighTimes)
  if (one.article === other.article) return 0
  // An event without a time is mostly the news of its day.
  const [published, otherPublished] = [one.publishedOn, other.publishedOn]
  if (one.whens.length > 0 && otherPublished !== null) return bestOf(one.whens, [otherPublished], weighAgainstNews)
  if (other.whens.length > 0 && published !== null) return bestOf(other.whens, [published], weighAgainstNews)
  return published !== null && otherPublished !== null ? weighNews(published, otherPublished) : 0
}

const isPrecise = ({ first, last }: When): boolean => last - first <= 1

function weighTimes(one: When, other: When): number {
  const days = daysBetween(one, other)
  if (days === 0) return isPrecise(one) && isPrecise(other) ? 1.5 : 0.4
  // Time zones and "last night" easily make a day of difference.
  if (days === 1) return -0.4
  return days <= 3 ? -1.8 : days <= 10 ? -3 : -6
}

/** The time of one event, and the day on which the other was news. */
function weighAgainstNews({ first, last }: When, published: Day): number {
  if (last >= published - NEWS_DAYS && first <= published) return 0.3
  return first > published + 1 || last < published - FAR_DAYS ? -3 : -1.2
}

/** The days on which two events were news. */
function weighNews(one: Day, other: Day): number {
  const days = Math.abs(one - other)
  return days <= 3 ? 0.3 : days <= NEWS_DAYS ? 0 : days <= FAR_DAYS ? -1 : -3
}
