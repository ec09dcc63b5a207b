// What passes between the steps of reconciling: lines of a key, a tab and JSON. Whoever runs the steps sorts lines by their keys as bytes, or
// brings those of one key together, and need not understand either part. Keys are ASCII without blanks, but for those between their fields.

/** What stands in a line. */
export interface Line {
  key: string
  json: string
}

const TAB = '\t'

export const lineOf = (key: string, json: string): string => `${key}${TAB}${json}`

/** Null if it is no such line. */
export function parseLine(line: string): Line | null {
  const tab = line.indexOf(TAB)
  return tab < 0 ? null : { key: line.slice(0, tab), json: line.slice(tab + 1) }
}

const LOWEST = '!'
const HIGHEST = '~'

/**
 * A text -> a field of a key: bytes that are in the same order as the texts are in JavaScript, by UTF-16 units. What is no visible ASCII
 * character becomes "!" or "~" and four digits, and so do these two.
 */
export const field = (value: string): string =>
  value.replace(
    /[^"-}]/g,
    (unit) => `${unit <= LOWEST ? LOWEST : HIGHEST}${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Digits that are in the order of the numbers: whole ones of less than a billion, also below 0. */
export const numberField = (number: number): string => String(number + BILLION).padStart(10, '0')

const BILLION = 1e9

export const key = (...fields: readonly string[]): string => fields.join(' ')

export const fieldsOf = (key: string): string[] => key.split(' ')
