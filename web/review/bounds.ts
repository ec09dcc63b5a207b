// What a person typed as a number of people -> the number; null for anything else.

/** "1,200", "1 200" and "1.200" are one number in three lands; "1.5" is none. */
export function parseBound(typed: string): number | null {
  const digits = typed.trim().replace(/(?<=\d)[,.\s'’](?=\d{3}(?!\d))/g, '')
  return /^\d{1,11}$/.test(digits) ? Number(digits) : null
}
