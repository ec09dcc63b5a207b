// The names of a table's columns -> whether it is a data set of coded events, which is compared with a record rather than read.

import { UserError } from '../../user-error.ts'

const SETS: readonly [name: string, columns: readonly string[]][] = [
  ['ACLED', ['event_id_cnty', 'event_date', 'fatalities']],
  ['ACLED', ['event_date', 'sub_event_type', 'fatalities']],
  ['UCDP GED', ['type_of_violence', 'date_start', 'best']],
  ['GDELT', ['GLOBALEVENTID', 'SQLDATE', 'EventCode']],
]

export function eventDataset(names: readonly string[]): UserError | null {
  const small = new Set(names.map((name) => name.trim().toLowerCase()))
  const [name] = SETS.find(([, columns]) => columns.every((column) => small.has(column.toLowerCase()))) ?? []
  return name === undefined
    ? null
    : new UserError(
        `this is a table of coded events (${name}), not of reports; hearsay compare FILE holds it against the record, and --columns text=NAME reads one of its columns all the same`,
      )
}
