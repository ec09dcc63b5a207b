// What part of the record is meant -> the conditions, in SQL, that leave its documents and its incidents. Every list, page and export that
// takes a collection takes it from here.

import { EXIT, UserError } from '../user-error.ts'
import type { OpenRecord } from './open-record.ts'

/** Of the whole record, or of what people filed under one name. */
export interface Scope {
  collection?: string | undefined
}

/** A condition of SQL with the values of its question marks. */
export type Condition = [sql: string, values: (string | number)[]]

const FILED = 'SELECT document FROM raw WHERE collection = ?'

/** @param column with a document's number; none where all documents are meant */
export const documentsWithin = ({ collection }: Scope, column: string): Condition[] =>
  collection === undefined ? [] : [[`${column} IN (${FILED})`, [collection]]]

/** @param column with a document's id, which accounts carry */
export const idsWithin = ({ collection }: Scope, column: string): Condition[] =>
  collection === undefined ? [] : [[`${column} IN (SELECT id FROM documents WHERE number IN (${FILED}))`, [collection]]]

/** An incident is of a collection if an account of it is. @param column with an incident's id */
export const incidentsWithin = (scope: Scope, column: string): Condition[] =>
  idsWithin(scope, 'document').map(([sql, values]) => [
    `${column} IN (SELECT incident FROM incident_accounts WHERE ${sql})`,
    values,
  ])

/** As they follow WHERE, or AND after other words; "" for none. */
export function joined(
  conditions: readonly Condition[],
  first: 'WHERE' | 'AND',
): { where: string; values: Condition[1] } {
  const where = conditions.length === 0 ? '' : ` ${first} ${conditions.map(([sql]) => sql).join(' AND ')}`
  return { where, values: conditions.flatMap(([, values]) => values) }
}

/** Numbers of the documents of a collection. */
export const documentsFiled = ({ db }: OpenRecord, collection: string): number[] =>
  db.prepare<[string], number>(`${FILED} ORDER BY document`).pluck().all(collection)

/** The same by their ids, which accounts carry. */
export const idsFiled = ({ db }: OpenRecord, collection: string): Map<string, number> =>
  new Map(
    db
      .prepare<[string], { id: string; number: number }>(`SELECT id, number FROM documents WHERE number IN (${FILED})`)
      .all(collection)
      .map(({ id, number }) => [id, number]),
  )

/** Throws UserError where nothing is filed under the name. */
export function checkScope(record: OpenRecord, { collection }: Scope): void {
  if (collection === undefined) return
  const found = record.db.prepare<[string], number>(`${FILED} LIMIT 1`).get(collection)
  if (!found)
    throw new UserError(
      `there is no collection "${collection.slice(0, 200)}"; hearsay collections lists them`,
      EXIT.usage,
    )
}
