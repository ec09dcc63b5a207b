// Lines of an archive -> the record: an equal one where it was empty, else what it did not have yet. All of it or nothing.

import { UserError } from '../../user-error.ts'
import { type Entry, follows, isWhole, lastEntry } from '../custody/log.ts'
import type { OpenRecord } from '../open.ts'
import { patiently } from '../patience.ts'
import { type ArchiveLine, parseArchiveLine } from './archive-line.ts'
import { checkBeforehand } from './check-beforehand.ts'
import { entryChecker } from './check-entry.ts'
import { restoreInto } from './restore-into.ts'
import { restoreWhole } from './restore-whole.ts'
import type { PresentReader, Restored, Restoring } from './restoring.ts'

type Lines = AsyncIterable<{ place: string; json: string }>

/**
 * The lines are gone through twice. First they are checked, which takes long, while others write to the record; then they are taken, in one
 * transaction: where one line is wrong, nothing was written. Others can always read.
 * @param at ISO 8601, UTC
 */
export async function restoreArchive(
  record: OpenRecord,
  lines: () => Lines,
  reader: PresentReader,
  at: string,
): Promise<Restored> {
  const { db } = record
  const beforehand = checkBeforehand(reader)
  try {
    await takeAll(lines(), () => beforehand)
    const knowing: PresentReader = { ...reader, found: (document) => beforehand.found(document) }
    // Each line has a savepoint of its own. What SQLite keeps of them in a file grows to the end, 0.2 MB a document; in memory it goes with each.
    db.pragma('temp_store = MEMORY')
    await patiently(record, () => db.exec('BEGIN IMMEDIATE'))
    try {
      const restored = await takeAll(lines(), ({ head, collection }) =>
        isEmpty(record) && collection === undefined
          ? restoreWhole(record, knowing, at)
          : restoreInto(record, head, knowing, at),
      )
      db.exec('COMMIT')
      return restored
    } finally {
      if (db.inTransaction) db.exec('ROLLBACK')
      db.pragma('temp_store = DEFAULT')
    }
  } finally {
    beforehand.close()
  }
}

type First = Extract<ArchiveLine, { record: string }>

async function takeAll(lines: Lines, begin: (first: First) => Restoring): Promise<Restored> {
  let taking: { take: (line: ArchiveLine) => Promise<void>; finish: () => Restored } | null = null
  for await (const { place, json } of lines) {
    try {
      const line = parseArchiveLine(json)
      if (taking) await taking.take(line)
      else if ('record' in line) taking = inTurn(line, begin(line))
      else throw new UserError('this is not where a record begins')
    } catch (error) {
      throw refusal(error, `${place}: `)
    }
  }
  if (!taking) throw new UserError('there is nothing in it; nothing was imported')
  try {
    return taking.finish()
  } catch (error) {
    throw refusal(error, '')
  }
}

/** What stumbles over what an archive says has found a fault in it, though none that it was looked for. */
function refusal(error: unknown, place: string): unknown {
  if (error instanceof UserError) return new UserError(`${place}${error.message}; nothing was imported`)
  if (error instanceof TypeError || error instanceof RangeError)
    return new UserError(`${place}what stands there does not fit together (${error.message}); nothing was imported`)
  return error
}

/** First the log, then each document before its reading, then grades; and of each as many as the first line says. Between the entries of a
 * collection others are left out: each must be what was written, and they come in their order. */
function inTurn({ entries, documents, head, collection }: First, restoring: Restoring) {
  const left = { entries, documents }
  const isNext = (entry: Entry): boolean =>
    collection === undefined ? follows(entry, last) : entry.number > last.number && isWhole(entry)
  let last = { number: 0, hash: '0'.repeat(64) }
  const check = entryChecker()
  let waiting: Extract<ArchiveLine, { document: object }>['document'] | null = null
  const graded = new Set<string>()
  return {
    async take(line: ArchiveLine): Promise<void> {
      if ('entry' in line && left.entries > 0) {
        left.entries--
        const entry = { ...line.entry, detail: JSON.stringify(line.entry.detail) }
        if (!isNext(entry)) throw new UserError('this entry of the log is not what was written there')
        check(entry)
        restoring.entry(entry)
        last = entry
      } else if ('document' in line && left.entries === 0 && left.documents > 0 && !waiting) {
        left.documents--
        waiting = line.document
      } else if ('reading' in line && waiting) {
        await restoring.document(waiting, JSON.stringify(line.reading))
        waiting = null
      } else if ('grade' in line && left.documents === 0 && !waiting) {
        if (graded.has(line.grade.name)) throw new UserError('this source came before')
        graded.add(line.grade.name)
        restoring.grade(line.grade)
      } else throw new UserError(`what stands there does not come next: ${Object.keys(line)[0]}`)
    },
    finish(): Restored {
      if (left.entries + left.documents > 0 || waiting) throw new UserError('the end of it is missing')
      if (collection === undefined && last.hash !== head)
        throw new UserError('its log does not end as its first line says')
      return restoring.finish()
    },
  }
}

const isEmpty = (record: OpenRecord): boolean =>
  !lastEntry(record) && record.db.prepare<[], number>('SELECT count(*) FROM documents').pluck().get() === 0
