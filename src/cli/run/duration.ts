// A length of time as typed -> milliseconds.

import { EXIT, UserError } from '../../user-error.ts'

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** "90s", "15m", "6h", "1d" -> milliseconds. Throws UserError for anything else. */
export function parseDuration(typed: string): number {
  const [, number, unit] = /^\s*(\d{1,6}(?:\.\d{1,3})?)\s*([smhd])\s*$/.exec(typed) ?? []
  if (number === undefined)
    throw new UserError(`"${typed}" is not a length of time; write for example 90s, 15m, 6h or 1d`, EXIT.usage)
  return Number(number) * UNITS[unit]
}
