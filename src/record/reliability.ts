// The record -> who is leaned on: how often each source speaks, through whom, and what other accounts make of what it says; and how
// reliable the user holds it.

import type { OpenRecord } from './open-record.ts'

export interface SourceRow {
  source: string
  kind: string
  statements: number
  /** Statements that came through somebody else. */
  relayed: number
  documents: number
  outlets: number
  /** Incidents that rest on it, those of them that an independent origin tells too, and those in dispute. */
  incidents: number
  corroborated: number
  contradicted: number
  /** By the user, A to F; F where nobody said. */
  reliability: string
}

/** Named sources and outlets, those that speak most first. */
export function* listSources({ db }: OpenRecord, limit = -1): Generator<SourceRow> {
  yield* db
    .prepare<[number], SourceRow>(
      `WITH told AS (
         SELECT origin AS source, count(DISTINCT incident) AS incidents,
           count(DISTINCT incident) FILTER (WHERE origins > 1) AS corroborated,
           count(DISTINCT incident) FILTER (WHERE disputed IS NOT NULL) AS contradicted
         FROM incident_accounts JOIN incidents ON incidents.id = incident WHERE origin_kind <> 'unnamed' GROUP BY origin
       ), said AS (
         SELECT source, max(source_kind) AS kind, count(*) AS statements, count(relay) AS relayed,
           count(DISTINCT document) AS documents, count(DISTINCT outlet) AS outlets
         FROM statements JOIN articles USING (document, article) WHERE named = 1 AND source IS NOT NULL GROUP BY source
       )
       SELECT said.*, coalesce(incidents, 0) AS incidents, coalesce(corroborated, 0) AS corroborated,
         coalesce(contradicted, 0) AS contradicted, coalesce(grade, 'F') AS reliability
       FROM said LEFT JOIN told USING (source) LEFT JOIN reliability ON name = source
       ORDER BY statements DESC, source LIMIT ?`,
    )
    .iterate(limit)
}

export function countSources({ db }: OpenRecord): number {
  return (
    db
      .prepare<[], { n: number }>(
        'SELECT count(DISTINCT source) AS n FROM statements WHERE named = 1 AND source IS NOT NULL',
      )
      .get()?.n ?? 0
  )
}

export function reliabilityOf({ db }: OpenRecord, name: string): string {
  return db.prepare<[string], { grade: string }>('SELECT grade FROM reliability WHERE name = ?').get(name)?.grade ?? 'F'
}

/** What the user said of it, and why; null where nothing was said. */
export const judgementOf = ({ db }: OpenRecord, name: string): { grade: string; why: string | null } | null =>
  db
    .prepare<[string], { grade: string; why: string | null }>('SELECT grade, why FROM reliability WHERE name = ?')
    .get(name) ?? null
