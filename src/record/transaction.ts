// Several writes -> one: all of them are in the record, or none.

import type { OpenRecord } from './open-record.ts'

export const atOnce = <Result>({ db }: OpenRecord, write: () => Result): Result => db.transaction(write).immediate()
