// The index, and what was chosen -> the statements that are left, and for each facet how many each further choice would leave.

import { FACETS, type Facet, type Tally } from './answers.ts'
import { countCodes, hasAny } from './columns.ts'
import type { Column, IndexedStatement, StatementIndex } from './indexed.ts'
import { NOBODY } from './statement-index.ts'

export interface Choice {
  /** Of one facet any of the values, of several facets all. */
  chosen: Partial<Record<Facet, readonly string[]>>
  /** ISO days, both included. */
  from?: string | undefined
  to?: string | undefined
  /** Numbers of the statements that hold the words looked for. */
  matching?: readonly number[]
}

/** What a statement misses: nothing, everything that was asked, or the choice in one facet alone: that facet's place, from 1. */
const NOTHING = 0
const ALL = 255

export function filterStatements(
  index: StatementIndex,
  choice: Choice,
): { found: IndexedStatement[]; tallies: Record<Facet, Tally[]> } {
  const misses = missesOf(index, choice)
  const found = index.newest.filter((_, i) => misses[i] === NOTHING)
  // A facet counts as if nothing were chosen in it, so that a further choice in it shows what it would add.
  const tallies = FACETS.map((facet, at) => {
    const column = index.columns[facet]
    const counts = countCodes(column, misses, NOTHING, at + 1)
    return [facet, talliesOf(facet, column, counts, choice.chosen[facet] ?? [])]
  })
  return { found, tallies: Object.fromEntries(tallies) }
}

function missesOf({ newest, columns }: StatementIndex, { chosen, from, to, matching }: Choice): Uint8Array {
  const misses = new Uint8Array(newest.length)
  if (matching) {
    const flags = flagged(matching)
    for (let i = 0; i < misses.length; i++) if (flags[newest[i].number] !== 1) misses[i] = ALL
  }
  if (from !== undefined || to !== undefined) {
    for (let i = 0; i < misses.length; i++) if (!isWithin(newest[i].article.day, from, to)) misses[i] = ALL
  }
  for (const [at, facet] of FACETS.entries()) {
    const wanted = chosen[facet] ?? []
    if (wanted.length === 0) continue
    const { numbers } = columns[facet].dictionary
    const flags = flagged(wanted.flatMap((word) => numbers.get(word) ?? []))
    for (let i = 0; i < misses.length; i++) {
      if (misses[i] !== ALL && !hasAny(columns[facet], i, flags)) misses[i] = misses[i] === NOTHING ? at + 1 : ALL
    }
  }
  return misses
}

/** A byte for each number up to the largest: 1 where it is among them. */
function flagged(numbers: readonly number[]): Uint8Array {
  let most = 0
  for (const number of numbers) if (number > most) most = number
  const flags = new Uint8Array(most + 1)
  for (const number of numbers) flags[number] = 1
  return flags
}

/** So many values of a facet are shown; those chosen are always among them. */
const SHOWN = 12

function talliesOf(facet: Facet, { dictionary }: Column, counts: Int32Array, chosen: readonly string[]): Tally[] {
  const all: Tally[] = []
  const first: Tally[] = []
  for (const [code, value] of dictionary.words.entries()) {
    const isChosen = chosen.includes(value)
    if (value === NOBODY || (counts[code] === 0 && !isChosen)) continue
    ;(isChosen ? first : all).push({ value, count: counts[code] })
  }
  const rest = top(all, SHOWN - first.length)
  const shown = [...first, ...rest]
  return facet === 'month' ? shown.sort((a, b) => b.value.localeCompare(a.value)) : shown
}

/** Those with the highest counts, in order; of many thousands without sorting them all. */
export function top(tallies: Iterable<Tally>, most: number): Tally[] {
  const first: Tally[] = []
  for (const tally of tallies) {
    if (first.length === most && !before(tally, first[most - 1])) continue
    const at = first.findIndex((other) => before(tally, other))
    first.splice(at < 0 ? first.length : at, 0, tally)
    if (first.length > most) first.pop()
  }
  return first
}

const before = (a: Tally, b: Tally | undefined): boolean =>
  b !== undefined && (a.count > b.count || (a.count === b.count && a.value < b.value))

/** A day that is not known lies within no bounds; a month or year lies where it begins. */
function isWithin(day: string, from: string | undefined, to: string | undefined): boolean {
  if (day === '') return false
  return (from === undefined || day >= from) && (to === undefined || day.slice(0, to.length) <= to)
}
