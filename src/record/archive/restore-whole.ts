// An archive -> an empty record that becomes equal to the one it was made from, its log entry by entry.

import { UserError } from '../../user-error.ts'
import { findStrays } from '../custody/check-documents.ts'
import { findChangedGrades } from '../custody/check-grades.ts'
import { entriesAbout, insertEntry } from '../custody/log.ts'
import { breakSeal } from '../custody/seal.ts'
import type { OpenRecord } from '../open.ts'
import { keepVersion, type LoggedVersion, versionIn } from '../versions.ts'
import { insertDocument, numberOf, replaceReading } from '../write.ts'
import { checkArchived, type PresentReader, type Restoring } from './restoring.ts'

/** @param at the time, ISO 8601, UTC */
export function restoreWhole(record: OpenRecord, reader: PresentReader, at: string): Restoring {
  let documents = 0
  let anew = 0
  // Documents come after the log, and these name them.
  const versions: LoggedVersion[] = []
  breakSeal(record)
  return {
    entry(entry) {
      insertEntry(record, entry)
      if (entry.what === 'version') versions.push(versionIn(entry))
    },
    async document(document, json) {
      const { sha256 } = document
      if (numberOf(record, sha256) !== null) throw new UserError('this document came before')
      const checked = await checkArchived(document, json, entriesAbout(record, sha256), reader)
      const number = insertDocument(record, sha256, checked.stay, checked.received, checked.reading)
      if (checked.anew) replaceReading(record, number, checked.reading, at)
      documents++
      if (checked.anew) anew++
    },
    grade({ name, grade, why, setAt }) {
      record.db
        .prepare('INSERT INTO reliability (name, grade, why, set_at) VALUES (?, ?, ?, ?)')
        .run(name, grade, why, setAt)
    },
    finish() {
      for (const version of versions) keepVersion(record, version)
      for (const change of [...findStrays(record), ...findChangedGrades(record)]) throw new UserError(change)
      return { documents, sightings: 0, decisions: 0, known: 0, anew }
    },
  }
}
