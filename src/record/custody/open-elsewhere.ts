// A record's path -> whether another process has it open.

import { existsSync, realpathSync } from 'node:fs'
import { closeRecord, type OpenRecord } from '../open.ts'

/** Whoever closes a record last takes away what SQLite keeps beside it, also what a killed run left: what stays is somebody's. */
export function isOpenElsewhere(path: string, open: () => OpenRecord): boolean {
  const record = open()
  closeRecord(record)
  return record.copyOf === undefined && existsSync(path) && existsSync(`${realpathSync(path)}-shm`)
}
