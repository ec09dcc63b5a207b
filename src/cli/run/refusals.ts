// What could not be read, one after another -> a few lines at the end: how many for which reason, and some of their names.

import { count, printable } from '../print/text.ts'

export interface Refusals {
  add(place: string, message: string): void
  /** Nothing where all of them still stand on the screen. */
  lines(): string[]
}

/** Fewer are still in sight, each in its own line. */
const FEWEST = 5
const MAX_REASONS = 12
const MAX_NAMED = 3
const MAX_NAME = 60

export function countRefusals(): Refusals {
  const reasons = new Map<string, { count: number; places: string[] }>()
  let all = 0
  return {
    add(place, message) {
      all++
      const reason = reasonOf(message)
      const known = reasons.get(reason) ?? { count: 0, places: [] }
      known.count++
      if (known.places.length < MAX_NAMED) known.places.push(place)
      reasons.set(reason, known)
    },
    lines() {
      if (all < FEWEST) return []
      const sorted = [...reasons].toSorted(([, one], [, other]) => other.count - one.count)
      const shown = sorted.slice(0, MAX_REASONS)
      const rest = sorted.slice(MAX_REASONS).reduce((sum, [, reason]) => sum + reason.count, 0)
      const width = String(shown[0][1].count).length
      return [
        ...shown.map(
          ([reason, { count: number, places }]) =>
            `  ${String(number).padStart(width)}  ${reason}: ${places.map(shortName).join(', ')}${number > places.length ? ', ...' : ''}`,
        ),
        ...(rest > 0
          ? [`  and ${count(rest, 'other')}, for ${count(sorted.length - MAX_REASONS, 'other reason')}`]
          : []),
      ]
    },
  }
}

/** Without the way out and what is of one file alone: lengths, names, a library's words. */
const reasonOf = (message: string): string =>
  printable(message)
    .replace(/\s*[(;:].*$|, (?:which|not|and|since|in) .*$/s, '')
    .replace(/"[^"]*"/g, '...')
    .replace(/\d[\d.,]*(?: [kMG]?B)?/g, 'N')
    .trim()

/** The end of a name tells more than the folders before it. */
const shortName = (place: string): string => {
  const name = printable(place)
  return name.length <= MAX_NAME ? name : `...${name.slice(-MAX_NAME)}`
}
