// An archive -> an empty record that becomes equal to the one it was made from, its log entry by entry.

import { UserError } from '../../user-error.ts'
import { findStrays } from '../custody/check-documents.ts'
import { findChangedGrades } from '../custody/check-grades.ts'
import { entriesAbout, follows, headOf, insertEntry } from '../custody/log.ts'
import { breakSeal } from '../custody/seal.ts'
import type { OpenRecord } from '../open.ts'
import { keepVersion, type LoggedVersion, versionIn } from '../versions.ts'
import { insertDocument, numberOf } from '../write.ts'
import { checkArchived, type Restoring } from './restoring.ts'

export function restoreWhole(record: OpenRecord): Restoring {
  let documents = 0
  // Documents come after the log, and these name them.
  const versions: LoggedVersion[] = []
  breakSeal(record)
  return {
    entry(entry) {
      if (!follows(entry, headOf(record))) throw new UserError('this entry of the log is not what was written there')
      insertEntry(record, entry)
      if (entry.what === 'version') versions.push(versionIn(entry))
    },
    document(document, json) {
      const { sha256 } = document
      if (numberOf(record, sha256) !== null) throw new UserError('this document came before')
      const { stay, received, reading } = checkArchived(document, json, entriesAbout(record, sha256))
      insertDocument(record, sha256, stay, received, reading)
      documents++
    },
    grade({ name, grade, why, setAt }) {
      record.db
        .prepare('INSERT INTO reliability (name, grade, why, set_at) VALUES (?, ?, ?, ?)')
        .run(name, grade, why, setAt)
    },
    finish() {
      for (const version of versions) keepVersion(record, version)
      for (const change of [...findStrays(record), ...findChangedGrades(record)]) throw new UserError(change)
      return { documents, sightings: 0, decisions: 0, known: 0 }
    },
  }
}
