// What could not be read, one after another -> a few lines at the end: how many for which reason, and some of their names.

import { count, printable } from '../print/text.ts'
import { groupOf } from './refusal-groups.ts'

export interface Refusals {
  add(place: string, message: string): void
  /** Nothing where all of them still stand on the screen. */
  lines(): string[]
}

/** Fewer are still in sight, each in its own line. */
const FEWEST = 5
const MAX_REASONS = 12
const MAX_NAMED = 3
/** In characters: of one name, and of those of a line together; one is named always. */
const MAX_NAME = 50
const MAX_NAMES = 60

export function countRefusals(): Refusals {
  const reasons = new Map<string, { count: number; places: string[] }>()
  let all = 0
  let folder: string | null = null
  return {
    add(place, message) {
      all++
      folder = folder === null ? folderOf(place) : shared(folder, place)
      const reason = groupOf(printable(message))
      const known = reasons.get(reason) ?? { count: 0, places: [] }
      known.count++
      if (known.places.length < MAX_NAMED) known.places.push(place)
      reasons.set(reason, known)
    },
    lines() {
      if (all < FEWEST) return []
      const within = folder?.length ?? 0
      const sorted = [...reasons].toSorted(([, one], [, other]) => other.count - one.count)
      const shown = sorted.slice(0, MAX_REASONS)
      const rest = sorted.slice(MAX_REASONS).reduce((sum, [, reason]) => sum + reason.count, 0)
      const width = String(shown[0][1].count).length
      return [
        ...shown.map(
          ([reason, { count: number, places }]) =>
            `  ${String(number).padStart(width)}  ${reason}: ${listed(
              places.map((place) => shortName(place.slice(within))),
              number,
            )}`,
        ),
        ...(rest > 0
          ? [`  and ${count(rest, 'other')}, for ${count(sorted.length - MAX_REASONS, 'other reason')}`]
          : []),
      ]
    },
  }
}

/** As many of the names as a line holds. */
function listed(names: readonly string[], all: number): string {
  const fitting = names.filter((_, index) => index === 0 || names.slice(0, index + 1).join(', ').length <= MAX_NAMES)
  return `${fitting.join(', ')}${all > fitting.length ? ', ...' : ''}`
}

/** With the slash; what lies in an archive or a mailbox is behind "#". */
const folderOf = (place: string): string => /^[^#]*\//.exec(place)?.[0] ?? ''

/** The innermost folder that both are in. */
function shared(folder: string, place: string): string {
  let common = folder
  while (!place.startsWith(common)) common = folderOf(common.slice(0, -1))
  return common
}

/** The end of a name tells more than the folders before it. */
const shortName = (place: string): string => {
  const name = printable(place)
  return name.length <= MAX_NAME ? name : `...${name.slice(-MAX_NAME)}`
}
