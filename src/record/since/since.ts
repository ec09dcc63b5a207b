// An entry of the log -> what has been done to the record since: by whom, what came in, and which incidents changed with it.

import type { Entry } from '../custody/log.ts'
import { ENTRIES } from '../decided.ts'
import { incidentsIn } from '../incidents/list.ts'
import type { OpenRecord } from '../open.ts'
import { type IncidentChange, incidentChanges } from './incident-changes.ts'

interface NewDocument {
  sha256: string
  id: string
  title: string | null
  outlet: string | null
  origin: string
}

/** An entry by which somebody decided, proposed, approved or said something. */
export type Deed = Pick<Entry, 'number' | 'at' | 'who' | 'what' | 'about'> & {
  /** Number of the entry that it is about: the decision withdrawn, the proposal approved. */
  of: number | null
  /** Of a change of the setting: whether decisions need approval from then on. */
  approval: boolean | null
}

export interface Since {
  from: number
  /** Number of the last entry. */
  to: number
  /** The last first. */
  deeds: { total: number; items: Deed[] }
  documents: { total: number; items: NewDocument[] }
  /** Documents that another reader read again. */
  reread: number
  incidents: { total: number; items: IncidentChange[] }
}

/** What people do; what the program does by itself is counted. */
const DEEDS = [...ENTRIES, 'describe', 'approval']
const ARRIVED = ['received', 'imported', 'found']

/** Comparing takes long: never more incidents than a tenth of that. */
const MOST = 10_000

/** Number of the last entry before a day, or a moment: ISO 8601, UTC. */
export const entryBefore = ({ db }: OpenRecord, moment: string): number =>
  db.prepare<[string], number>('SELECT coalesce(max(number), 0) FROM log WHERE at < ?').pluck().get(moment) ?? 0

const marks = (list: readonly unknown[]): string => list.map(() => '?').join(', ')

/** @param most so many of each are listed, and a tenth of that of incidents, which must be compared with what they were */
export function changesSince(record: OpenRecord, from: number, most: number): Since {
  const { db } = record
  const count = (whats: readonly string[]): number =>
    db
      .prepare<unknown[], number>(`SELECT count(*) FROM log WHERE what IN (${marks(whats)}) AND number > ?`)
      .pluck()
      .get(...whats, from) ?? 0
  const deeds = db
    .prepare<unknown[], Omit<Deed, 'approval'> & { approval: 0 | 1 | null }>(
      `SELECT number, at, who, what, about, detail ->> '$.of' AS of, CASE what WHEN 'approval' THEN detail ->> '$.after' END AS approval
       FROM log WHERE what IN (${marks(DEEDS)}) AND number > ? ORDER BY number DESC LIMIT ?`,
    )
    .all(...DEEDS, from, most)
    .map((deed): Deed => ({ ...deed, approval: deed.approval === null ? null : deed.approval === 1 }))
  const documents = db
    .prepare<unknown[], NewDocument>(
      `SELECT sha256, id, origin, (SELECT title FROM articles WHERE document = d.number AND title IS NOT NULL ORDER BY article LIMIT 1) AS title,
         (SELECT outlet FROM articles WHERE document = d.number AND outlet IS NOT NULL ORDER BY article LIMIT 1) AS outlet
       FROM log JOIN documents d ON sha256 = about WHERE what IN (${marks(ARRIVED)}) AND log.number > ? ORDER BY log.number DESC LIMIT ?`,
    )
    .all(...ARRIVED, from, most)
  const ids = documents.map(({ id }) => id)
  const touched = from === 0 ? [] : incidentsIn(record, ids)
  return {
    from,
    to: db.prepare<[], number>('SELECT coalesce(max(number), 0) FROM log').pluck().get() ?? 0,
    deeds: { total: count(DEEDS), items: deeds },
    documents: { total: count(ARRIVED), items: documents },
    reread: count(['reread']),
    incidents: incidentChanges(record, touched, ids, Math.ceil(Math.min(most, MOST) / 10)),
  }
}
