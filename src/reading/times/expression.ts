// What a phrase says about time, whenever it was written: the types between finding and resolving.

import type { Span } from '../../types.ts'
import type { Part, Phase, Season, Unit } from './vocabulary.ts'

/** "last" -1, "this" 0, "next" 1. */
export type Which = -1 | 0 | 1

/** What a shift starts from: the day of writing, or the time told of before. */
export type From = 'publication' | 'narrative'

export type VagueTime = 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'

export type Expression =
  /** Fields of the calendar as far as they are stated: "Friday", "3 May", "May 2016", "2016". */
  | {
      kind: 'date'
      /** Negative before Christ. */
      year?: number | undefined
      /** "August of last year", "3 May of that year": a year counted from another. */
      ofYear?: { by: Which; from: From } | undefined
      month?: number | undefined
      date?: number | undefined
      /** "3 to 5 May", "March-June 2016": the other end. */
      until?: { month?: number | undefined; date?: number | undefined; year?: number | undefined } | undefined
      weekday?: number | undefined
      which?: Which | undefined
      from?: From | undefined
      part?: Part | undefined
      phase?: Phase | undefined
      /** The night that begins on the weekday, or that leads into it. */
      night?: 'from' | 'into' | undefined
    }
  /** "the 1990s", "the 19th century": years from first to last. */
  | { kind: 'years'; unit: 'decade' | 'century'; first: number; phase?: Phase | undefined }
  | {
      kind: 'season'
      season: Season
      /** "the summer", not "summer". */
      definite: boolean
      year?: number | undefined
      which?: Which | undefined
      phase?: Phase | undefined
    }
  /** "yesterday", "last week", "the next day": whole units of the calendar, so many from here. */
  | {
      kind: 'shift'
      unit: Unit
      by: number
      from: From
      part?: Part | undefined
      phase?: Phase | undefined
    }
  /** The day of writing; in a text that speaks of no such day, the time that it was written in. */
  | { kind: 'today' }
  /** "two days ago", "a week later": a length of time from here; null for "several". */
  | { kind: 'offset'; unit: Unit; amount: number | null; sign: -1 | 1; from: From; part?: Part | undefined }
  /** "the past two years", "the next few days": a stretch that begins or ends here. */
  | { kind: 'window'; unit: Unit; amount: number | null; sign: -1 | 1 }
  | { kind: 'quarter'; year: number; quarter: number }
  /** From yesterday evening to this morning. */
  | { kind: 'overnight' }
  /** "World War II": by its name, from day to day. */
  | { kind: 'war'; first: string; last: string }
  | { kind: 'clock'; hour: number; minute: number }
  | { kind: 'duration'; value: string }
  | { kind: 'set'; value: string }
  /** "recently", "to this day", "in the coming weeks". */
  | { kind: 'vague'; value: VagueTime }

export interface Found {
  span: Span
  expression: Expression
}

export type Groups = Readonly<Record<string, string | undefined>>

/** One way of putting a time, tried where a word begins; null where what it matched is something else after all. */
export interface Rule {
  pattern: RegExp
  read(groups: Groups, around: Around): Expression | null
}

/** The text close by, for telling look-alikes: a few words to either side. */
export interface Around {
  before: string
  matched: string
  after: string
}

/** Sticky and blind to case; starts and ends between words. */
export const rule = (source: string, read: Rule['read']): Rule => ({
  pattern: new RegExp(`(?:${source})(?![\\p{L}\\p{N}_])`, 'iuy'),
  read,
})
