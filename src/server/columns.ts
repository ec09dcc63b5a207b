// Statements of the index -> a column of small numbers for each facet, in the order of the statements; facets are counted down these.

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
