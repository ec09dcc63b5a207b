// An incident -> the few fields that lists, the map and the timeline need, with what people call it.

import { type Labels, labelsOf, NO_LABELS } from '../record/incidents/labels.ts'
import { type IncidentRow, incidentRow } from '../record/incidents/row.ts'
import type { Incident } from '../types.ts'
import type { IncidentHead } from './answers.ts'
import type { Desk } from './desk.ts'
import { clip } from './statement-index.ts'

const MAX_SENTENCE = 240

/** Kept as long as the incident is: titles of thousands take longer than a page may. */
const rows = new WeakMap<Incident, IncidentRow>()

function rowOf(incident: Incident): IncidentRow {
  const row = rows.get(incident) ?? incidentRow(incident)
  rows.set(incident, row)
  return row
}

/** Reads the labels once for many incidents. */
export function incidentHeads(desk: Desk): (incident: Incident) => IncidentHead {
  const labels = labelsFor(desk)
  return (incident) => {
    const { mode, country, geonameId: _, substantial: __, unnamed, title, gist, ...row } = rowOf(incident)
    const { title: own, tags } = labels(incident)
    return {
      ...row,
      title: clip(own ?? title),
      gist: clip(gist),
      tags: tags.map((tag) => clip(tag)),
      ...(mode === null ? {} : { mode }),
      told: clip(incident.accounts[0]?.sentence.replace(/\s+/g, ' ') ?? '', MAX_SENTENCE),
      country,
      oneUnnamed: row.origins === 1 && unnamed,
      outside: incident.accounts.filter(({ document }) => !desk.holds(document)).length,
    }
  }
}

export function labelsFor({ record, remember }: Desk): (incident: Incident) => Labels {
  const labels = remember('labels', () => labelsOf(record))
  return ({ id }) => labels.get(id) ?? NO_LABELS
}
