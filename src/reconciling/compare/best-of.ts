// Two lists -> the highest weight of any item of the one with any item of the other; -Infinity if either list is empty.

export function bestOf<One, Other>(
  ones: Iterable<One>,
  others: Iterable<Other>,
  weigh: (one: One, other: Other) => number,
): number {
  let best = Number.NEGATIVE_INFINITY
  for (const one of ones) for (const other of others) best = Math.max(best, weigh(one, other))
  return best
}
