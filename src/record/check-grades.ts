// The record -> whether what it keeps of the reliability of sources is what the log says was last said of each.

import type { OpenRecord } from './open.ts'

interface Grade {
  name: string
  grade: string
  why: string | null
  setAt: string
}

export function* findChangedGrades({ db }: OpenRecord): Generator<string> {
  const logged = new Map<string, Grade>()
  const entries = db
    .prepare<[], { about: string; at: string; detail: string }>(
      "SELECT about, at, detail FROM log WHERE what = 'graded' ORDER BY number",
    )
    .iterate()
  for (const { about, at, detail } of entries) {
    const { after, setAt = at } = JSON.parse(detail)
    logged.set(about, { name: about, grade: after.grade, why: after.why ?? null, setAt })
  }
  const kept = db.prepare<[], Grade>('SELECT name, grade, why, set_at AS setAt FROM reliability').all()
  for (const grade of kept) {
    const said = logged.get(grade.name)
    if (!said || said.grade !== grade.grade || said.why !== grade.why || said.setAt !== grade.setAt)
      yield `the grade of ${grade.name} is not what the log says`
    logged.delete(grade.name)
  }
  for (const name of logged.keys()) yield `the grade of ${name}, which the log tells of, is gone`
}
