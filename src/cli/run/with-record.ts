// Opens the record, passes it on, closes it whatever happens, and turns SQLite's errors into sentences.

import { type Access, closeRecord, type OpenRecord, openRecord } from '../../record/open.ts'
import { explainRecordError } from '../../record/record-error.ts'

export async function withRecord<T>(
  path: string,
  access: Access,
  use: (record: OpenRecord) => T | Promise<T>,
): Promise<T> {
  const record = openRecord(path, access)
  try {
    return await use(record)
  } catch (error) {
    throw explainRecordError(error, path)
  } finally {
    closeRecord(record)
  }
}
