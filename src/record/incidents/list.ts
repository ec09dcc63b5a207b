// The record's incidents: listed by what is wanted of them, and found by id.

import type { EventName, Incident } from '../../types.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { contains, startsWith } from '../match.ts'
import type { OpenRecord } from '../open-record.ts'
import { type Condition, idsWithin, incidentsWithin, type Scope } from '../scope.ts'

export type IncidentPlace = NonNullable<Incident['place']>

/** Of places, those that are wanted. */
export type ChoosePlaces = (places: readonly IncidentPlace[]) => readonly IncidentPlace[]

export interface IncidentFilter extends Scope {
  /** PLOVER category. */
  type?: string
  place?: ChoosePlaces
  /** Part of the name of an origin. */
  origin?: string
  /** ISO dates, both included. An incident without a time is left out. */
  since?: string
  until?: string
  disputed?: boolean
  /** Only those without a named origin. */
  unnamed?: boolean
  /** At least so many independent origins. */
  origins?: number
  /** Only what lists show unasked (listed.ts): no talk, plans, years or mentions in passing. */
  substantial?: boolean
  /** By time (the default), those without one last; or those with most independent origins, or with most in dispute, first. */
  sort?: 'time' | 'origins' | 'disputes'
  limit?: number
}

const ORDERS = {
  time: 'start IS NULL, start, id',
  origins: 'origins DESC, accounts DESC, start IS NULL, start, id',
  disputes: "length(disputed) - length(replace(disputed, ';', '')) DESC, origins DESC, start IS NULL, start, id",
}

export function* listIncidents(record: OpenRecord, filter: IncidentFilter = {}): Generator<Incident> {
  const { where, values } = conditions(record, filter)
  const rows = record.db
    .prepare<(string | number)[], { json: string }>(
      `SELECT json FROM incidents ${where} ORDER BY ${ORDERS[filter.sort ?? 'time']} LIMIT ?`,
    )
    .iterate(...values, filter.limit ?? -1)
  for (const { json } of rows) yield JSON.parse(json)
}

/** The same as they are stored, each with its id: whoever has them already need not parse those that stayed. */
export function* listIncidentTexts(
  record: OpenRecord,
  filter: IncidentFilter = {},
): Generator<{ id: string; json: string }> {
  const { where, values } = conditions(record, filter)
  yield* record.db
    .prepare<(string | number)[], { id: string; json: string }>(
      `SELECT id, json FROM incidents ${where} ORDER BY ${ORDERS[filter.sort ?? 'time']}`,
    )
    .iterate(...values)
}

/** Of those that lists show unasked, the next ones by their ids. */
export const nextIncidentTexts = ({ db }: OpenRecord, after: string, most: number): { id: string; json: string }[] =>
  db
    .prepare<[string, number], { id: string; json: string }>(
      'SELECT id, json FROM incidents WHERE substantial = 1 AND id > ? ORDER BY id LIMIT ?',
    )
    .all(after, most)

/** Those with an account in one of the documents, by time, without mentions in passing. */
export const incidentsIn = ({ db }: OpenRecord, documents: readonly string[]): Incident[] =>
  db
    .prepare<[string], { json: string }>(
      `SELECT json FROM incidents WHERE substantial = 1 AND id IN
         (SELECT incident FROM incident_accounts WHERE document IN (SELECT value FROM json_each(?)))
       ORDER BY start IS NULL, start, id`,
    )
    .all(JSON.stringify(documents))
    .map(({ json }) => JSON.parse(json))

export function countIncidents(record: OpenRecord, filter: IncidentFilter = {}): number {
  const { where, values } = conditions(record, filter)
  return (
    record.db.prepare<(string | number)[], { n: number }>(`SELECT count(*) AS n FROM incidents ${where}`).get(...values)
      ?.n ?? 0
  )
}

