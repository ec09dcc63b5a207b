// The record -> its incidents as of the last refresh, in memory. Those that a refresh left as they were stay the same objects, and if
// all of them did, so does the list.

import { areIncidentsFresh, incidentsVersion } from '../record/incidents/freshness.ts'
import { type IncidentFilter, listIncidentTexts, nextIncidentTexts } from '../record/incidents/list.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Incident } from '../types.ts'
import type { Desk } from './desk.ts'

interface Known {
  json: string
  incident: Incident
}

interface Following {
  incidents: Desk['incidents']
  /** Parses some that nobody has asked of yet, in a moment; none once there is nothing to do ahead. */
  ahead: () => readonly Incident[]
}

const AHEAD = 50

/** @param version of the record, which changes with any change of it */
export function followIncidents(record: OpenRecord, version: () => string): Following {
  const known = new Map<string, Known>()
  const [listed, all] = [follow(record, { substantial: true }, known, version), follow(record, {}, known, version)]
  let reached: string | null = ''
  return {
    incidents: (which = 'listed') => (which === 'all' ? all() : listed()),
    ahead() {
      const next = reached === null ? [] : nextIncidentTexts(record, reached, AHEAD)
      reached = next.at(-1)?.id ?? null
      return next.map(({ id, json }) => knownAs(known, id, json).incident)
    },
  }
}

function knownAs(known: Map<string, Known>, id: string, json: string): Known {
  const one = known.get(id)
  if (one?.json === json) return one
  const parsed = { json, incident: JSON.parse(json) }
  known.set(id, parsed)
  return parsed
}

/** During a refresh, the last ones stay. */
function follow(
  record: OpenRecord,
  filter: IncidentFilter,
  known: Map<string, Known>,
  version: () => string,
): () => readonly Incident[] {
  let incidents: readonly Incident[] | null = null
  let [seen, made] = ['', '']
  return () => {
    const now = version()
    if (incidents && (now === seen || !areIncidentsFresh(record))) return incidents
    const wanted = incidentsVersion(record)
    if (!incidents || wanted !== made || !areIncidentsFresh(record))
      incidents = listAgain(record, filter, known, incidents)
    seen = now
    made = areIncidentsFresh(record) ? wanted : ''
    return incidents
  }
}

function listAgain(
  record: OpenRecord,
  filter: IncidentFilter,
  known: Map<string, Known>,
  before: readonly Incident[] | null,
): readonly Incident[] {
  const now: Incident[] = []
  const ids = new Set<string>()
  for (const { id, json } of listIncidentTexts(record, filter)) {
    now.push(knownAs(known, id, json).incident)
    ids.add(id)
  }
  for (const { id } of before ?? []) if (!ids.has(id)) known.delete(id)
  return before && before.length === now.length && now.every((incident, at) => incident === before[at]) ? before : now
}
