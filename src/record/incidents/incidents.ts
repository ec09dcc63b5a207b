// Incidents in the record: kept until a reading changes, listed, found by id.

import type { Aspect, EventName, Incident } from '../../types.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { breakSeal } from '../custody/seal.ts'
import { contains, startsWith } from '../match.ts'
import type { OpenRecord } from '../open.ts'

export interface IncidentFilter {
  /** PLOVER category. */
  type?: string
  /** Part of the place's name, or a country by its two letters. */
  place?: string
  /** Part of the name of an origin. */
  origin?: string
  /** ISO dates: what lies outside both is left out, and what has no time. */
  since?: string
  until?: string
  disputed?: boolean
  /** Whose origins are all hidden or nameless. */
  unnamed?: boolean
  /** Independent origins at least. */
  origins?: number
  /** Only deeds that more than one account tells, or one with a number, or with a place and a time: the rest is told in passing. */
  telling?: boolean
  /** By time where it is not said, those without one last; or those with most independent origins first. */
  sort?: 'time' | 'origins'
  limit?: number
}

/** Whether the incidents are those of the readings there are now. */
export function areIncidentsFresh({ db }: OpenRecord): boolean {
  return db.prepare<[], { fresh: number }>('SELECT fresh FROM incidents_state').get()?.fresh === 1
}

/** In place of all that were there, in one transaction. */
export function writeIncidents(record: OpenRecord, incidents: Iterable<Incident>): void {
  const write = record.db.transaction(() => {
    breakSeal(record)
    record.db.exec('DELETE FROM incident_accounts; DELETE FROM incidents')
    changeIncidents(record, { removed: [], added: incidents })
    markFresh(record)
  })
  write.immediate()
}

/** Takes some out and puts others in; the caller's transaction holds it together. */
export function changeIncidents(
  { db }: OpenRecord,
  { removed, added }: { removed: Iterable<string>; added: Iterable<Incident> },
): void {
  const remove = db.prepare('DELETE FROM incidents WHERE id = ?')
  for (const id of removed) remove.run(id)
  const insert = db.prepare(
    `INSERT INTO incidents (id, type, mode, start, end, place, country, lat, lon, accounts, origins, telling, unnamed, disputed, grade, json)
     VALUES (@id, @type, @mode, @start, @end, @place, @country, @lat, @lon, @accounts, @origins, @telling, @unnamed, @disputed, @grade, @json)`,
  )
  const account = db.prepare('INSERT INTO incident_accounts VALUES (?, ?, ?, ?, ?, ?, ?)')
  for (const incident of added) {
    insert.run(rowOf(incident))
    for (const [at, { document, article, event, origin, originKind }] of incident.accounts.entries())
      account.run(incident.id, at, document, article, event, origin, originKind)
  }
}

/** What worked them out is of yesterday, whatever the readings. */
export function markStale({ db }: OpenRecord): void {
  db.exec('UPDATE incidents_state SET fresh = 0')
}

export function markFresh({ db }: OpenRecord): void {
  db.exec('UPDATE incidents_state SET fresh = 1')
}

function rowOf(incident: Incident) {
  const { id, type, mode, time, place, accounts, aspects, origins, credibility } = incident
  return {
    id,
    type,
    mode: mode ?? null,
    start: time?.start ?? null,
    end: time?.end ?? null,
    place: place?.name ?? null,
    country: place?.country ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    accounts: accounts.length,
    origins,
    telling: isTelling(incident) ? 1 : 0,
    unnamed: accounts.every(({ originKind }) => originKind === 'unnamed') ? 1 : 0,
    disputed: disputedIn(aspects).join('; ') || null,
    grade: credibility.grade,
    json: JSON.stringify(incident),
  }
}

/** What is only said is among the statements. */
const SPEECH: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT'])

/** Less likely than this it is rather told in passing. */
const SURE = 0.3

