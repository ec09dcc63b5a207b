// The log -> whether, while decisions needed somebody else's approval, each of them had it.

import { fold, type Proposed } from '../decided.ts'
import type { OpenRecord } from '../open.ts'
import { isSamePerson } from '../people/people.ts'
import type { Entry } from './log.ts'

export function* findUnapproved({ db }: OpenRecord): Generator<string> {
  const entries = db
    .prepare<[], Entry>(
      `SELECT * FROM log WHERE number >= (SELECT min(number) FROM log WHERE what = 'approval')
         AND what IN ('approval', 'decide', 'grade', 'withdraw', 'restore', 'approve') ORDER BY number`,
    )
    .all()
  if (entries.length === 0) return
  const proposed = proposalsIn(db)
  let needed = false
  for (const { number, what, detail, who } of entries) {
    const said = JSON.parse(detail)
    if (what === 'approval') needed = said.after
    else if (what === 'approve') {
      const by = proposed.get(said.of)?.who
      if (by === undefined || isSamePerson(by, who))
        yield `entry ${number} of the log approves what nobody else had proposed`
    } else if (needed && said.kind !== 'note' && !isOfNote(db, said.of))
      yield `entry ${number} of the log decides without the approval that decisions needed then`
  }
}

const proposalsIn = (db: OpenRecord['db']): ReadonlyMap<number, Proposed> =>
  new Map(
    fold(db.prepare<[], Entry>("SELECT * FROM log WHERE what = 'propose' ORDER BY number").iterate()).proposed.map(
      (one) => [one.number, one],
    ),
  )

/** What is turned may be older than the setting. */
const isOfNote = (db: OpenRecord['db'], of: number | undefined): boolean =>
  of !== undefined &&
  db
    .prepare<[number], string>("SELECT detail ->> '$.kind' FROM log WHERE number = ? AND what = 'decide'")
    .pluck()
    .get(of) === 'note'
