// The record -> the figures about its sources: how often each speaks, and how its incidents fare. All pages, commands and exports take
// them from here. A named source is a party of the registry, under whatever names; an unnamed one is counted by its words alone.

import type { OpenRecord } from '../open-record.ts'
import { documentsWithin, idsWithin, joined, type Scope } from '../scope.ts'
import { openRegistry, type Registry } from './parties.ts'
import { partyTitle } from './party-title.ts'
import { type BecameRow, namesOf, type SaidRow, type SourceTally, tallyIncidents, tallySources } from './tally.ts'

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

export interface SourceFilter extends Scope {
  /** Only those with a name. */
  named?: boolean
  limit?: number
}

const SPOKEN = 'SELECT document, article, party, source, source_kind, named, relay IS NOT NULL AS relayed'

/** Every statement with a source, with its party if it has one. @param scope a further condition */
const byAll = (scope: string) =>
  `${SPOKEN} FROM statements LEFT JOIN statement_parties USING (document, id) WHERE source IS NOT NULL${scope}`

/** Those of the parties with these keys, and of the sources without one that are called by these names. */
const bySome = (scope: string) => `
  ${SPOKEN} FROM statement_parties CROSS JOIN statements USING (document, id)
  WHERE party IN (SELECT value FROM json_each(@keys)) AND source IS NOT NULL${scope}
  UNION ALL
  ${SPOKEN} FROM statements LEFT JOIN statement_parties USING (document, id)
  WHERE source IN (SELECT value FROM json_each(@names)) AND party IS NULL${scope}`

/** A document in a row. Counted here, because SQL would sort the statements, several times. */
const SAID = (spoken: string) => `
  SELECT document, json_group_array(json_array(party, source, source_kind, named, relayed, article, outlet))
  FROM (${spoken}) JOIN articles USING (document, article) GROUP BY document`

/** Incidents are long rows: what is asked of them is read once. */
const BECAME = `
  WITH listed AS MATERIALIZED (
    SELECT id, origins > 1 AS corroborated, disputed IS NOT NULL AS contradicted FROM incidents WHERE substantial = 1)
  SELECT DISTINCT party, CASE WHEN party IS NULL THEN origin END AS origin, incident, corroborated, contradicted
  FROM incident_accounts JOIN listed ON listed.id = incident WHERE 1`

const BECAME_OF_SOME = `${BECAME} AND (party IN (SELECT value FROM json_each(@keys))
    OR (party IS NULL AND origin IN (SELECT value FROM json_each(@names))))`

/** Those that speak most first, and of those the ones in most documents. */
export function listSourceFigures(
  record: OpenRecord,
  { named = false, limit = -1, ...scope }: SourceFilter = {},
): SourceFigures[] {
  const wanted = figuresIn(record, openRegistry(record), { scope }).filter((one) => !named || one.named === 1)
  return limit < 0 ? wanted : wanted.slice(0, limit)
}

/**
 * The first of the named ones, without counting all: nobody speaks more often than it has statements under its keys or its name. Those who
 * may be among the first are counted, and more of them until nobody who is left can be.
 */
export function mostCited(record: OpenRecord, { limit, ...scope }: Scope & { limit: number }): SourceFigures[] {
  const registry = openRegistry(record)
  const speakers = speakersIn(record, registry, scope)
  for (let taken = limit + 2; ; taken *= 2) {
    const [some, next] = [together(speakers.slice(0, taken)), speakers.at(taken)]
    const counted = { names: some.names, keys: some.keys.flatMap(registry.keysOf) }
    const found = figuresIn(record, registry, { some: counted, scope })
    const first = found.filter(({ named }) => named === 1).slice(0, limit)
    if (next && (first.length < limit || first[limit - 1].statements <= next.most)) continue
    // Two of one title are told apart, also where the other one speaks little.
    const called = together(first.map(({ source }) => someCalled(record, registry, source)))
    const others = figuresIn(record, registry, { some: without(called, counted), scope })
    return withOwnTitles([...first, ...others]).slice(0, first.length)
  }
}

const together = (all: readonly Some[]): Some => ({
  keys: [...new Set(all.flatMap(({ keys }) => keys))],
  names: [...new Set(all.flatMap(({ names }) => names))],
})

const without = (some: Some, others: Some): Some => ({
  keys: some.keys.filter((key) => !others.keys.includes(key)),
  names: some.names.filter((name) => !others.names.includes(name)),
})

interface Speaker extends Some {
  /** It has no more statements than these. */
  most: number
}

