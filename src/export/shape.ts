// What the columns of other data sets share: sources, dates and place of an incident as their coders write them.

import { COUNTRIES, type Country } from '../countries.ts'
import type { Incident } from '../types.ts'
import { titleOf } from './articles.ts'
import { articlesBehind, type CitedIncident, placeEntityOf } from './cited.ts'

/** Accidents, disasters and disease have no category in data sets of conflict. */
export function* withoutHazards(incidents: Iterable<CitedIncident>): Generator<CitedIncident> {
  for (const cited of incidents) if (cited.incident.type !== 'HAZARD') yield cited
}

export interface Report {
  outlet: string
  /** Day of publication, or nothing. */
  date: string
  title: string
}

export const reportsOf = (incident: CitedIncident): Report[] =>
  articlesBehind(incident).map((cited) => ({
    outlet: oneLine(cited.article.outlet ?? ''),
    date: cited.article.published?.value.slice(0, 10) ?? '',
    title: oneLine(titleOf(cited) ?? ''),
  }))

/** Whom the accounts rest on, where that is not the outlet itself. */
export const originsOf = ({ incident: { accounts } }: CitedIncident): string[] => [
  ...new Set(accounts.flatMap(({ origin, originKind }) => (originKind === 'voice' ? [] : [oneLine(origin)]))),
]

const DAY_MS = 86_400_000

/** How many days the time covers, first and last included; null without a time. */
export const daysCovered = ({ time }: Incident): number | null =>
  time ? Math.round((Date.parse(time.end) - Date.parse(time.start)) / DAY_MS) + 1 : null

export interface Where {
  admin1: string | null
  admin2: string | null
  /** The code of GeoNames for what kind of place it is. */
  feature: string | null
  /** It is only said to lie near the place, or some way from it. */
  near: boolean
  country: Country | null
}

/** As far as gazetteer and text tell; a division that is the place itself is its own. */
export function whereOf(cited: CitedIncident): Where {
  const { place } = cited.incident
  const entity = placeEntityOf(cited)
  const feature = entity?.place?.featureCode ?? null
  const relation = entity?.place?.relation
  return {
    admin1: entity?.place?.admin1 ?? (feature === 'ADM1' ? (place?.name ?? null) : null),
    admin2: feature === 'ADM2' ? (place?.name ?? null) : null,
    feature,
    near: relation !== undefined && relation !== 'in',
    country: (place?.country !== undefined && COUNTRIES.get(place.country)) || null,
  }
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
