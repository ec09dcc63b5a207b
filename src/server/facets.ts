// The index, and what was chosen -> the statements that are left, and for each facet how many each further choice would leave.

import { FACETS, type Facet, type Tally } from './answers.ts'
import { type Dictionary, type IndexedStatement, NOBODY, type StatementIndex } from './statement-index.ts'

export interface Choice {
  /** Of one facet any of the values, of several facets all. */
  chosen: Partial<Record<Facet, readonly string[]>>
  /** ISO days, both included. */
  from?: string | undefined
  to?: string | undefined
  /** Numbers of the statements that hold the words looked for. */
  matching?: readonly number[]
}

interface FacetView {
  facet: Facet
  dictionary: Dictionary
  /** Null where nothing was chosen. */
  wanted: Set<number> | null
  counts: Int32Array
  codesOf: (statement: IndexedStatement) => readonly number[]
}

export function filterStatements(
  index: StatementIndex,
  { chosen, from, to, matching }: Choice,
): { found: IndexedStatement[]; tallies: Record<Facet, Tally[]> } {
  const views = viewsOf(index, chosen)
  const matches = matching && flagged(matching, index.statements.at(-1)?.number ?? 0)
  const found: IndexedStatement[] = []
  for (const statement of index.newest) {
    if (matches && matches[statement.number] !== 1) continue
    if (!isWithin(statement.article.day, from, to)) continue
    const missed = missedBy(views, statement)
    if (missed === 'several') continue
    if (missed === null) found.push(statement)
    // A facet counts as if nothing were chosen in it, so that a further choice in it shows what it would add.
    for (const view of missed === null ? views : [missed]) {
      for (const code of view.codesOf(statement)) view.counts[code]++
    }
  }
  const tallies = Object.fromEntries(views.map((view) => [view.facet, talliesOf(view)]))
  return { found, tallies: tallies as Record<Facet, Tally[]> }
}

/** A byte for each number up to the last: 1 where it is among them. */
function flagged(numbers: readonly number[], last: number): Uint8Array {
  const flags = new Uint8Array(last + 1)
  for (const number of numbers) flags[number] = 1
  return flags
}

function missedBy(views: readonly FacetView[], statement: IndexedStatement): FacetView | 'several' | null {
  let missed: FacetView | null = null
  for (const view of views) {
    const { wanted } = view
    if (!wanted || view.codesOf(statement).some((code) => wanted.has(code))) continue
    if (missed) return 'several'
    missed = view
  }
  return missed
}

function viewsOf(index: StatementIndex, chosen: Choice['chosen']): FacetView[] {
  const single = [0]
  const one = (codeOf: (statement: IndexedStatement) => number) => (statement: IndexedStatement) => {
    single[0] = codeOf(statement)
    return single
  }
  const views: Record<Facet, [Dictionary, FacetView['codesOf']]> = {
    outlet: [index.outlets, one(({ article }) => article.outletCode)],
    source: [index.sources, one(({ source }) => source)],
    kind: [index.kinds, one(({ kind }) => kind)],
    stance: [index.stances, one(({ stance }) => stance)],
    manner: [index.manners, one(({ manner }) => manner)],
    place: [index.places, ({ article }) => article.places],
    month: [index.months, one(({ article }) => article.monthCode)],
    signal: [index.signals, ({ signals }) => signals],
  }
  return FACETS.map((facet) => {
    const [dictionary, codesOf] = views[facet]
    const words = chosen[facet] ?? []
    const wanted = words.length > 0 ? new Set(words.map((word) => dictionary.numbers.get(word) ?? -1)) : null
    return { facet, dictionary, wanted, counts: new Int32Array(dictionary.words.length), codesOf }
  })
}

/** So many values of a facet are shown; those chosen are always among them. */
const SHOWN = 12

function talliesOf({ facet, dictionary, wanted, counts }: FacetView): Tally[] {
  const all: Tally[] = []
  const first: Tally[] = []
  for (const [code, value] of dictionary.words.entries()) {
    const chosen = wanted?.has(code) ?? false
    if (value === NOBODY || (counts[code] === 0 && !chosen)) continue
    ;(chosen ? first : all).push({ value, count: counts[code] })
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
  if (from === undefined && to === undefined) return true
  if (day === '') return false
  return (from === undefined || day >= from) && (to === undefined || day.slice(0, to.length) <= to)
}
