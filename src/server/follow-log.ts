// The log -> of each kind of change the number of the last entry that made one: what is remembered holds as long as its kinds stay.

import { happenedSince, lastEntry } from '../record/happened.ts'
import type { OpenRecord } from '../record/open.ts'

export interface LastChanges {
  /** Documents came, were read again or described. */
  documents: number
  /** The same, or a decision drew rows of theirs anew. */
  rows: number
  /** People decided anything. */
  decisions: number
  /** They gave titles, tags and notes, or said which mentions are one. */
  labels: number
  grades: number
  parties: number
}

/** @param version of the record, which changes with any change of it */
export function followLog(record: OpenRecord, version: () => string): () => LastChanges {
  let seen = ''
  let last = lastEntry(record)
  let changes: LastChanges = { documents: last, rows: last, decisions: last, labels: last, grades: last, parties: last }
  return () => {
    const now = version()
    if (now === seen) return changes
    const happened = happenedSince(record, last)
    seen = now
    last = happened.last
    const at = (isNew: boolean, before: number) => (isNew ? last : before)
    changes = {
      documents: at(happened.came, changes.documents),
      rows: at(happened.documents === null || happened.documents.length > 0, changes.rows),
      decisions: at(happened.decided || happened.came, changes.decisions),
      labels: at(happened.labelled || happened.came, changes.labels),
      grades: at(happened.graded || happened.came, changes.grades),
      parties: at(happened.joined || happened.came, changes.parties),
    }
    return changes
  }
}
