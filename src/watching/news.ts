// The versions that nobody has heard of yet -> the news in them: articles, corrections, incidents, second origins, disputes.

import { createHash } from 'node:crypto'
import { readingOf } from '../record/documents.ts'
import { openBefore } from '../record/incidents/before.ts'
import { incidentsIn } from '../record/incidents/list.ts'
import type { OpenRecord } from '../record/open.ts'
import { listUnannouncedDocuments, type Version } from '../record/versions.ts'
import type { Aspect, Incident } from '../types.ts'
import { type Change, changeIn, titleOf } from './changes.ts'

export type News = {
  /** The same however often it is announced. */
  id: string
  /** ISO 8601, UTC. */
  at: string
} & (
  | { news: 'article'; document: string; address: string; title: string | null; outlet: string | null }
  | { news: 'correction'; change: Change }
  | { news: 'incident'; incident: Incident }
  /** It has a second independent origin now. */
  | { news: 'origin'; incident: Incident }
  | { news: 'dispute'; incident: Incident; aspect: Aspect }
)

/** The record's incidents are those of its readings. */
export function newsIn(record: OpenRecord, unannounced: readonly Version[], at: string): News[] {
  const documents = listUnannouncedDocuments(record)
  const before = openBefore(record, documents)
  return [
    ...unannounced.flatMap((version) => ofVersion(record, version, at)),
    ...incidentsIn(record, documents).flatMap((incident) => ofIncident(incident, before(incident), at)),
  ]
}

function ofVersion(record: OpenRecord, version: Version, at: string): News[] {
  const { address, document, previous } = version
  if (previous !== null) {
    const change = changeIn(record, { ...version, previous })
    return change
      ? [{ id: uuidOf('correction', address, change.newer, change.found), at, news: 'correction', change }]
      : []
  }
  const reading = readingOf(record, document)
  const outlet = reading.articles.find((article) => article.outlet)?.outlet ?? null
  const { id } = reading.document
  return [
    { id: uuidOf('article', address, id), at, news: 'article', document: id, address, title: titleOf(reading), outlet },
  ]
}

/**
 * What is new about it. The id of an incident may change with a new account, so its events say which incident it was before.
 * @param before what was known of it: see record/incidents/before.ts
 */
export function ofIncident(incident: Incident, before: readonly Incident[], at: string): News[] {
  const events = eventsOf(incident)
  const kin = before.filter((each) => [...eventsOf(each)].some((event) => events.has(event)))
  const wasDisputed = ({ name }: Aspect) =>
    kin.some(({ aspects }) => aspects.some((aspect) => aspect.name === name && aspect.state === 'disputed'))
  const known: News[] =
    kin.length === 0
      ? [{ id: uuidOf('incident', incident.id), at, news: 'incident', incident }]
      : incident.origins > 1 && kin.every(({ origins }) => origins < 2)
        ? [{ id: uuidOf('origin', incident.id), at, news: 'origin', incident }]
        : []
  const disputes = incident.aspects.filter((aspect) => aspect.state === 'disputed' && !wasDisputed(aspect))
  return [
    ...known,
    ...disputes.map(
      (aspect): News => ({ id: uuidOf('dispute', incident.id, aspect.name), at, news: 'dispute', incident, aspect }),
    ),
  ]
}

const eventsOf = ({ accounts }: Incident): Set<string> =>
  new Set(accounts.flatMap(({ document, events }) => events.map((event) => `${document} ${event}`)))

/** A UUID of the eighth version, drawn from what it is about: valid as an IRI. */
export function uuidOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
