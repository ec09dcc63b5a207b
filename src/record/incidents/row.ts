// An incident -> the row by which tables, lists and exports show it.

import type { Incident } from '../../types.ts'
import { gistOf } from './gist.ts'
import { titleOf } from './title.ts'

export interface IncidentRow {
  id: string
  /** Made from what nobody disputes. */
  title: string
  /** One line: the tolls, and what is disputed. */
  gist: string
  /** PLOVER category, and its mode. */
  type: string
  mode: string | null
  /** First and last day, ISO 8601. */
  start: string | null
  end: string | null
  timePrecision: string | null
  place: string | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
  lat: number | null
  lon: number | null
  placePrecision: string | null
  geonameId: number | null
  /** How many. */
  accounts: number
  /** How many of the accounts are independent. */
  origins: number
  /** Names of aspects. */
  disputed: string[]
  agreed: string[]
  /** 1 to 6, Admiralty code. */
  grade: string
  /** No account has an origin that is named. */
  unnamed: boolean
  /** More than a mention in passing. */
  substantial: boolean
}

export function incidentRow(incident: Incident): IncidentRow {
  const { id, type, mode, time, place, accounts, aspects, origins, credibility } = incident
  const inState = (wanted: string) => aspects.filter(({ state }) => state === wanted).map(({ name }) => name)
  return {
    id,
    title: titleOf(incident),
    gist: gistOf(incident),
    type,
    mode: mode ?? null,
    start: time?.start ?? null,
    end: time?.end ?? null,
    timePrecision: time?.precision ?? null,
    place: place?.name ?? null,
    country: place?.country ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    placePrecision: place?.precision ?? null,
    geonameId: place?.geonameId ?? null,
    accounts: accounts.length,
    origins,
    disputed: inState('disputed'),
    agreed: inState('agreed'),
    grade: credibility.grade,
    unnamed: accounts.every(({ originKind }) => originKind === 'unnamed'),
    substantial: isSubstantial(incident),
  }
}

/** An incident that only repeats words is listed among the statements instead. */
const SPEECH: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT'])

/** A mention that the reader is less sure of than this is likely to be one in passing. */
const MIN_CONFIDENCE = 0.3

/** What only followed another event hangs on that event. */
const isSubstantial = ({ type, accounts, time, place, aspects, confidence, follows }: Incident): boolean =>
  confidence >= MIN_CONFIDENCE &&
  follows === undefined &&
  ((accounts.length > 1 && !SPEECH.has(type)) ||
    aspects.some(({ name, values }) => name.startsWith('count:') && values.some(({ part }) => !part)) ||
    (time !== null && place !== null && aspects.some(({ name }) => name === 'actor' || name === 'recipient')))