export function conditions(
  record: OpenRecord,
  { type, place, origin, since, until, disputed, unnamed, origins, substantial, collection }: IncidentFilter,
): { where: string; values: (string | number)[] } {
  // With a "+" the table is passed through: it has long rows, so that to look for each id in it takes longer.
  const all: Condition[] = incidentsWithin({ collection }, '+id')
  if (type !== undefined) all.push(['type = ?', [type.toUpperCase()]])
  if (place !== undefined) all.push(['id IN (SELECT value FROM json_each(?))', [JSON.stringify(idsAt(record, place))]])
  if (origin !== undefined)
    all.push(["id IN (SELECT incident FROM incident_accounts WHERE origin LIKE ? ESCAPE '\\')", [contains(origin)]])
  if (since !== undefined) all.push(['end >= ?', [since]])
  if (until !== undefined) all.push(['start <= ?', [until]])
  if (disputed) all.push(['disputed IS NOT NULL', []])
  if (unnamed) all.push(['unnamed = 1', []])
  if (origins !== undefined) all.push(['origins >= ?', [origins]])
  if (substantial) all.push(['substantial = 1', []])
  const where = all.length > 0 ? `WHERE ${all.map(([condition]) => condition).join(' AND ')}` : ''
  return { where, values: all.flatMap(([, values]) => values) }
}

/** Of these incidents, how many accounts there are, and how many of them are of documents outside the collection. */
export function countAccounts(record: OpenRecord, filter: IncidentFilter): { accounts: number; outside: number } {
  const [inside = ['1', []]] = idsWithin(filter, 'document')
  const { where, values } = conditions(record, filter)
  const row = record.db
    .prepare<(string | number)[], { accounts: number; within: number }>(
      `SELECT count(*) AS accounts, count(*) FILTER (WHERE ${inside[0]}) AS within
       FROM incident_accounts WHERE incident IN (SELECT id FROM incidents ${where})`,
    )
    .get(...inside[1], ...values)
  return { accounts: row?.accounts ?? 0, outside: (row?.accounts ?? 0) - (row?.within ?? 0) }
}

/** Of the incidents at the places that are wanted. */
function idsAt({ db }: OpenRecord, choose: ChoosePlaces): string[] {
  const rows = db
    .prepare<[], { id: string; place: string }>(
      "SELECT id, json ->> '$.place' AS place FROM incidents WHERE lat IS NOT NULL ORDER BY id",
    )
    .all()
  const places = new Map(rows.map(({ place }): [string, IncidentPlace] => [place, JSON.parse(place)]))
  const chosen = new Set(choose([...places.values()]))
  return rows.flatMap(({ id, place }) => {
    const at = places.get(place)
    return at && chosen.has(at) ? [id] : []
  })
}

/** By its id, with or without "i-", or the start of it if only one begins so. Throws UserError otherwise. */
export function findIncident({ db }: OpenRecord, typed: string): Incident {
  const id = typed.startsWith('i-') ? typed : `i-${typed}`
  const found = db
    .prepare<[string], { id: string; json: string }>(
      "SELECT id, json FROM incidents WHERE id LIKE ? ESCAPE '\\' ORDER BY id LIMIT 6",
    )
    .all(startsWith(id))
  const exact = found.find((one) => one.id === id) ?? (found.length === 1 ? found[0] : undefined)
  if (exact) return JSON.parse(exact.json)
  if (found.length === 0)
    throw new UserError(`no incident's id begins with "${typed}"; hearsay incidents lists them`, EXIT.usage)
  throw new UserError(
    `"${typed}" fits several incidents: ${found.map((one) => one.id).join(', ')}; write more of the id`,
    EXIT.usage,
  )
}

/** The id of the incident that holds this mention; null if none does, which can be so while incidents are refreshed. */
export function incidentOfEvent({ db }: OpenRecord, { document, article, event }: EventName): string | null {
  const rows = db
    .prepare<[string, number], { id: string; json: string }>(
      'SELECT DISTINCT id, json FROM incidents JOIN incident_accounts ON incident = id WHERE document = ? AND article = ?',
    )
    .all(document, article)
  const hasMention = ({ json }: { json: string }): boolean => {
    const { accounts }: Incident = JSON.parse(json)
    return accounts.some(
      (account) => account.document === document && account.article === article && account.events.includes(event),
    )
  }
  return rows.find(hasMention)?.id ?? null
}
