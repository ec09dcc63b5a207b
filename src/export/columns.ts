// The columns of each exported table, in order: columns in CSV, fields in NDJSON.

import type { DocumentRow } from '../record/documents.ts'
import type { SourceFigures } from '../record/incidents/figures.ts'
import type { CitedStatement } from '../record/rows.ts'
import type { Fate } from '../types.ts'

/** What may become of people, each with columns of its own. */
export const FATES = [
  'killed',
  'injured',
  'detained',
  'abducted',
  'displaced',
  'missing',
] as const satisfies readonly Fate[]

export const STATEMENT_COLUMNS = [
  'document',
  'article',
  'id',
  'source',
  'source_text',
  'source_kind',
  'named',
  'relay',
  'addressee',
  'cue',
  'content',
  'manner',
  'stance',
  'within',
  'outlet',
  'published',
  'published_basis',
  'title',
  'url',
  'origin',
  'sha256',
  'start',
  'end',
  'passage',
] as const satisfies readonly (keyof CitedStatement)[]

export const DOCUMENT_COLUMNS = [
  'id',
  'sha256',
  'origin',
  'media_type',
  'received_at',
  'retrieved_at',
  'articles',
  'statements',
  'unnamed',
  'sightings',
  'warnings',
  'title',
  'outlet',
  'published',
  'reader',
] as const satisfies readonly (keyof DocumentRow)[]

export const HIT_COLUMNS = [
  'where',
  'document',
  'article',
  'id',
  'source',
  'outlet',
  'snippet',
  'start',
  'end',
  'origin',
  'sha256',
] as const

export const SOURCE_COLUMNS = [
  'source',
  'kind',
  'statements',
  'relayed',
  'documents',
  'outlets',
  'incidents',
  'corroborated',
  'contradicted',
  'reliability',
  'names',
  'party',
  'part',
  'side',
] as const satisfies readonly (keyof SourceFigures)[]
