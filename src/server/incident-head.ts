// An incident -> the few fields that lists, the map and the timeline need.

import { incidentRow } from '../record/incidents/row.ts'
import type { Incident } from '../types.ts'
import type { IncidentHead } from './answers.ts'
import { clip } from './statement-index.ts'

const MAX_SENTENCE = 240

export function incidentHead(incident: Incident): IncidentHead {
  const { mode, country, geonameId: _, substantial: __, unnamed, ...row } = incidentRow(incident)
  return {
    ...row,
    ...(mode === null ? {} : { mode }),
    told: clip(incident.accounts[0]?.sentence.replace(/\s+/g, ' ') ?? '', MAX_SENTENCE),
    country,
    oneUnnamed: row.origins === 1 && unnamed,
  }
}
