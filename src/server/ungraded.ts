// The named sources whose reliability nobody has said yet: whoever speaks most is judged first.

import { gradedNames } from '../record/reliability.ts'
import type { SourceAnswer } from './answers.ts'
import type { Desk } from './desk.ts'

export const citedUngraded = (desk: Desk, most: number): SourceAnswer[] =>
  desk.sources().filter(isUngraded(desk)).slice(0, most)

export function isUngraded(desk: Desk): (source: SourceAnswer) => boolean {
  const graded = desk.keep('graded names', [desk.changes().grades], () => gradedNames(desk.record))
  return ({ named, name, names }) => named && ![name, ...names].some((one) => graded.has(one))
}
