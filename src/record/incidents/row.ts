// An incident -> the row by which tables, lists and exports show it.

import type { Incident } from '../../types.ts'
import { gistOf } from './gist.ts'
import { isListed } from './listed.ts'
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
  /** What lists show unasked. */
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
    substantial: isListed(incident),
  }
}
