// An incident -> whether lists show it unasked: what somebody who records violence, protest and disaster would note down.
// All else is under --all.

import type { Incident } from '../../types.ts'
import { aspectNamed } from './title.ts'
import { tollClaims } from './toll-claims.ts'

/** A mention that the reader is less sure of is half of the time none that belongs in a list (benchmarks/cells), unless another report tells of it too. */
const SURE = 0.8
const LEAST_SURE = 0.3

/** What only followed another event hangs on that event. */
export const isListed = (incident: Incident): boolean =>
  (isDisputed(incident) || (isSurelyTold(incident) && isNearTheTop(incident))) &&
  incident.follows === undefined &&
  !looksBack(incident) &&
  !isOnlyThoughtOf(incident) &&
  !isOnlyDenied(incident) &&
  isDeed(incident) &&
  !isIllness(incident) &&
  isTold(incident)

/** Sources that contradict each other speak of something. */
const isDisputed = ({ aspects }: Incident): boolean => aspects.some(({ state }) => state === 'disputed')

const isSurelyTold = ({ confidence, accounts }: Incident): boolean =>
  confidence >= SURE || (confidence >= LEAST_SURE && new Set(accounts.map(({ document }) => document)).size > 1)

/** Reports tell the news first; what comes up further down is background, or belongs to another report (benchmarks/cells). */
const isNearTheTop = ({ below = 0 }: Incident): boolean => below < TOP_SENTENCES
const TOP_SENTENCES = 4

/** "in 2011", "since the nineties": a war or its memory, and no day of it. */
const looksBack = ({ time }: Incident): boolean => time !== null && LONG.has(time.precision)
const LONG: ReadonlySet<string> = new Set(['year', 'decade', 'century'])

/** Planned, demanded or imagined by all who speak of it. */
function isOnlyThoughtOf(incident: Incident): boolean {
  const said = (aspectNamed(incident, 'status')?.claims ?? []).flatMap(({ value }) =>
    value.kind === 'status' ? [value.status] : [],
  )
  return said.length > 0 && said.every((status) => UNREAL.has(status))
}

/** "The army had not opened fire": nobody says that it had, and no toll is denied. */
function isOnlyDenied(incident: Incident): boolean {
  const claims = aspectNamed(incident, 'status')?.claims ?? []
  return claims.length > 0 && claims.every(({ polarity }) => polarity === 'no') && !hasToll(incident)
}

/** "suffered a heart attack": harm of no kind that has a name, and nobody is counted. */
const isIllness = (incident: Incident): boolean =>
  incident.type === 'HAZARD' && incident.mode === undefined && !hasToll(incident)

const hasToll = ({ aspects }: Incident): boolean => aspects.some((aspect) => tollClaims(aspect).length > 0)

const UNREAL: ReadonlySet<string> = new Set(['planned', 'demanded', 'hypothetical'])

/** What is done to people and things, not the talks, deals, truces and aid around it. Of force, only what has a name of its own: "restricting his control" is a turn of phrase too often. */
const isDeed = ({ type, mode }: Incident): boolean => DEEDS.has(type) || DEEDS.has(`${type} ${mode}`)
const DEEDS: ReadonlySet<string> = new Set([
  'ASSAULT',
  'PROTEST',
  'HAZARD',
  'COERCE arrest',
  'COERCE deport',
  'COERCE curfew',
  'COERCE censor',
  'COERCE martial-law',
  'RETREAT release',
  'SANCTION convict',
])

/** There is enough to look it up by: a toll; a day, with a place or whom it hit; a place, a party and a month; or a party at a town, told twice. */
function isTold(incident: Incident): boolean {
  const { time, place, accounts, aspects } = incident
  const hits = aspects.some(({ name }) => name === 'recipient')
  const hasParty = hits || aspects.some(({ name }) => name === 'actor')
  const hasDay = time !== null && SHORT.has(time.precision)
  if (hasToll(incident)) return true
  if (place === null) return hasDay && hits
  if (time !== null) return hasDay || hasParty
  return hasParty && place.precision !== 'country' && accounts.length > 1
}

const SHORT: ReadonlySet<string> = new Set(['minute', 'day', 'week'])
