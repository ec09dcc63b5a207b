// Several writes -> one transaction: all of them reach the record, or none.

import type { OpenRecord } from './open-record.ts'

export const atOnce = <Result>({ db }: OpenRecord, write: () => Result): Result => db.transaction(write).immediate()
