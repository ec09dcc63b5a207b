// The record -> its statements, each with article and document: all of them, or those that a filter leaves.

import type { Stance } from '../types.ts'
import { contains } from './match.ts'
import type { OpenRecord } from './open-record.ts'
import type { CitedStatement } from './rows.ts'

export interface StatementFilter {
  /** Part of the source's name or of the words used for it. */
  source?: string
  /** Part of the outlet's name. */
  outlet?: string
  document?: number
  /** Only those whose source is given by name, or only the others. */
  named?: boolean
  stance?: Stance
  limit?: number
}

const FROM = 'FROM statements s JOIN documents d ON d.number = s.document JOIN articles a USING (document, article)'

// A generator, because an open query that nobody has begun to read would keep the record from being closed.
export function* listStatements({ db }: OpenRecord, filter: StatementFilter = {}): Generator<CitedStatement> {
  const { where, values } = conditions(filter)
  yield* db
    .prepare<(string | number)[], CitedStatement>(
      `SELECT s.article, s.id, s.source, s.source_text, s.source_kind, s.named, s.relay, s.cue, s.content, s.manner, s.stance,
         s.within, s.start, s.end, s.passage, d.id AS document, d.sha256, d.origin,
         a.title, a.outlet, a.url, a.published, a.published_basis
       ${FROM} ${where} ORDER BY s.document, s.number LIMIT ?`,
    )
    .iterate(...values, filter.limit ?? -1)
}

/** How many there are, whatever the limit. */
export function countStatements({ db }: OpenRecord, filter: StatementFilter = {}): number {
  const { where, values } = conditions(filter)
  return db.prepare<(string | number)[], { n: number }>(`SELECT count(*) AS n ${FROM} ${where}`).get(...values)?.n ?? 0
}

function conditions({ source, outlet, document, named, stance }: StatementFilter): {
  where: string
  values: (string | number)[]
} {
  const all: [condition: string, values: (string | number)[]][] = []
  if (source !== undefined) {
    all.push([
      "(s.source LIKE ? ESCAPE '\\' OR s.source_text LIKE ? ESCAPE '\\')",
      [contains(source), contains(source)],
    ])
  }
  if (outlet !== undefined) all.push(["a.outlet LIKE ? ESCAPE '\\'", [contains(outlet)]])
  if (document !== undefined) all.push(['s.document = ?', [document]])
  if (named !== undefined) all.push(['s.named = ?', [named ? 1 : 0]])
  if (stance !== undefined) all.push(['s.stance = ?', [stance]])
  const where = all.length > 0 ? `WHERE ${all.map(([condition]) => condition).join(' AND ')}` : ''
  return { where, values: all.flatMap(([, values]) => values) }
}
