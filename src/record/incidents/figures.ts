// The record -> the figures about its sources: how often each speaks, and how its incidents fare. All pages, commands and exports take
// them from here. A named source is a party of the registry, under whatever names; an unnamed one is counted by its words alone.

import type { OpenRecord } from '../open-record.ts'
import { openRegistry, type Registry } from './parties.ts'
import { partyTitle } from './party-title.ts'

export interface SourceFigures {
  /** Its name, or the words used for it. */
  source: string
  kind: string
  /** 1: by name, at least once. */
  named: 0 | 1
  statements: number
  /** Statements that came through somebody else. */
  relayed: number
  documents: number
  articles: number
  /** By name: an article whose outlet is not known adds none. */
  outlets: number
  /** Incidents that rest on it, without mentions in passing; among them those with another independent origin, and those in dispute. */
  incidents: number
  corroborated: number
  contradicted: number
  /** By the user, A to F; F until somebody says otherwise. */
  reliability: string
  /** Its key in the registry; null for an unnamed source. */
  party: string | null
  /** The keys that are this party, and the names that reports give it, the most frequent first. */
  keys: string[]
  names: string[]
  /** The key of what it is a part of, and on whose side it is, as far as that is known. */
  part: string | null
  side: string | null
}

export interface SourceFilter {
  /** Only those with a name. */
  named?: boolean
  limit?: number
}

/** Every statement with a source, by its party; without one, by its words. */
const SAID = `
  SELECT coalesce(one.value, party, 'words ' || source) AS id, coalesce(one.value, party) AS party, source,
    source_kind, named, relay, statements.document, article, outlet
  FROM statements JOIN articles USING (document, article) LEFT JOIN statement_parties USING (document, id)
    LEFT JOIN json_each(@parties) AS one ON one.key = party
  WHERE source IS NOT NULL`

const FIGURES = `
  SELECT id, party, max(source_kind) AS kind, max(named) AS named, count(*) AS statements, count(relay) AS relayed,
    count(DISTINCT document) AS documents, count(DISTINCT (document << 20) + article) AS articles,
    count(DISTINCT outlet) AS outlets
  FROM (${SAID}) GROUP BY id`

const BECAME = `
  SELECT coalesce(one.value, party, 'words ' || origin) AS id, count(DISTINCT incident) AS incidents,
    count(DISTINCT incident) FILTER (WHERE origins > 1) AS corroborated,
    count(DISTINCT incident) FILTER (WHERE disputed IS NOT NULL) AS contradicted
  FROM incident_accounts JOIN incidents ON incidents.id = incident LEFT JOIN json_each(@parties) AS one ON one.key = party
  WHERE substantial = 1 GROUP BY 1`

type Row = Omit<SourceFigures, 'source' | 'reliability' | 'keys' | 'names' | 'part' | 'side'> & { id: string }

/** Those that speak most first, and of those the ones in most documents. */
export function listSourceFigures(
  record: OpenRecord,
  { named = false, limit = -1 }: SourceFilter = {},
): SourceFigures[] {
  const registry = openRegistry(record)
  const parties = JSON.stringify(Object.fromEntries(registry.joined))
  const rows = record.db
    .prepare<[{ parties: string }], Row>(
      `SELECT figures.*, coalesce(incidents, 0) AS incidents, coalesce(corroborated, 0) AS corroborated,
         coalesce(contradicted, 0) AS contradicted
       FROM (${FIGURES}) AS figures LEFT JOIN (${BECAME}) USING (id)`,
    )
    .all({ parties })
  const names = namesById(record, parties)
  const grades = gradesByName(record)
  const all = rows.map((row): SourceFigures => describe(row, names.get(row.id) ?? [], { registry, grades }))
  const wanted = withOwnTitles(all)
    .filter((one) => !named || one.named === 1)
    .sort(bySpeaking)
  return limit < 0 ? wanted : wanted.slice(0, limit)
}

/** Of one source, by its title or any of its names; null if it is cited nowhere. */
export function sourceFigures(record: OpenRecord, name: string): SourceFigures | null {
  const all = listSourceFigures(record)
  return all.find(({ source }) => source === name) ?? all.find(({ names }) => names.includes(name)) ?? null
}

/** Two of one name, as Ana Ruiz of Peru and Ana Ruiz of Mexico, are told apart by their keys. */
function withOwnTitles(all: readonly SourceFigures[]): SourceFigures[] {
  const times = new Map<string, number>()
  for (const { source } of all) times.set(source, (times.get(source) ?? 0) + 1)
  return all.map((one) =>
    one.party === null || times.get(one.source) === 1 ? one : { ...one, source: `${one.source} (${one.party})` },
  )
}

interface Known {
  registry: Registry
  grades: ReadonlyMap<string, string>
}

function describe({ id: _, ...row }: Row, names: readonly string[], { registry, grades }: Known): SourceFigures {
  const source = row.party === null ? (names[0] ?? '') : partyTitle(row.party, names)
  const { part, side } = row.party === null ? { part: null, side: null } : registry.belongingOf(row.party)
  const reliability = [source, ...names].flatMap((name) => grades.get(name) ?? [])[0] ?? 'F'
  const keys = row.party === null ? [] : registry.keysOf(row.party)
  return { source, ...row, reliability, keys, names: [...names], part, side }
}

/** Numbers of the statements of a source, as the figures count them. */
export function statementsOf({ db }: OpenRecord, { source, party, keys }: SourceKeys): Set<number> {
  const numbers =
    party === null
      ? db
          .prepare<[string], number>(
            'SELECT number FROM statements LEFT JOIN statement_parties USING (document, id) WHERE source = ? AND party IS NULL',
          )
          .pluck()
          .all(source)
      : db
          .prepare<[string], number>(
            `SELECT number FROM statement_parties JOIN statements USING (document, id)
             WHERE party IN (SELECT value FROM json_each(?))`,
          )
          .pluck()
          .all(JSON.stringify(keys))
  return new Set(numbers)
}

export type SourceKeys = Pick<SourceFigures, 'source' | 'party' | 'keys'>

/** The names of each, the most frequent first. */
function namesById({ db }: OpenRecord, parties: string): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const { id, source } of db
    .prepare<[{ parties: string }], { id: string; source: string }>(
      `SELECT id, source FROM (${SAID}) GROUP BY id, source ORDER BY id, count(*) DESC, source`,
    )
    .iterate({ parties }))
    names.set(id, [...(names.get(id) ?? []), source])
  return names
}

const gradesByName = ({ db }: OpenRecord): Map<string, string> =>
  new Map(
    db
      .prepare<[], { name: string; grade: string }>('SELECT name, grade FROM reliability')
      .all()
      .map(({ name, grade }) => [name, grade]),
  )

const bySpeaking = (one: SourceFigures, other: SourceFigures): number =>
  other.statements - one.statements ||
  other.documents - one.documents ||
  (one.source < other.source ? -1 : one.source > other.source ? 1 : 0) ||
  ((one.party ?? '') < (other.party ?? '') ? -1 : 1)

export const countNamedSources = (record: OpenRecord): number => listSourceFigures(record, { named: true }).length
