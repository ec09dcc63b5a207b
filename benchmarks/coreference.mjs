// Gold and predicted clusters of the same items -> MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998) and entity-based CEAF
// (Luo 2005), as sums that add up over documents: {precision: [right, of], recall: [right, of]}.

/** Each list an array of clusters, a cluster an array of names; every item is in one cluster of either. */
export function muc(gold, predicted) {
  return { recall: links(gold, predicted), precision: links(predicted, gold) }
}

function links(those, others) {
  const at = clusterOf(others)
  let [right, of] = [0, 0]
  for (const cluster of those) {
    right += cluster.length - new Set(cluster.map((item) => at.get(item))).size
    of += cluster.length - 1
  }
  return [right, of]
}

export function bCubed(gold, predicted) {
  return { recall: shares(gold, predicted), precision: shares(predicted, gold) }
}

function shares(those, others) {
  const at = clusterOf(others)
  let [right, of] = [0, 0]
  for (const cluster of those)
    for (const item of cluster) {
      right += cluster.filter((other) => at.get(other) === at.get(item)).length / cluster.length
      of++
    }
  return [right, of]
}

export function ceafE(gold, predicted) {
  const likeness = gold.map((one) =>
    predicted.map((other) => (2 * one.filter((item) => other.includes(item)).length) / (one.length + other.length)),
  )
  const right = bestAlignment(likeness, predicted.length)
  return { recall: [right, gold.length], precision: [right, predicted.length] }
}

/** Each row to one column at most; over subsets of columns, which are few. */
function bestAlignment(likeness, columns) {
  let best = new Map([[0, 0]])
  for (const row of likeness) {
    const next = new Map(best)
    for (const [taken, total] of best)
      for (let column = 0; column < columns; column++) {
        if (taken & (1 << column) || row[column] === 0) continue
        const now = taken | (1 << column)
        next.set(now, Math.max(next.get(now) ?? 0, total + row[column]))
      }
    best = next
  }
  return Math.max(...best.values())
}

function clusterOf(clusters) {
  return new Map(clusters.flatMap((cluster, index) => cluster.map((item) => [item, index])))
}

export function f1(parts) {
  const share = (side) => {
    const [right, of] = parts.reduce(([a, b], part) => [a + part[side][0], b + part[side][1]], [0, 0])
    return of === 0 ? 0 : right / of
  }
  const [precision, recall] = [share('precision'), share('recall')]
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
