// The record -> its statements, each with article and document: all of them, or those that a filter leaves.

import type { Stance } from '../types.ts'
import type { NumberedStatement } from './browse.ts'
import { contains, fullTextQuery } from './match.ts'
import type { OpenRecord } from './open-record.ts'
import type { CitedStatement } from './rows.ts'
import { type Condition, documentsWithin, type Scope } from './scope.ts'
import { spellingsIn } from './spellings.ts'

export interface StatementFilter extends Scope {
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

export interface StatementSearch extends StatementFilter {
  /** All of them occur, as `hearsay search` finds them. */
  words?: string
  /** ISO dates, both included, of publication; an article without a date is left out. */
  since?: string
  until?: string
  /** Only these, by their numbers. */
  among?: Iterable<number>
  /** Only those with a lower number. */
  below?: number
}

const FROM = 'FROM statements s JOIN documents d ON d.number = s.document JOIN articles a USING (document, article)'

// A generator, because an open query that nobody has begun to read would keep the record from being closed.
export function* listStatements({ db }: OpenRecord, filter: StatementFilter = {}): Generator<CitedStatement> {
  const { where, values } = conditions(filter)
  yield* db
    .prepare<(string | number)[], CitedStatement>(
      `SELECT s.article, s.id, s.source, s.source_text, s.source_kind, s.named, s.relay, s.addressee, s.cue, s.content, s.manner, s.stance,
         s.within, s.start, s.end, s.passage, d.id AS document, d.sha256, d.origin,
         a.title, a.outlet, a.url, a.published, a.published_basis
       ${FROM} ${where} ORDER BY s.document, s.number LIMIT ?`,
    )
    .iterate(...values, filter.limit ?? -1)
}

/** With their numbers, those that were read last first. Nothing if `words` holds no word. */
export function* findStatements(record: OpenRecord, search: StatementSearch): Generator<NumberedStatement> {
  const { words, since, until, among, below, limit = -1 } = search
  const query = words === undefined ? undefined : fullTextQuery(words, spellingsIn(record))
  if (query === null) return
  const { where, values } = conditions(search)
  const more: [condition: string, value: string | number][] = []
  if (query !== undefined)
    more.push(['s.number IN (SELECT rowid FROM statements_text WHERE statements_text MATCH ?)', query])
  if (since !== undefined) more.push(['a.published >= ?', since])
  if (until !== undefined) more.push([`substr(a.published, 1, ${until.length}) <= ?`, until])
  if (among !== undefined) more.push(['s.number IN (SELECT value FROM json_each(?))', JSON.stringify([...among])])
  if (below !== undefined) more.push(['s.number < ?', below])
  const all = [where.replace('WHERE ', ''), ...more.map(([condition]) => condition)].filter(Boolean).join(' AND ')
  yield* record.db
    .prepare<(string | number)[], NumberedStatement>(
      `SELECT s.number, s.article, s.id, s.source, s.source_text, s.source_kind, s.named, s.relay, s.addressee, s.cue, s.content, s.manner,
         s.stance, s.within, s.start, s.end, s.passage, d.id AS document, d.sha256, d.origin,
         a.title, a.outlet, a.url, a.published, a.published_basis
       ${FROM} ${all === '' ? '' : `WHERE ${all}`} ORDER BY s.number DESC LIMIT ?`,
    )
    .iterate(...values, ...more.map(([, value]) => value), limit)
}

/** Names of sources that contain this, those that speak most first. */
export const sourcesCalled = ({ db }: OpenRecord, part: string, limit: number): string[] =>
  db
    .prepare<[string, number], string>(
      `SELECT source FROM statements WHERE source LIKE ? ESCAPE '\\' GROUP BY source ORDER BY count(*) DESC, source LIMIT ?`,
    )
    .pluck()
    .all(contains(part), limit)

/** How many there are, whatever the limit. */
export function countStatements({ db }: OpenRecord, filter: StatementFilter = {}): number {
  const { where, values } = conditions(filter)
  return db.prepare<(string | number)[], { n: number }>(`SELECT count(*) AS n ${FROM} ${where}`).get(...values)?.n ?? 0
}

function conditions({ source, outlet, document, named, stance, collection }: StatementFilter): {
  where: string
  values: (string | number)[]
} {
  const all: Condition[] = documentsWithin({ collection }, 's.document')
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