const isTelling = ({ type, accounts, time, place, aspects, confidence }: Incident): boolean =>
  confidence >= SURE &&
  ((accounts.length > 1 && !SPEECH.has(type)) ||
    aspects.some(({ name }) => name.startsWith('count:')) ||
    (time !== null && place !== null && aspects.some(({ name }) => name === 'actor' || name === 'recipient')))

const disputedIn = (aspects: readonly Aspect[]): string[] =>
  aspects.filter(({ state }) => state === 'disputed').map(({ name }) => name)

const ORDERS = {
  time: 'start IS NULL, start, id',
  origins: 'origins DESC, accounts DESC, start IS NULL, start, id',
}

export function* listIncidents({ db }: OpenRecord, filter: IncidentFilter = {}): Generator<Incident> {
  const { where, values } = conditions(filter)
  const rows = db
    .prepare<(string | number)[], { json: string }>(
      `SELECT json FROM incidents ${where} ORDER BY ${ORDERS[filter.sort ?? 'time']} LIMIT ?`,
    )
    .iterate(...values, filter.limit ?? -1)
  for (const { json } of rows) yield JSON.parse(json)
}

/** Those with an account in one of the documents, by time; what is told in passing is left out. */
export const incidentsIn = ({ db }: OpenRecord, documents: readonly string[]): Incident[] =>
  db
    .prepare<[string], { json: string }>(
      `SELECT json FROM incidents WHERE telling = 1 AND id IN
         (SELECT incident FROM incident_accounts WHERE document IN (SELECT value FROM json_each(?)))
       ORDER BY start IS NULL, start, id`,
    )
    .all(JSON.stringify(documents))
    .map(({ json }) => JSON.parse(json))

export function countIncidents({ db }: OpenRecord, filter: IncidentFilter = {}): number {
  const { where, values } = conditions(filter)
  return (
    db.prepare<(string | number)[], { n: number }>(`SELECT count(*) AS n FROM incidents ${where}`).get(...values)?.n ??
    0
  )
}

function conditions({ type, place, origin, since, until, disputed, unnamed, origins, telling }: IncidentFilter): {
  where: string
  values: (string | number)[]
} {
  const all: [condition: string, values: (string | number)[]][] = []
  if (type !== undefined) all.push(['type = ?', [type.toUpperCase()]])
  if (place !== undefined)
    all.push(["(place LIKE ? ESCAPE '\\' OR country = ?)", [contains(place), place.toUpperCase()]])
  if (origin !== undefined)
    all.push(["id IN (SELECT incident FROM incident_accounts WHERE origin LIKE ? ESCAPE '\\')", [contains(origin)]])
  if (since !== undefined) all.push(['end >= ?', [since]])
  if (until !== undefined) all.push(['start <= ?', [until]])
  if (disputed) all.push(['disputed IS NOT NULL', []])
  if (unnamed) all.push(['unnamed = 1', []])
  if (origins !== undefined) all.push(['origins >= ?', [origins]])
  if (telling) all.push(['telling = 1', []])
  const where = all.length > 0 ? `WHERE ${all.map(([condition]) => condition).join(' AND ')}` : ''
  return { where, values: all.flatMap(([, values]) => values) }
}

/** By its id, with or without "i-", or the start of it where only one begins so. Throws UserError otherwise. */
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

/** The id of the one that tells of this mention; null where none does, as while they are worked out anew. */
export function incidentOfEvent({ db }: OpenRecord, { document, article, event }: EventName): string | null {
  const rows = db
    .prepare<[string, number], { id: string; json: string }>(
      'SELECT DISTINCT id, json FROM incidents JOIN incident_accounts ON incident = id WHERE document = ? AND article = ?',
    )
    .all(document, article)
  const isTold = ({ json }: { json: string }): boolean => {
    const { accounts }: Incident = JSON.parse(json)
    return accounts.some(
      (account) => account.document === document && account.article === article && account.events.includes(event),
    )
  }
  return rows.find(isTold)?.id ?? null
}