/** Parties by the key that stands for them, and words that may be those of a source without one; those that may speak most first. */
function speakersIn({ db }: OpenRecord, { partyOf }: Registry, scope: Scope): Speaker[] {
  const { where, values } = joined(documentsWithin(scope, 'document'), 'WHERE')
  const counts = (column: string, table: string) =>
    db
      .prepare<(string | number)[], { name: string; count: number }>(
        `SELECT ${column} AS name, count(*) AS count FROM ${table}${where} GROUP BY ${column} HAVING ${column} IS NOT NULL`,
      )
      .all(...values)
  const parties = new Map<string, number>()
  for (const { name, count } of counts('party', 'statement_parties'))
    parties.set(partyOf(name), (parties.get(partyOf(name)) ?? 0) + count)
  return [
    ...Array.from(parties, ([party, most]) => ({ keys: [party], names: [], most })),
    ...counts('source', 'statements').map(({ name, count }) => ({ keys: [], names: [name], most: count })),
  ].sort((one, other) => other.most - one.most)
}

/** Of one source, by its title or any of its names; null if it is cited nowhere. Only what those of this name said is counted. */
export function sourceFigures(record: OpenRecord, name: string): SourceFigures | null {
  const registry = openRegistry(record)
  const all = figuresIn(record, registry, { some: someCalled(record, registry, name) })
  const titled = all.find(({ source }) => source === name)
  if (titled) return titled
  const found = all.find(({ names }) => names.includes(name))
  if (!found || found.source === name) return found ?? null
  // By another name it may share its title with others.
  return (
    figuresIn(record, registry, { some: someCalled(record, registry, found.source) }).find((one) =>
      isOne(one, found),
    ) ?? found
  )
}

const isOne = (one: SourceFigures, other: SourceFigures): boolean =>
  one.party === null ? one.source === other.source : one.party === other.party

/** Some sources: the keys of parties, and the names of those that are none. */
interface Some {
  keys: readonly string[]
  names: readonly string[]
}

/** Whoever has this name, or this title: it begins with a name. */
function someCalled({ db }: OpenRecord, { partyOf, keysOf }: Registry, title: string): Some {
  const names = [title, ...Array.from(title.matchAll(/ \(/g), ({ index }) => title.slice(0, index))]
  const keys = db
    .prepare<[string], string>(
      `SELECT DISTINCT party FROM statements JOIN statement_parties USING (document, id)
       WHERE source IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(names))
  return { keys: [...new Set(keys.map(partyOf))].flatMap(keysOf), names }
}

/** @param some all, if absent */
function figuresIn(
  record: OpenRecord,
  registry: Registry,
  { some, scope = {} }: { some?: Some; scope?: Scope },
): SourceFigures[] {
  const inStatements = joined(documentsWithin(scope, 'document'), 'AND')
  const inAccounts = joined(idsWithin(scope, 'incident_accounts.document'), 'AND')
  const values: Values = some ? { keys: JSON.stringify(some.keys), names: JSON.stringify(some.names) } : {}
  const said = record.db
    .prepare<[Values, ...(string | number)[]], SaidRow>(SAID((some ? bySome : byAll)(inStatements.where)))
    .raw()
    .iterate(values, ...inStatements.values, ...(some ? inStatements.values : []))
  const tallies = tallySources(said, registry.joined)
  const became = record.db
    .prepare<[Values, ...(string | number)[]], BecameRow>((some ? BECAME_OF_SOME : BECAME) + inAccounts.where)
    .raw()
    .iterate(values, ...inAccounts.values)
  tallyIncidents(tallies, became, registry.joined)
  const grades = gradesByName(record)
  const all = [...tallies.values()].map((tally) => describe(tally, { registry, grades }))
  return withOwnTitles(all).sort(bySpeaking)
}

interface Values {
  keys?: string
  names?: string
}

/** Whether a source or an outlet in the record is called so: by a name, or by the title that pages and lists give it. */
export const isCited = (record: OpenRecord, name: string): boolean =>
  record.db
    .prepare<[string, string, string], 1>(
      'SELECT 1 FROM statements WHERE source = ? UNION ALL SELECT 1 FROM articles WHERE outlet = ? UNION ALL SELECT 1 FROM reliability WHERE name = ? LIMIT 1',
    )
    .get(name, name, name) !== undefined || sourceFigures(record, name) !== null

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

function describe(tally: SourceTally, { registry, grades }: Known): SourceFigures {
  const { party, kind, named, statements, relayed, documents, articles, outlets } = tally
  const { incidents, corroborated, contradicted } = tally
  const names = namesOf(tally)
  const source = party === null ? (names[0] ?? '') : partyTitle(party, names)
  const { part, side } = party === null ? { part: null, side: null } : registry.belongingOf(party)
  const reliability = [source, ...names].flatMap((name) => grades.get(name) ?? [])[0] ?? 'F'
  const keys = party === null ? [] : registry.keysOf(party)
  const figures = { party, kind, named, statements, relayed, documents, articles, outlets: outlets.size }
  return { source, ...figures, incidents, corroborated, contradicted, reliability, keys, names, part, side }
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

export const countNamedSources = (record: OpenRecord, scope: Scope = {}): number =>
  listSourceFigures(record, { ...scope, named: true }).length
