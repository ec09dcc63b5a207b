// The record -> how reliable the user holds a source or an outlet, by the Admiralty code.

import type { OpenRecord } from './open-record.ts'

/** A to F; F if the user never said. */
export function reliabilityOf({ db }: OpenRecord, name: string): string {
  return db.prepare<[string], { grade: string }>('SELECT grade FROM reliability WHERE name = ?').get(name)?.grade ?? 'F'
}

/** With the user's reason; null if the user never said. */
export const judgementOf = ({ db }: OpenRecord, name: string): { grade: string; why: string | null } | null =>
  db
    .prepare<[string], { grade: string; why: string | null }>('SELECT grade, why FROM reliability WHERE name = ?')
    .get(name) ?? null

/** The same of the first of these names that the user said it of: a party has several. */
export const judgementOfNames = (record: OpenRecord, names: readonly string[]): ReturnType<typeof judgementOf> =>
  names.flatMap((name) => judgementOf(record, name) ?? [])[0] ?? null

/** Of the sources and outlets that anybody judged. */
export const gradedNames = ({ db }: OpenRecord): Set<string> =>
  new Set(db.prepare<[], string>("SELECT name FROM reliability WHERE grade <> 'F'").pluck().all())
