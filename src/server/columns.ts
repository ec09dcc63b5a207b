// Statements of the index -> a column of small numbers for each facet, in the order of the statements; facets are counted down these.

import { FACETS } from './answers.ts'
import type { Column, Columns, Dictionary, IndexedStatement, StatementIndex } from './indexed.ts'

export function columnsOf(statements: readonly IndexedStatement[], index: Omit<StatementIndex, 'columns'>): Columns {
  const one = (dictionary: Dictionary, codeOf: (statement: IndexedStatement) => number): Column => ({
    dictionary,
    codes: Int32Array.from(statements, codeOf),
    starts: null,
  })
  const several = (dictionary: Dictionary, codesOf: (statement: IndexedStatement) => readonly number[]): Column => {
    const starts = new Int32Array(statements.length + 1)
    for (const [at, statement] of statements.entries()) starts[at + 1] = starts[at] + codesOf(statement).length
    const codes = new Int32Array(starts[statements.length])
    for (const [at, statement] of statements.entries()) codes.set(codesOf(statement), starts[at])
    return { dictionary, codes, starts }
  }
  return {
    outlet: one(index.outlets, ({ article }) => article.outletCode),
    source: one(index.sources, ({ source }) => source),
    kind: one(index.kinds, ({ kind }) => kind),
    stance: one(index.stances, ({ stance }) => stance),
    manner: one(index.manners, ({ manner }) => manner),
    type: several(index.types, ({ types }) => types),
    place: several(index.places, ({ article }) => article.places),
    month: one(index.months, ({ article }) => article.monthCode),
    signal: several(index.signals, ({ signals }) => signals),
  }
}

/** The columns of the statements at these places. */
export function columnsAt(columns: Columns, places: readonly number[]): Columns {
  const some = FACETS.map((facet) => [facet, columnAt(columns[facet], places)])
  return Object.fromEntries(some)
}

function columnAt({ dictionary, codes, starts }: Column, places: readonly number[]): Column {
  if (!starts) return { dictionary, codes: Int32Array.from(places, (at) => codes[at]), starts }
  const own = new Int32Array(places.length + 1)
  for (let i = 0; i < places.length; i++) own[i + 1] = own[i] + starts[places[i] + 1] - starts[places[i]]
  const all = new Int32Array(own[places.length])
  for (let i = 0; i < places.length; i++)
    for (let at = starts[places[i]], to = own[i]; at < starts[places[i] + 1]; at++, to++) all[to] = codes[at]
  return { dictionary, codes: all, starts: own }
}

/**
 * Puts other statements in the place of as many, from `at`.
 * @returns false where one has more or fewer codes than the one before: then the columns are made anew
 */
export function replaceIn(
  columns: Columns,
  index: Omit<StatementIndex, 'columns'>,
  at: number,
  count: number,
): boolean {
  const some = columnsOf(index.newest.slice(at, at + count), index)
  const pairs = FACETS.map((facet) => [columns[facet], some[facet]] as const)
  const isSame = pairs.every(
    ([{ starts }, fresh]) =>
      starts === null ||
      fresh.starts === null ||
      fresh.starts.every((start, i) => starts[at + i] - starts[at] === start),
  )
  if (!isSame) return false
  for (const [{ codes, starts }, fresh] of pairs) codes.set(fresh.codes, starts === null ? at : starts[at])
  return true
}

/** Whether the statement at `i` has a code that is flagged. */
export function hasAny({ codes, starts }: Column, i: number, flags: Uint8Array): boolean {
  if (!starts) return flags[codes[i]] === 1
  for (let at = starts[i]; at < starts[i + 1]; at++) if (flags[codes[at]] === 1) return true
  return false
}

/** Of each code how many of the statements have it, of those whose mark is one of the two. */
export function countCodes(
  { dictionary, codes, starts }: Column,
  marks: Uint8Array,
  one: number,
  other: number,
): Int32Array {
  const counts = new Int32Array(dictionary.words.length)
  for (let i = 0; i < marks.length; i++) {
    if (marks[i] !== one && marks[i] !== other) continue
    if (!starts) counts[codes[i]]++
    else for (let at = starts[i]; at < starts[i + 1]; at++) counts[codes[at]]++
  }
  return counts
}
