// JSON of unknown making -> its fields, one at a time, with nothing taken on trust.

export type Fields = ReadonlyMap<string, unknown>

export const fieldsOf = (value: unknown): Fields =>
  new Map<string, unknown>(
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [],
  )

export const listIn = (fields: Fields, name: string): readonly unknown[] => {
  const value = fields.get(name)
  return Array.isArray(value) ? value : []
}

/** The first of these fields that says something. Numbers count as words. */
export function stringIn(fields: Fields, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = fields.get(name)
    if (typeof value === 'number') return String(value)
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return undefined
}
