// An open record -> its seal, made anew where nothing has changed meanwhile.

import type { OpenRecord } from '../open-record.ts'
import { headOf } from './log.ts'
import { pending, sealText, writeSeal } from './seal.ts'

/** False where others are in the way, or nothing can be written there: then it stays without. Others may go on reading and writing. */
export function sealRecord(record: OpenRecord): boolean {
  const { db, path } = record
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.exec('BEGIN')
    try {
      const head = headOf(record) // from here on, what others write stays out of the file
      if (pending(path) > 0) return false
      const text = sealText(head, path)
      db.exec('DELETE FROM warnings WHERE 0') // asks to write, which is refused where others wrote meanwhile
      writeSeal(path, text)
      return true
    } finally {
      db.exec('ROLLBACK')
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
