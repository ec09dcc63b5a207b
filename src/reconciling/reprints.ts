// Articles, by their shingles -> which of them are reprints of one text.

/** Articles of fewer shingles are reprints of nothing. */
const MIN_SHINGLES = 3
/** The share of the shorter article's shingles that the longer one must have. */
const MIN_CONTAINED_SHARE = 0.5

/** Among more articles, only those are compared that share one of their lowest shingles. */
const MAX_ARTICLES_COMPARED_IN_FULL = 60
const LOWEST_SHINGLES = 8

export type AreReprints = (one: string, other: string) => boolean

/** @returns whether two of these articles are one text; a reprint of a reprint is one too, and so is an article of itself */
export function reprintsAmong(
  articles: readonly string[],
  shinglesOf: (article: string) => ReadonlySet<number>,
): AreReprints {
  // A forest (union-find): articles with one root are one text.
  const parents = new Map(articles.map((article) => [article, article]))
  const rootOf = (article: string): string => {
    const parent = parents.get(article) ?? article
    return parent === article ? article : rootOf(parent)
  }
  const candidates =
    articles.length <= MAX_ARTICLES_COMPARED_IN_FULL ? pairsOf(articles) : pairsByLowest(articles, shinglesOf)
  for (const [one, other] of candidates)
    if (rootOf(one) !== rootOf(other) && isReprint(shinglesOf(one), shinglesOf(other)))
      parents.set(rootOf(one), rootOf(other))
  return (one, other) => rootOf(one) === rootOf(other)
}

function* pairsOf(articles: readonly string[]): Generator<[string, string]> {
  for (const [at, one] of articles.entries()) for (const other of articles.slice(at + 1)) yield [one, other]
}

/** Each article with the first one that has the same shingle among its lowest (as MinHash). */
function* pairsByLowest(
  articles: readonly string[],
  shinglesOf: (article: string) => ReadonlySet<number>,
): Generator<[string, string]> {
  const holders = new Map<number, string>()
  for (const article of [...articles].sort()) {
    const lowest = [...shinglesOf(article)].sort((a, b) => a - b).slice(0, LOWEST_SHINGLES)
    for (const shingle of lowest) {
      const holder = holders.get(shingle)
      if (holder === undefined) holders.set(shingle, article)
      else yield [article, holder]
    }
  }
}

/** Whether the text of one article is mostly contained in the other's. */
export function isReprint(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one]
  if (short.size < MIN_SHINGLES) return false
  let shared = 0
  for (const shingle of short) if (long.has(shingle)) shared++
  return shared >= MIN_CONTAINED_SHARE * short.size
}
