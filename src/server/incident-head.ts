// An incident -> the few fields that lists, the map and the timeline need.

import type { IncidentHead } from './answers.ts'
import type { Incident } from './incident.ts'
import type { StatementIndex } from './statement-index.ts'

export function incidentHead(
  { id, type, mode, time, place, accounts, aspects, origins, credibility }: Incident,
  index: StatementIndex,
): IncidentHead {
  return {
    id,
    type,
    ...(mode === undefined ? {} : { mode }),
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
    oneUnnamed:
      origins === 1 && accounts.every(({ origin, statement }) => statement !== null && !isNamed(origin, index)),
  }
}

/** An origin is named where it is an outlet, or where somewhere in the record it is a source with a name. */
export function isNamed(origin: string, index: StatementIndex): boolean {
  return namedSources(index).has(origin) || index.outlets.numbers.has(origin)
}

const known = new WeakMap<StatementIndex, { upTo: number; names: Set<string> }>()

function namedSources(index: StatementIndex): ReadonlySet<string> {
  const { upTo, names } = known.get(index) ?? { upTo: 0, names: new Set<string>() }
  for (const { named, source } of index.statements.slice(upTo)) if (named) names.add(index.sources.words[source])
  known.set(index, { upTo: index.statements.length, names })
  return names
}
