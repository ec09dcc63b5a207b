// A name, as a page or a person gives it -> the source that is meant; undefined if none is called so.

import type { SourceAnswer } from './answers.ts'
import type { Desk } from './desk.ts'

/** By its title, a key, or any name of its: a decision may have made it part of another party. */
export function sourceCalled(desk: Desk, name: string): SourceAnswer | undefined {
  const all = desk.sources()
  return (
    all.find((one) => one.name === name) ??
    all.find(({ keys }) => keys.includes(name)) ??
    all.find(({ party, names }) => party !== null && names.includes(name))
  )
}
