// A record from before there was a log -> its log begun: with what was found in it, and the word that nobody saw it come.

import { stayAsKept } from './custody/arrival.ts'
import { appendEntry, lastEntry } from './custody/log.ts'
import type { OpenRecord } from './open.ts'
import { PROGRAM } from './program.ts'

const NOTE = 'it was in the record before the log began'

/** @param now the time, ISO 8601, UTC */
export function beginLog(record: OpenRecord, now: (() => string) | undefined): void {
  const { db } = record
  if (lastEntry(record)) return
  const documents = db
    .prepare<[], { number: number; sha256: string }>('SELECT number, sha256 FROM documents ORDER BY number')
    .all()
  const grades = db
    .prepare<[], { name: string; grade: string; why: string | null; setAt: string }>(
      'SELECT name, grade, why, set_at AS setAt FROM reliability ORDER BY set_at, name',
    )
    .all()
  if (documents.length + grades.length === 0) return
  if (!now) throw new Error('this record is from before the log: openRecord needs the time to begin it')
  const entry = { at: now(), who: PROGRAM }
  for (const { number, sha256 } of documents)
    appendEntry(record, {
      ...entry,
      what: 'found',
      about: sha256,
      detail: { ...stayAsKept(record, number), note: NOTE },
    })
  for (const { name, grade, why, setAt } of grades)
    appendEntry(record, {
      ...entry,
      what: 'grade',
      about: name,
      detail: { kind: 'source', name, before: null, after: { grade, why }, setAt, note: NOTE },
    })
}
