// A number of bytes <-> what people write for it: "50 MB". Decimal, as disks and file managers count.

import { EXIT, UserError } from '../../user-error.ts'

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

export function formatSize(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000
    unit++
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : Number(value.toFixed(1))} ${UNITS[unit]}`
}

/** Throws UserError for what is no size. */
export function parseSize(typed: string): number {
  const [, number, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([kmgt]?b?)\s*$/i.exec(typed) ?? []
  const bytes = Math.floor(Number(number) * 1000 ** ' kmgt'.indexOf(unit[0]?.toLowerCase().replace('b', ' ') ?? ' '))
  if (number !== undefined && bytes > 0) return bytes
  throw new UserError(`"${typed}" is not a size; write for example 200MB or 500kB`, EXIT.usage)
}
