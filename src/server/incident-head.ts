// An incident -> the few fields that lists, the map and the timeline need.

import type { Incident } from '../types.ts'
import type { IncidentHead } from './answers.ts'
import { clip } from './statement-index.ts'

export function incidentHead({
  id,
  type,
  mode,
  time,
  place,
  accounts,
  aspects,
  origins,
  credibility,
}: Incident): IncidentHead {
  return {
    id,
    type,
    ...(mode === undefined ? {} : { mode }),
    told: clip(accounts[0]?.sentence.replace(/\s+/g, ' ') ?? '', 240),
    start: time?.start ?? null,
    end: time?.end ?? null,
    timePrecision: time?.precision ?? null,
    place: place?.name ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    country: place?.country ?? null,
    placePrecision: place?.precision ?? null,
    accounts: accounts.length,
    origins,
    disputed: aspects.filter(({ state }) => state === 'disputed').map(({ name }) => name),
    agreed: aspects.filter(({ state }) => state === 'agreed').map(({ name }) => name),
    grade: credibility.grade,
    oneUnnamed: origins === 1 && accounts.every(({ originKind }) => originKind === 'unnamed'),
  }
}
