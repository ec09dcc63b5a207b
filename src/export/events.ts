// The articles of the record -> a row for each mention of an event: what, who, where, when, how many, and who says so.

import { surface } from '../record/rows.ts'
import type { EventMention } from '../types.ts'
import { type CitedArticle, type Parts, partsOf, passageAround, titleOf } from './articles.ts'
import { FATES } from './columns.ts'
import type { Cell, Row } from './rows.ts'

const SIDES = ['actor', 'recipient'] as const

export const EVENT_COLUMNS = [
  'document',
  'article',
  'id',
  'type',
  'mode',
  'trigger',
  'status',
  ...SIDES.flatMap((role) => [role, `${role}_text`, `${role}_country`, `${role}_sector`]),
  'instrument',
  'place',
  'place_text',
  'place_precision',
  'latitude',
  'longitude',
  'country',
  'admin1',
  'geoname_id',
  'date_start',
  'date_end',
  'date_value',
  'date_precision',
  'date_basis',
  'counts',
  ...FATES.flatMap((fate) => [`${fate}_low`, `${fate}_high`]),
  'statement',
  'source',
  'source_kind',
  'named',
  'stance',
  'confidence',
  'outlet',
  'published',
  'published_basis',
  'title',
  'url',
  'origin',
  'sha256',
  'trigger_start',
  'trigger_end',
  'start',
  'end',
  'passage',
]

export function* eventRows(cited: CitedArticle): Generator<Row> {
  const { reading, article, number } = cited
  const { id: document, origin, sha256, text } = reading.document
  const parts = partsOf(article)
  const shared = {
    document,
    article: number,
    outlet: article.outlet ?? null,
    published: article.published?.value ?? null,
    published_basis: article.published?.basis ?? null,
    title: titleOf(cited),
    url: article.url ?? null,
    origin,
    sha256,
  }
  for (const event of article.events) {
    const [start, end] = passageAround(article, event.trigger).span
    yield {
      ...shared,
      id: event.id,
      type: event.type,
      mode: event.mode ?? null,
      trigger: surface(text, [event.trigger]),
      status: event.status,
      ...partyCells(event, parts, text),
      ...placeCells(event, parts, text),
      ...timeCells(event, parts),
      ...countCells(event, parts, text),
      ...sourceCells(event, parts, text),
      confidence: event.confidence,
      trigger_start: event.trigger[0],
      trigger_end: event.trigger[1],
      start,
      end,
      passage: surface(text, [[start, end]]),
    }
  }
}

/** By name as far as the article gives one, and in the words of the passage; several are separated by "; ". */
function partyCells({ participants }: EventMention, { entities }: Parts, text: string): Row {
  const parties = participants.map(({ role, spans, entity }) => ({
    role,
    words: surface(text, spans),
    known: entity === undefined ? undefined : entities.get(entity),
  }))
  const sides = SIDES.flatMap((side): [string, Cell][] => {
    const own = parties.filter(({ role }) => role === side)
    return [
      [side, joined(own.map(({ known, words }) => known?.name ?? words))],
      [`${side}_text`, joined(own.map(({ words }) => words))],
      [`${side}_country`, joined(own.map(({ known }) => known?.actor?.country))],
      [`${side}_sector`, joined(own.map(({ known }) => known?.actor?.sector))],
    ]
  })
  const instruments = parties.filter(({ role }) => role === 'instrument')
  return { ...Object.fromEntries(sides), instrument: joined(instruments.map(({ words }) => words)) }
}

function placeCells({ place: id }: EventMention, { entities }: Parts, text: string): Row {
  const entity = id === undefined ? undefined : entities.get(id)
  const place = entity?.place
  return {
    place: entity?.name ?? null,
    place_text: entity?.mentions[0] ? surface(text, [entity.mentions[0].span]) : null,
    place_precision: place?.precision ?? null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    country: place?.country ?? null,
    admin1: place?.admin1 ?? null,
    geoname_id: place?.geonameId ?? null,
  }
}

function timeCells({ time: id }: EventMention, { times }: Parts): Row {
  const time = id === undefined ? undefined : times.get(id)
  return {
    date_start: time?.start ?? null,
    date_end: time?.end ?? null,
    date_value: time?.value ?? null,
    date_precision: time?.precision ?? null,
    date_basis: time?.basis ?? null,
  }
}

/** All counts in their words; of each fate the greatest, since others are parts of it. */
function countCells({ counts: ids }: EventMention, parts: Parts, text: string): Row {
  const counts = ids.flatMap((id) => parts.counts.get(id) ?? [])
  const cells: Record<string, Cell> = {
    counts: joined(counts.map(({ span, fate }) => [surface(text, [span]), fate].filter(Boolean).join(': '))),
  }
  for (const fate of FATES) {
    const [most] = counts.filter((one) => one.fate === fate).toSorted((a, b) => b.low - a.low)
    cells[`${fate}_low`] = most?.low ?? null
    cells[`${fate}_high`] = most?.high ?? null
  }
  return cells
}

/** Empty where the reporter tells it in his own voice. */
function sourceCells({ statement: id }: EventMention, { statements, entities }: Parts, text: string): Row {
  const statement = id === null ? undefined : statements.get(id)
  const source = statement?.source
  const name = source?.entity === undefined ? undefined : entities.get(source.entity)?.name
  return {
    statement: id,
    source: source ? (name ?? surface(text, source.spans)) : null,
    source_kind: source?.kind ?? null,
    named: statement ? (source?.named ?? false) : null,
    stance: statement?.stance ?? null,
  }
}

/** Null where there is nothing to join. */
const joined = (words: readonly (string | undefined)[]): string | null =>
  [...new Set(words.filter(Boolean))].join('; ') || null
