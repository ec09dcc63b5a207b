// The record -> the figures about its sources: how often each speaks, and how its incidents fare. All pages, commands and exports take
// them from here.

import type { OpenRecord } from '../open-record.ts'

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
}

export interface SourceFilter {
  /** Only those with a name. */
  named?: boolean
  limit?: number
}

/** Through the index of sources, rows would be fetched one by one, which takes a third longer. */
const SAID = saidBy('NOT INDEXED JOIN articles USING (document, article) WHERE source IS NOT NULL')
function saidBy(which: string): string {
  return `
  SELECT source, max(source_kind) AS kind, max(named) AS named, count(*) AS statements, count(relay) AS relayed,
    count(DISTINCT document) AS documents, count(DISTINCT (document << 20) + article) AS articles,
    count(DISTINCT outlet) AS outlets
  FROM statements ${which} GROUP BY source`
}

/** An unnamed source is counted by its words alone, and never together with a named one. */
const BECAME = becameOf('')
function becameOf(which: string): string {
  return `
  SELECT origin AS source, origin_kind <> 'unnamed' AS named, count(DISTINCT incident) AS incidents,
    count(DISTINCT incident) FILTER (WHERE origins > 1) AS corroborated,
    count(DISTINCT incident) FILTER (WHERE disputed IS NOT NULL) AS contradicted
  FROM incident_accounts JOIN incidents ON incidents.id = incident WHERE substantial = 1 ${which} GROUP BY 1, 2`
}

const JOINED = `
  SELECT said.*, coalesce(incidents, 0) AS incidents, coalesce(corroborated, 0) AS corroborated,
    coalesce(contradicted, 0) AS contradicted, coalesce(grade, 'F') AS reliability
  FROM said LEFT JOIN became USING (source, named) LEFT JOIN reliability ON name = source`

/** Of one source, by its exact name; null if it is cited nowhere. */
export const sourceFigures = ({ db }: OpenRecord, name: string): SourceFigures | null =>
  db
    .prepare<{ name: string }, SourceFigures>(
      `WITH said AS (${saidBy('JOIN articles USING (document, article) WHERE source = @name')}),
         became AS (${becameOf('AND origin = @name')}) ${JOINED}`,
    )
    .get({ name }) ?? null

/** Those that speak most first, and of those the ones in most documents. */
export function* listSourceFigures(
  { db }: OpenRecord,
  { named = false, limit = -1 }: SourceFilter = {},
): Generator<SourceFigures> {
  yield* db
    .prepare<[number, number], SourceFigures>(
      `WITH said AS (${SAID}), became AS (${BECAME}) ${JOINED}
       WHERE said.named >= ? ORDER BY statements DESC, documents DESC, source LIMIT ?`,
    )
    .iterate(named ? 1 : 0, limit)
}

export const countNamedSources = ({ db }: OpenRecord): number =>
  db.prepare<[], number>('SELECT count(DISTINCT source) FROM statements WHERE named = 1').pluck().get() ?? 0
