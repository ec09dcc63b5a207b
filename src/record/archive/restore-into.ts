// An archive -> a record that holds something else already: documents that it did not have, further places where they were seen,
// decisions of people. Their log cannot go on here, so each document's entry holds what the other log said of it.

import { type Decision, documentsOf } from '../../review/decision.ts'
import { type Sighting, stayAsKept } from '../custody/arrival.ts'
import { appendEntry, type Entry } from '../custody/log.ts'
import { ENTRIES, type Grading } from '../decisions.ts'
import type { OpenRecord } from '../open.ts'
import { PROGRAM } from '../program.ts'
import { insertVersion, versionIn } from '../versions.ts'
import { insertDocument, insertSighting, numberOf, redraw, replaceReading } from '../write.ts'
import { keepGrade } from '../write-decision.ts'
import { checkArchived, type PresentReader, type Restored, type Restoring } from './restoring.ts'

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
      restored.decisions = takeOverDecisions(record)
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

/** Of a source that was graded here the grade stays; all else that people decided holds here too, the later decision last. */
function takeOverDecisions(record: OpenRecord): number {
  const { db } = record
  const here = numbersByHash(record)
  const graded = new Set(db.prepare<[], string>('SELECT name FROM reliability').pluck().all())
  const numbers = new Map<number, number>()
  const touched = new Set<string>()
  let taken = 0
  const others = db
    .prepare<string[], Entry>(`SELECT * FROM other_log WHERE what IN (${PLACES}) ORDER BY number`)
    .all(...ENTRIES)
  for (const { number, at, who, what, about, detail, hash } of others) {
    const known = here.get(hash)
    if (known !== undefined) numbers.set(number, known)
    const said = JSON.parse(detail)
    const decision: Decision | Grading = said.kind === undefined ? (said.before ?? said.after) : said
    if (known !== undefined || (decision.kind === 'source' && graded.has(about))) continue
    const of = said.of === undefined ? {} : { of: numbers.get(said.of) }
    const entry = appendEntry(record, { at, who, what, about, detail: { ...said, ...of, imported: { number, hash } } })
    numbers.set(number, entry.number)
    taken++
    if (decision.kind === 'source') keepGrade(record, about)
    else for (const sha256 of documentsOf(decision)) touched.add(sha256)
  }
  for (const sha256 of touched) {
    const document = numberOf(record, sha256)
    if (document !== null) redraw(record, document)
  }
  return taken
}

const PLACES = ENTRIES.map(() => '?').join(', ')

/** Decisions that are here by the hash of their entry, here and where they came from. */
function numbersByHash({ db }: OpenRecord): Map<string, number> {
  const rows = db
    .prepare<string[], { number: number; hash: string; other: string | null }>(
      `SELECT number, hash, json_extract(detail, '$.imported.hash') AS other FROM log WHERE what IN (${PLACES})`,
    )
    .all(...ENTRIES)
  return new Map(
    rows.flatMap(({ number, hash, other }) =>
      [hash, other].flatMap((each) => (each === null ? [] : [[each, number] as const])),
    ),
  )
}
