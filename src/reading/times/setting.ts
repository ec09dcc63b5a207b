// The types of an expression's context, shared by everything that resolves expressions.

import type { Day } from '../../calendar.ts'
import type { Time } from '../../types.ts'
import type { Expression } from './expression.ts'
import type { Tense } from './tense.ts'
import type { Value } from './value.ts'

/** The date told last, as far as it was told. */
export interface Told {
  year: number
  month?: number | undefined
  /** The day itself. */
  day?: Day | undefined
  /** A day of the week told of, where that was told alone. */
  inWeek?: Day | undefined
}

export interface Setting {
  publication: Day | null
  /** What "the next day" counts from. */
  told: Told | null
  /** The year that months and days without one fall in, where the dates told before bind them. */
  toldYear: number | null
  tense: Tense | null
  /** Whether the text speaks from a day of its own: "today", "on Friday". */
  deictic: boolean
  /** Whether it tells what just happened: "was shot on Friday". */
  current: boolean
  /** Whether it tells of other times from no day at all. */
  timeless: boolean
  /** Whether words close by say that it happens again and again: "usually", "twice a week". */
  repeated: boolean
}

export type Resolved = Value & { basis: Time['basis'] }

export type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>
