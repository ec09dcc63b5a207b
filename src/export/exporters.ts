// What can be exported and in which formats: an exporter for each pair, which turns the record into pieces of text or bytes.

import { archiveLines } from '../record/archive/archive.ts'
import { listReadings } from '../record/documents.ts'
import { findIncident, type IncidentFilter, listIncidents } from '../record/incidents/list.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Scope } from '../record/scope.ts'
import { ACLED_COLUMNS, acledRow } from './acled.ts'
import { annotations } from './annotations.ts'
import { ARTICLE_COLUMNS, articleRow, type CitedArticle, listArticles } from './articles.ts'
import { bibtex } from './bibtex.ts'
import { type CitedIncident, citeIncident, citeIncidents } from './cited.ts'
import { collectionDossier } from './collection-dossier.ts'
import { DOCUMENT_COLUMNS, SOURCE_COLUMNS, STATEMENT_COLUMNS } from './columns.ts'
import { csv, type Dialect } from './csv.ts'
import { dossier } from './dossier.ts'
import { EVENT_COLUMNS, eventRows } from './events.ts'
import { documentRows, map, sourceRows, statementRows } from './export.ts'
import { ftmArticles, ftmIncidents } from './ftm.ts'
import { GED_COLUMNS, gedRow } from './ged.ts'
import { geojson } from './geojson.ts'
import { INCIDENT_COLUMNS, incidentCells } from './incidents.ts'
import { parquet } from './parquet.ts'
import { POLECAT_COLUMNS, polecatRow } from './polecat.ts'
import { ndjson, type Piece, type Row } from './rows.ts'
import { schemaOrg } from './schema-org.ts'
import { withoutHazards } from './shape.ts'

interface Wanted {
  /** Which incidents, and of everything else which collection. */
  filter?: IncidentFilter
  /** Of the one incident, or the start of it. */
  id?: string
  /** Of CSV. */
  dialect?: Dialect
}

type Exporter = (record: OpenRecord, wanted: Wanted) => Iterable<Piece>

const rows = (columns: readonly string[], list: (record: OpenRecord, scope: Scope) => Iterable<Row>) =>
  ({
    csv: (record, { filter, dialect }) => csv(columns, list(record, within(filter)), dialect),
    ndjson: (record, { filter }) => ndjson(columns, list(record, within(filter))),
    parquet: (record, { filter }) => parquet(columns, list(record, within(filter))),
  }) satisfies Record<string, Exporter>

/** One exporter of articles. */
const articles =
  (write: (articles: Iterable<CitedArticle>) => Iterable<Piece>): Exporter =>
  (record, { filter }) =>
    write(listArticles(record, within(filter)))

const within = ({ collection }: IncidentFilter = {}): Scope => ({ collection })

const cited =
  (write: (incidents: Iterable<CitedIncident>, dialect?: Dialect) => Iterable<Piece>): Exporter =>
  (record, { filter = {}, dialect }) =>
    write(citeIncidents(record, filter), dialect)

/** For data sets that code what people did to each other. */
const deeds = (columns: readonly string[], toRow: (incident: CitedIncident) => Row): Exporter =>
  cited((incidents, dialect) => csv(columns, map(withoutHazards(incidents), toRow), dialect))

/** In each the first format is the one where none is named. */
export const EXPORTERS = {
  statements: {
    ...rows(STATEMENT_COLUMNS, statementRows),
    annotations: articles(annotations),
    'schema-org': articles(schemaOrg),
  },
  events: rows(EVENT_COLUMNS, (record, scope) => flatMap(listArticles(record, scope), eventRows)),
  incidents: {
    csv: cited((incidents, dialect) => csv(INCIDENT_COLUMNS, map(incidents, incidentCells), dialect)),
    ndjson: (record, { filter }) => lines(map(listIncidents(record, filter), (incident) => JSON.stringify(incident))),
    parquet: cited((incidents) => parquet(INCIDENT_COLUMNS, map(incidents, incidentCells))),
    geojson: cited(geojson),
    ged: deeds(GED_COLUMNS, gedRow),
    acled: deeds(ACLED_COLUMNS, acledRow),
    polecat: deeds(POLECAT_COLUMNS, polecatRow),
    ftm: cited(ftmIncidents),
  },
  incident: {
    html: (record, { id = '' }) => dossier(record, citeIncident(record, id)),
    ndjson: (record, { id = '' }) => [`${JSON.stringify(findIncident(record, id))}\n`],
  },
  sources: rows(SOURCE_COLUMNS, sourceRows),
  articles: {
    ...rows(ARTICLE_COLUMNS, (record, scope) => map(listArticles(record, scope), articleRow)),
    bibtex: articles(bibtex),
    ftm: articles(ftmArticles),
  },
  documents: rows(DOCUMENT_COLUMNS, (record, scope) => documentRows(record, -1, scope)),
  /** As schema/reading.json describes them. */
  readings: { ndjson: (record, { filter }) => lines(listReadings(record, within(filter))) },
  /** All of it, for `hearsay import`. */
  record: { ndjson: (record, { filter }) => archiveLines(record, within(filter)) },
  /** All incidents of one, to print. */
  collection: { html: (record, { filter }) => collectionDossier(record, filter?.collection ?? '') },
} satisfies Record<string, Record<string, Exporter>>

/** Those that are CSV. */
export const CSV_FORMATS: readonly string[] = ['csv', 'ged', 'acled', 'polecat']

export type What = keyof typeof EXPORTERS

export const formatsOf = (what: What): string[] => Object.keys(EXPORTERS[what])

/** Null where the format does not fit. */
export function exporterFor(what: What, format: string): Exporter | null {
  const exporters: Record<string, Exporter> = EXPORTERS[what]
  return Object.hasOwn(exporters, format) ? exporters[format] : null
}

function* lines(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield `${text}\n`
}

function* flatMap<From, To>(items: Iterable<From>, change: (item: From) => Iterable<To>): Generator<To> {
  for (const item of items) yield* change(item)
}
