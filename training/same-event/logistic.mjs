// Examples {signs, same, weight} -> a bias and a weight for each sign: logistic regression with L2, by Newton's method, each step solved by
// coordinate descent so that a sign for one event never counts against it, nor the other way round. Nothing random.

const STEPS = 25
const ROUNDS = 50
/** As if so many examples spoke for a weight of 0, for each sign. */
const L2 = 2

/** @param directions of each sign: 1, -1, or 0 where either may be */
export function fit(examples, directions) {
  const names = Object.keys(directions)
  const size = names.length + 1
  const at = new Map(names.map((name, index) => [name, index]))
  const rows = examples.map(({ signs, same, weight }) => ({
    cells: [...Object.entries(signs).map(([name, value]) => [at.get(name), value]), [size - 1, 1]],
    same,
    weight,
  }))
  const weights = new Float64Array(size)
  for (let step = 0; step < STEPS; step++) {
    const slopes = new Float64Array(size)
    const bends = Array.from({ length: size }, () => new Float64Array(size))
    for (const { cells, same, weight } of rows) {
      const likely = 1 / (1 + Math.exp(-cells.reduce((sum, [index, value]) => sum + weights[index] * value, 0)))
      const [miss, bend] = [weight * (same - likely), weight * Math.max(1e-4, likely * (1 - likely))]
      for (const [index, value] of cells) {
        slopes[index] += miss * value
        for (const [other, its] of cells) bends[index][other] += bend * value * its
      }
    }
    for (let index = 0; index < size - 1; index++) {
      slopes[index] -= L2 * weights[index]
      bends[index][index] += L2
    }
    const next = Float64Array.from(weights)
    for (let round = 0; round < ROUNDS; round++)
      for (let index = 0; index < size; index++) {
        if (bends[index][index] === 0) continue
        let rest = slopes[index]
        for (let other = 0; other < size; other++) rest -= bends[index][other] * (next[other] - weights[other])
        next[index] += rest / bends[index][index]
        if (index < size - 1 && directions[names[index]] * next[index] < 0) next[index] = 0
      }
    weights.set(next)
  }
  return { bias: weights[size - 1], weights: Object.fromEntries(names.map((name, index) => [name, weights[index]])) }
}

export function scoreOf({ bias, weights }, signs) {
  let score = bias
  for (const name in signs) score += weights[name] * signs[name]
  return score
}
