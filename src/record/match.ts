// Words that a user typed -> a pattern or query for SQLite in which no character has a special meaning.

/** For `LIKE ? ESCAPE '\'`, which ignores case in ASCII. */
export const startsWith = (typed: string): string => `${escapeLike(typed)}%`
export const contains = (typed: string): string => `%${escapeLike(typed)}%`

const escapeLike = (typed: string): string => typed.replace(/[\\%_]/g, '\\$&')

/**
 * For FTS5: every word must occur; words in double quotes side by side; `bomb*` finds "bombs" and "bombing".
 * Null if there is no word in it.
 * @param spellings other ways in which a word may be written; any of them will do
 */
export function fullTextQuery(typed: string, spellings: (word: string) => readonly string[] = () => []): string | null {
  const phrases = [...typed.replace(/\p{Cc}/gu, ' ').matchAll(/"([^"]*)"?|[^\s"]+/g)]
    .map(([whole, quoted]) => quoted ?? whole)
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase))
    .map((phrase) => {
      if (phrase.endsWith('*')) return `"${phrase.slice(0, -1)}" *`
      const others = /^[\p{L}\p{M}]+$/u.test(phrase) ? spellings(phrase) : []
      return others.length === 0 ? `"${phrase}"` : `(${[phrase, ...others].map((word) => `"${word}"`).join(' OR ')})`
    })
  return phrases.length > 0 ? phrases.join(' AND ') : null
}
