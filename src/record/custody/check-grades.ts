// The record -> whether what it keeps of the reliability of sources is what the log says was last said of each.

import { decisionsAbout } from '../decisions.ts'
import type { OpenRecord } from '../open.ts'
import { gradeOf } from '../write-decision.ts'

export function* findChangedGrades(record: OpenRecord): Generator<string> {
  const { db } = record
  const names = db
    .prepare<[], string>("SELECT about FROM log WHERE what = 'grade' UNION SELECT name FROM reliability ORDER BY 1")
    .pluck()
    .all()
  const find = db.prepare<[string], { grade: string; why: string | null; setAt: string }>(
    'SELECT grade, why, set_at AS setAt FROM reliability WHERE name = ?',
  )
  for (const name of names) {
    const last = decisionsAbout(record, name).at(-1)
    const said = last ? gradeOf(record, name) : null
    const kept = find.get(name) ?? null
    // One that was there before the log began keeps the time at which it was given.
    const times = [last?.at, (last?.decision as { setAt?: string } | undefined)?.setAt]
    if (said?.grade !== kept?.grade || said?.why !== kept?.why || (kept && !times.includes(kept.setAt)))
      yield `the grade of ${name} is not what the log says`
  }
}
