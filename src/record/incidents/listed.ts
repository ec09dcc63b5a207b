// An incident -> whether lists show it unasked: what somebody who records violence, protest and disaster would note down. All else is under --all.

import type { Incident } from '../../types.ts'
import { aspectNamed } from './title.ts'

/** A mention that the reader is less sure of than this is likely to be one in passing. */
const MIN_CONFIDENCE = 0.3

/** What only followed another event hangs on that event. */
export const isListed = (incident: Incident): boolean =>
  incident.confidence >= MIN_CONFIDENCE &&
  incident.follows === undefined &&
  !looksBack(incident) &&
  !isOnlyThoughtOf(incident) &&
  (isDeed(incident) ? isTold(incident) : isTwiceTold(incident))

/** "in 2011", "since the nineties": a war or its memory, and no day of it. */
const looksBack = ({ time }: Incident): boolean => time !== null && LONG.has(time.precision)
const LONG: ReadonlySet<string> = new Set(['year', 'decade', 'century'])

/** Planned, demanded or imagined by all who speak of it. */
function isOnlyThoughtOf(incident: Incident): boolean {
  const said = statusesOf(incident)
  return said.length > 0 && said.every(({ status }) => UNREAL.has(status))
}
const UNREAL: ReadonlySet<string> = new Set(['planned', 'demanded', 'hypothetical'])

const statusesOf = (incident: Incident): { status: string; account: number }[] => {
  const status = aspectNamed(incident, 'status')
  return (status?.claims ?? []).flatMap(({ value, account }) =>
    value.kind === 'status' ? [{ status: value.status, account }] : [],
  )
}

/** What is done to people and things. Of force, only what has a name of its own: "restricting his control" is a turn of phrase too often. */
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

/** A toll, with a place or a day; or who or whom, at a place, on a day or by more than one account. */
function isTold(incident: Incident): boolean {
  const { time, place, accounts, aspects } = incident
  const hasToll = aspects.some(({ name, values }) => name.startsWith('count:') && values.some(({ part }) => !part))
  const hasParty = aspects.some(({ name }) => name === 'actor' || name === 'recipient')
  if (hasToll) return place !== null || time !== null
  if (!hasParty || place === null) return false
  return time !== null || (accounts.length > 1 && place.precision !== 'country')
}

/** Talks, deals, truces and aid surround what happened. One is worth a line if two reports say that it came about, and where and on which day. */
function isTwiceTold(incident: Incident): boolean {
  const { type, mode, time, place, accounts } = incident
  if (
    SPEECH.has(type) ||
    (type === 'COERCE' && mode === undefined) ||
    place === null ||
    time === null ||
    !SHORT.has(time.precision)
  )
    return false
  const real = statusesOf(incident).filter(({ status }) => REAL.has(status))
  return new Set(real.map(({ account }) => accounts[account]?.document)).size > 1
}
const SHORT: ReadonlySet<string> = new Set(['minute', 'day', 'week'])
const REAL: ReadonlySet<string> = new Set(['actual', 'over', 'going on'])

/** What only repeats words is listed among the statements instead. */
const SPEECH: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT'])
