// Texts that stand for something else -> whether they can: hashes, times, days.

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** ISO 8601, UTC. */
export const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text) && !Number.isNaN(Date.parse(text))

/** A day, a year, or a year and a month, with or without a time. */
export const isDate = (text: string): boolean =>
  /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d.*)?)?)?$/.test(text) && !Number.isNaN(Date.parse(text))

/** Of any year that a time in a text can mean. */
export const isDay = (text: string): boolean => /^-?\d{4,6}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)
