// Pairs of chains that were compared, in vain -> whether a pair is among the latest: neighbours in one block mostly are neighbours in another, too.

/** It forgets, and never errs. */
export interface ComparedLately {
  has(one: number, other: number): boolean
  add(one: number, other: number): void
}

/** Thirty-two megabytes. */
const MOST_PAIRS = 2 ** 22

export function openComparedLately(count: number): ComparedLately {
  // Zeros, which no pair is called: memory that nobody writes to costs nothing.
  const pairs = new Float64Array(MOST_PAIRS)
  const nameOf = (one: number, other: number): number => one * count + other + 1
  const placeOf = (one: number, other: number): number =>
    (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) & (MOST_PAIRS - 1)
  return {
    has: (one, other) => pairs[placeOf(one, other)] === nameOf(one, other),
    add(one, other) {
      pairs[placeOf(one, other)] = nameOf(one, other)
    },
  }
}
