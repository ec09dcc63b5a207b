// How a document came into the record and what was read from it: as the log tells it, and as the tables have it. Both must be alike.

import { createHash } from 'node:crypto'
import type { Reading, Received } from '../../types.ts'
import { receivedOf } from '../documents.ts'
import type { OpenRecord } from '../open.ts'
import type { Entry } from './log.ts'

/** What is said in the log of a document that came; all of it but the bytes and the reading themselves. */
export interface Arrival {
  id: string
  origin: string
  mediaType: string
  retrievedAt: string | null
  /** In bytes. */
  size: number
  /** What the caller said of the bytes. */
  given: unknown
  /** Who read them, and the SHA-256 of the reading as JSON. */
  reader: unknown
  reading: string
}

export interface Sighting {
  origin: string
  id: string
  receivedAt: string
}

/** With every place that the bytes were seen at. */
export interface Stay extends Arrival {
  receivedAt: string
  sightings: Sighting[]
}

/** The entries by which a document comes into the record: read here, there before the log began, from another record. */
export const ARRIVALS: readonly string[] = ['received', 'found', 'imported']

export const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

export function arrivalOf({ bytes, ...given }: Received, { document, reader }: Reading, json: string): Arrival {
  const { id, origin, mediaType, retrievedAt = null } = document
  return { id, origin, mediaType, retrievedAt, size: bytes.length, given, reader, reading: sha256Of(json) }
}

/** What the entries about a document come to, in their order; null where none tells how it came. */
export function stayAsLogged(entries: readonly Entry[]): Stay | null {
  const coming = entries.find(({ what }) => ARRIVALS.includes(what))
  if (!coming) return null
  const { id, origin, mediaType, retrievedAt, size, given, reader, reading, ...more } = JSON.parse(coming.detail)
  const receivedAt: string = more.receivedAt ?? coming.at
  const sightings: Sighting[] = more.sightings ?? [{ origin, id, receivedAt }]
  const stay = { id, origin, mediaType, receivedAt, retrievedAt, size, given, reader, reading, sightings }
  for (const { number, at, what, detail } of entries) {
    if (number <= coming.number) continue
    const said = JSON.parse(detail)
    if (what === 'seen') sightings.push({ origin: said.origin, id: said.id, receivedAt: said.receivedAt ?? at })
    if (what === 'reread' || what === 'describe')
      Object.assign(stay, { reader: said.reader, mediaType: said.mediaType, reading: said.reading })
    if (what === 'describe') stay.given = said.given
  }
  return stay
}

/** As the tables have it, its bytes looked at anew. */
export function stayAsKept(record: OpenRecord, document: number): Stay {
  const { db } = record
  const row = db
    .prepare<[number], StayRow>(
      `SELECT id, origin, media_type AS mediaType, received_at AS receivedAt, retrieved_at AS retrievedAt, reader, given, json AS reading
       FROM documents JOIN raw ON raw.document = number JOIN readings ON readings.document = number WHERE number = ?`,
    )
    .get(document)
  if (!row) throw new Error('it is not whole')
  const sightings = db
    .prepare<[number], Sighting>(
      'SELECT origin, id, received_at AS receivedAt FROM sightings WHERE document = ? ORDER BY origin, id',
    )
    .all(document)
  return {
    ...row,
    size: receivedOf(record, document).bytes.length,
    given: fromJson(row.given),
    reader: fromJson(row.reader),
    reading: sha256Of(row.reading),
    sightings,
  }
}

type StayRow = Omit<Stay, 'size' | 'reader' | 'given' | 'sightings'> & { reader: string; given: string }

/** Text that the program would have written otherwise stays text, and so is unlike what was said in the log. */
function fromJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return JSON.stringify(value) === text ? value : text
}
