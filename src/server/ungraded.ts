// The named sources whose reliability nobody has said yet: whoever speaks most is judged first.

import { gradedNames } from '../record/reliability.ts'
import type { SourceAnswer } from './answers.ts'
import type { Desk } from './desk.ts'

export function citedUngraded(desk: Desk, most: number): SourceAnswer[] {
  const graded = desk.keep('graded names', [desk.changes().grades], () => gradedNames(desk.record))
  return desk
    .sources()
    .filter(({ named, name, names }) => named && ![name, ...names].some((one) => graded.has(one)))
    .slice(0, most)
}
