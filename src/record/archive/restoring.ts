// A document of an archive, and what the archive's log says of it -> the document, once both agree and its reading comes from its bytes.
// Throws UserError where that is not so.

import { isDeepStrictEqual } from 'node:util'
import type { Reading, Received } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import { type Stay, sha256Of, stayAsLogged } from '../custody/arrival.ts'
import { differences } from '../custody/check-documents.ts'
import type { Entry } from '../custody/log.ts'
import type { ArchivedDocument, ArchivedGrade } from './archive.ts'
import { faultOfReading } from './check-reading.ts'

/** Takes what an archive holds, in its order, once it was checked. */
export interface Restoring {
  entry(entry: Entry): void
  document(document: ArchivedDocument, reading: string): Promise<void>
  grade(grade: ArchivedGrade): void
  finish(): Restored
}

/** Who reads here. What fails says why. */
export interface PresentReader {
  /** What was found of a document before, if anything. */
  found?(document: ArchivedDocument): { anew: Reading | null } | null
  identity(): Promise<Reading['reader']>
  read(received: Received): Promise<{ reading: Reading } | { failure: Error }>
  /** The text alone that the bytes hold. */
  textOf(received: Received): Promise<{ text: string } | { failure: Error }>
}

/** How many of each were new to the record. */
export interface Restored {
  documents: number
  sightings: number
  decisions: number
  /** Documents of the archive that were there before. */
  known: number
  /** Documents that another reader had read, in a way that cannot be checked: they were read anew. */
  anew: number
}

export interface Checked {
  stay: Stay
  received: Received
  reading: Reading
  /** The reading is not the archive's: it was read here, from the bytes. */
  anew: boolean
}

/** @param json the reading */
export async function checkArchived(
  document: ArchivedDocument,
  json: string,
  entries: readonly Entry[],
  reader: PresentReader,
): Promise<Checked> {
  const { sha256, bytes: packed, ...stay } = document
  const bytes = Buffer.from(packed, 'base64')
  const logged = stayAsLogged(entries)
  const what =
    sha256Of(bytes) !== sha256 || bytes.length !== stay.size
      ? 'its bytes are not those that came'
      : sha256Of(json) !== stay.reading
        ? 'its reading is not what the log says'
        : logged
          ? [...differences(stay, logged)][0]
          : 'no entry of the log tells how it came'
  if (what !== undefined) throw new UserError(`document ${sha256}: ${what}`)
  const received = { ...(stay.given as Received), bytes }
  const reading = JSON.parse(json)
  const found = reader.found?.(document)
  if (found) return { stay, received, reading: found.anew ?? reading, anew: found.anew !== null }
  const fault = await faultOf(reading, sha256, stay, received, reader)
  if (fault === null) return { stay, received, reading, anew: false }
  if (isDeepStrictEqual(stay.reader, await reader.identity())) throw new UserError(`document ${sha256}: ${fault}`)
  const outcome = await reader.read(received)
  if ('reading' in outcome) return { stay, received, reading: outcome.reading, anew: true }
  throw new UserError(
    `document ${sha256}: another version read it, and this one cannot check that (${fault}), nor read it anew (${outcome.failure.message})`,
  )
}

/** Null where the reading is whole, of this document, and of the text that its bytes hold. */
async function faultOf(
  value: Reading,
  sha256: string,
  stay: Stay,
  received: Received,
  { textOf }: PresentReader,
): Promise<string | null> {
  const fault = faultOfReading(value)
  if (fault !== null) return `its reading is not whole: ${fault}`
  const { document, reader } = value
  const of = { ...document, retrievedAt: document.retrievedAt ?? null, reader }
  for (const key of ['id', 'origin', 'mediaType', 'retrievedAt', 'reader'] as const)
    if (!isDeepStrictEqual(of[key], stay[key])) return `its reading gives another ${key} than the log`
  if (document.sha256 !== sha256) return 'its reading is of another document'
  const opened = await textOf(received)
  if ('failure' in opened) return `no text can be taken out of its bytes: ${opened.failure.message}`
  return opened.text === document.text ? null : 'the text of its reading is not what its bytes hold'
}
