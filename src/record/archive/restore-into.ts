// An archive -> a record that holds something else already: documents that it did not have, further places where they were seen,
// decisions of people. Their log cannot go on here, so each document's entry holds what the other log said of it.

import { type Sighting, stayAsKept } from '../custody/arrival.ts'
import { appendEntry, type Entry } from '../custody/log.ts'
import { ENTRIES } from '../decided.ts'
import type { OpenRecord } from '../open.ts'
import { PROGRAM } from '../program.ts'
import { insertVersion, versionIn } from '../versions.ts'
import { insertDocument, insertSighting, numberOf, replaceReading } from '../write.ts'
import { checkArchived, type PresentReader, type Restored, type Restoring } from './restoring.ts'
import { takeOverDecisions } from './take-over-decisions.ts'

/**
 * @param from the head of the other log
 * @param at the time, ISO 8601, UTC
 */
export function restoreInto(record: OpenRecord, from: string, reader: PresentReader, at: string): Restoring {
  const { db } = record
  const restored: Restored = { documents: 0, sightings: 0, decisions: 0, known: 0, anew: 0 }
  const by = { at, who: PROGRAM }
  db.exec(
    'CREATE TEMP TABLE other_log AS SELECT * FROM log WHERE 0; CREATE INDEX temp.other_log_about ON other_log (about)',
  )
  const keep = db.prepare('INSERT INTO other_log VALUES (@number, @at, @who, @what, @about, @detail, @previous, @hash)')
  const otherEntries = db.prepare<[string], Entry>('SELECT * FROM other_log WHERE about = ? ORDER BY number')

  const addSighting = (document: number, sha256: string, sighting: Sighting) => {
    appendEntry(record, { ...by, what: 'seen', about: sha256, detail: { ...sighting, from } })
    insertSighting(record, document, sighting)
    restored.sightings++
  }
  return {
    entry(entry) {
      keep.run(entry)
    },
    async document(document, json) {
      const { sha256 } = document
      const entries = otherEntries.all(sha256)
      const { stay, received, reading, anew } = await checkArchived(document, json, entries, reader)
      const number = numberOf(record, sha256)
      if (number === null) {
        appendEntry(record, { ...by, what: 'imported', about: sha256, detail: { ...stay, from, entries } })
        const inserted = insertDocument(record, sha256, stay, received, reading)
        if (anew) replaceReading(record, inserted, reading, at)
        if (anew) restored.anew++
        restored.documents++
        return
      }
      restored.known++
      const seen = new Set(stayAsKept(record, number).sightings.map(({ origin, id }) => JSON.stringify([origin, id])))
      for (const sighting of stay.sightings)
        if (!seen.has(JSON.stringify([sighting.origin, sighting.id]))) addSighting(number, sha256, sighting)
    },
    grade() {}, // they follow from the log
    finish() {
      takeOverVersions(record)
      restored.decisions = takeOverDecisions(record, otherDecisions(record))
      db.exec('DROP TABLE other_log')
      return restored
    },
  }
}

/** What stood at an address, where it is not known here that it stood there then. */
function takeOverVersions(record: OpenRecord): void {
  const isKnown = record.db
    .prepare<[string, string, number], 1>(
      'SELECT 1 FROM versions WHERE address = ? AND received_at = ? AND document = ?',
    )
    .pluck()
  for (const entry of record.db
    .prepare<[], Entry>("SELECT * FROM other_log WHERE what = 'version' ORDER BY number")
    .all()) {
    const { address, sha256, receivedAt } = versionIn(entry)
    const document = numberOf(record, sha256)
    if (document !== null && !isKnown.get(address, receivedAt, document))
      insertVersion(record, address, document, receivedAt)
  }
}

const otherDecisions = ({ db }: OpenRecord): Entry[] =>
  db
    .prepare<string[], Entry>(
      `SELECT * FROM other_log WHERE what IN (${ENTRIES.map(() => '?').join(', ')}) ORDER BY number`,
    )
    .all(...ENTRIES)
