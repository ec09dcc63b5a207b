// A reading that came from elsewhere, and its document -> what is wrong with it, in a few words: what the types say, and what they
// cannot say. Spans lie in the text, ids lead somewhere, numbers and dates are such, and no person has decided anything in it.

import type { Article, Reading } from '../../types.ts'
import { isDate, isDay } from './formats.ts'
import { faultOfShape, READING_SCHEMA, type SchemaPart } from './shapes.ts'

/** Null where nothing is wrong. */
export function faultOfReading(value: unknown): string | null {
  const fault = faultOfDecidedReading(value)
  if (fault !== null) return fault
  const { decisions, articles } = value as Reading
  if (decisions !== undefined) return 'decisions: a reader decides nothing'
  const parts = articles.flatMap(({ statements, events, entities, times, counts }) => [
    statements,
    events,
    entities,
    times,
    counts,
  ])
  return parts.flat().some(({ decided }) => decided !== undefined) ? 'decided: a reader decides nothing' : null
}

/** The same of a reading in which people may have decided. */
export function faultOfDecidedReading(value: unknown): string | null {
  const shape = faultOfShape('reading', value)
  if (shape !== null) return shape
  for (const fault of faultsIn(value as Reading)) return fault
  return null
}

function* faultsIn(reading: Reading): Generator<string> {
  yield* faultsOfSpans(reading, reading.document.text.length, '')
  const ids = new Set<string>()
  for (const [index, article] of reading.articles.entries())
    for (const fault of faultsOfArticle(article, ids)) yield `articles.${index}.${fault}`
}

function* faultsOfArticle(article: Article, ids: Set<string>): Generator<string> {
  const { blocks, sentences = [], statements, events, entities, times, counts, signals = [], published } = article
  const [known, repeated] = idsOf(article, ids)
  if (repeated !== undefined) yield `${repeated}: this id is there twice`
  const named: [where: string, from: keyof typeof known, id: string | null | undefined][] = [
    ...statements.flatMap(({ source, relay = [], addressee, within }) => [
      ['statements.source.entity', 'entities', source?.entity] as const,
      ['statements.source.cites.entity', 'entities', source?.cites?.entity] as const,
      ...relay.map((id) => ['statements.relay', 'entities', id] as const),
      ['statements.addressee.entity', 'entities', addressee?.entity] as const,
      ['statements.within', 'statements', within] as const,
    ]),
    ...events.flatMap((event) => [
      ...event.participants.map(({ entity }) => ['events.participants.entity', 'entities', entity] as const),
      ['events.place', 'entities', event.place] as const,
      ['events.time', 'times', event.time] as const,
      ...event.counts.map((id) => ['events.counts', 'counts', id] as const),
      ['events.statement', 'statements', event.statement] as const,
      ['events.denies.event', 'events', event.denies?.event] as const,
      ['events.denies.statement', 'statements', event.denies?.statement] as const,
    ]),
    ...counts.flatMap(({ partOf, was }) => [
      ['counts.partOf', 'counts', partOf] as const,
      ['counts.was', 'counts', was] as const,
    ]),
    ...signals.flatMap(({ statement, event }) => [
      ['signals.statement', 'statements', statement] as const,
      ['signals.event', 'events', event] as const,
    ]),
  ].map(([where, from, id]) => [where, from, id])
  for (const [where, from, id] of named)
    if (id !== undefined && id !== null && !known[from].has(id)) yield `${where}: there is no ${id} in its ${from}`
  if (circles(statements.map(({ id, within }) => [id, within]))) yield 'statements.within: it goes in a circle'
  if (circles(counts.map(({ id, partOf }) => [id, partOf]))) yield 'counts.partOf: it goes in a circle'
  if (circles(counts.map(({ id, was }) => [id, was]))) yield 'counts.was: it goes in a circle'
  for (const { block } of sentences) if (!(block in blocks)) yield `sentences.block: there is no block ${block}`
  for (const { sentence } of events)
    if (sentence !== undefined && !(sentence in sentences)) yield `events.sentence: there is no sentence ${sentence}`
  if (published && !isDate(published.value)) yield `published.value: "${published.value}" is no date`
  for (const { start, end } of times)
    for (const day of [start, end]) if (day !== undefined && !isDay(day)) yield `times: "${day}" is no day`
  for (const { place } of entities)
    if (place && !(Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180)) yield 'entities.place: it is not on Earth'
  for (const { confidence } of events)
    if (!(confidence >= 0 && confidence <= 1)) yield `events.confidence: ${confidence} is not from 0 to 1`
}

/** Those of an article, each list by itself, and the first that was there before. */
function idsOf({ statements, events, entities, times, counts }: Article, all: Set<string>) {
  let repeated: string | undefined
  const known = { statements, events, entities, times, counts }
  const sets = Object.entries(known).map(([name, list]) => {
    const ids = list.map(({ id }) => id)
    for (const id of ids) {
      if (all.has(id)) repeated ??= id
      all.add(id)
    }
    return [name, new Set(ids)] as const
  })
  return [Object.fromEntries(sets) as Record<keyof typeof known, Set<string>>, repeated] as const
}

/** Whether a thing is, over what it is a part of, a part of itself. */
function circles(parts: readonly [id: string, whole: string | undefined][]): boolean {
  const wholes = new Map(parts)
  const cleared = new Set<string>()
  return parts.some(([id]) => {
    const passed = new Set<string>()
    for (let at: string | undefined = id; at !== undefined && !cleared.has(at); at = wholes.get(at)) {
      if (passed.has(at)) return true
      passed.add(at)
    }
    for (const one of passed) cleared.add(one)
    return false
  })
}

const isSpan = ({ $ref }: SchemaPart): boolean => $ref === '#/definitions/Span'

/** The keys under which the schema has a span, or several. */
const SPAN_KEYS = new Set(Object.values(READING_SCHEMA.definitions).flatMap((part) => [...spanKeysOf(part)]))

function* spanKeysOf(part: SchemaPart): Generator<string> {
  for (const [key, value] of Object.entries(part.properties ?? {})) {
    const items = Array.isArray(value.items) ? undefined : value.items
    if (isSpan(value) || (items && isSpan(items))) yield key
    for (const inner of [value, items, ...(value.anyOf ?? [])]) if (inner) yield* spanKeysOf(inner)
  }
}

function* faultsOfSpans(value: object, length: number, path: string): Generator<string> {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'object' || inner === null) continue
    const at = path === '' ? key : `${path}.${key}`
    if (!SPAN_KEYS.has(key)) yield* faultsOfSpans(inner, length, at)
    else
      for (const span of isPair(inner) ? [inner] : Object.values(inner))
        if (!isWithin(span, length)) yield `${at}: [${span}] is no stretch of its text`
  }
}

const isPair = (value: object): boolean => Array.isArray(value) && typeof value[0] === 'number'

const isWithin = (span: unknown, length: number): boolean => {
  if (!Array.isArray(span)) return true // something else of the same name
  const [start, end] = span
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length
}
