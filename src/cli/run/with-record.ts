// Opens the record, passes it on, closes it whatever happens, and turns SQLite's errors into sentences.

import { type Access, closeRecord, type OpenRecord, openCopy, openRecord } from '../../record/open.ts'
import { explainRecordError } from '../../record/record-error.ts'
import { tell } from '../print/output.ts'

type Use<T> = (record: OpenRecord) => T | Promise<T>

export const withRecord = <T>(path: string, access: Access, use: Use<T>): Promise<T> =>
  withOpen(path, () => openRecord(path, access), use)

/** Of a record that lies where nothing may be written. */
export const withCopy = <T>(path: string, use: Use<T>): Promise<T> => withOpen(path, () => openCopy(path), use)

async function withOpen<T>(path: string, open: () => OpenRecord, use: Use<T>): Promise<T> {
  const record = open()
  record.whenWaiting = () => tell(`waiting for another process that writes to ${path}`)
  try {
    return await use(record)
  } catch (error) {
    throw explainRecordError(error, path)
  } finally {
    closeRecord(record)
  }
}
