// Lines of an archive -> everything that takes long to check of them, checked before the record is locked: is each reading whole, does it come
// from its bytes, what does the present reader read where that cannot be checked. Others can write to the record meanwhile.

import Database from 'better-sqlite3'
import type { Entry } from '../custody/log.ts'
import type { ArchivedDocument } from './archive.ts'
import { type Checked, checkArchived, type PresentReader, type Restored, type Restoring } from './restoring.ts'

export interface Beforehand extends Restoring {
  /** What was found of a document; null if it was not looked at, as it is now, beforehand. */
  found(document: ArchivedDocument): { anew: Checked['reading'] | null } | null
  close(): void
}

export function checkBeforehand(reader: PresentReader): Beforehand {
  const entries = new Map<string, Entry[]>()
  const seen = new Set<string>()
  const anew = new Database('') // a file of SQLite's own, which is gone when it is closed
  anew.exec('CREATE TABLE readings (document TEXT PRIMARY KEY, json TEXT NOT NULL)')
  return {
    entry(entry) {
      const about = entries.get(entry.about)
      if (about) about.push(entry)
      else entries.set(entry.about, [entry])
    },
    async document(document, json) {
      const checked = await checkArchived(document, json, entries.get(document.sha256) ?? [], reader)
      seen.add(keyOf(document))
      if (checked.anew)
        anew
          .prepare('INSERT OR REPLACE INTO readings VALUES (?, ?)')
          .run(keyOf(document), JSON.stringify(checked.reading))
    },
    grade() {},
    finish: (): Restored => ({ documents: seen.size, sightings: 0, decisions: 0, known: 0, anew: 0 }),
    found(document) {
      if (!seen.has(keyOf(document))) return null
      const json = anew
        .prepare<[string], string>('SELECT json FROM readings WHERE document = ?')
        .pluck()
        .get(keyOf(document))
      return { anew: json === undefined ? null : JSON.parse(json) }
    },
    close: () => void anew.close(),
  }
}

/** The hashes of its bytes and of its reading, both of which are compared again when it is taken. */
const keyOf = ({ sha256, reading }: ArchivedDocument): string => `${sha256} ${reading}`
