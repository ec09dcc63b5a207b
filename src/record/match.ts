// Words that a user typed -> a pattern or query for SQLite in which no character has a special meaning.

/** For `LIKE ? ESCAPE '\'`, which ignores case in ASCII. */
export const startsWith = (typed: string): string => `${escapeLike(typed)}%`
export const contains = (typed: string): string => `%${escapeLike(typed)}%`

const escapeLike = (typed: string): string => typed.replace(/[\\%_]/g, '\\$&')

/**
 * For FTS5: every word must occur; words in double quotes side by side; `bomb*` finds "bombs" and "bombing".
 * Null if there is no word in it.
 */
export function fullTextQuery(typed: string): string | null {
  const phrases = [...typed.matchAll(/"([^"]*)"?|[^\s"]+/g)]
    .map(([whole, quoted]) => quoted ?? whole)
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase))
    .map((phrase) => (phrase.endsWith('*') ? `"${phrase.slice(0, -1)}" *` : `"${phrase}"`))
  return phrases.length > 0 ? phrases.join(' ') : null
}
