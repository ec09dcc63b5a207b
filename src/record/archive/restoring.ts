// A document of an archive, and what the archive's log says of it -> the document, once both agree. Throws UserError where they do not.

import type { Reading, Received } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import { type Stay, sha256Of, stayAsLogged } from '../custody/arrival.ts'
import { differences } from '../custody/check-documents.ts'
import type { Entry } from '../custody/log.ts'
import type { ArchivedDocument, ArchivedGrade } from './archive.ts'

/** Takes what an archive holds, in its order. */
export interface Restoring {
  entry(entry: Entry): void
  document(document: ArchivedDocument, reading: string): void
  grade(grade: ArchivedGrade): void
  finish(): Restored
}

/** How many of each were new to the record. */
export interface Restored {
  documents: number
  sightings: number
  decisions: number
  /** Documents of the archive that were there before. */
  known: number
}

/** @param json the reading */
export function checkArchived(
  { sha256, bytes: packed, ...stay }: ArchivedDocument,
  json: string,
  entries: readonly Entry[],
): { stay: Stay; received: Received; reading: Reading } {
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
  return { stay, received: { ...(stay.given as Received), bytes }, reading: JSON.parse(json) }
}
