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
  const at = clusterOf(predicted)
  const shared = gold.map((cluster) => {
    const counts = new Map()
    for (const item of cluster) if (at.has(item)) counts.set(at.get(item), (counts.get(at.get(item)) ?? 0) + 1)
    return counts
  })
  const likeness = (row, column) => (2 * (shared[row].get(column) ?? 0)) / (gold[row].length + predicted[column].length)
  let right = 0
  for (const { rows, columns } of connectedParts(shared, predicted.length))
    right += bestAlignment(rows.map((row) => columns.map((column) => likeness(row, column))))
  return { recall: [right, gold.length], precision: [right, predicted.length] }
}

/** Gold and predicted clusters that share items, directly or through others: what is in two parts is never aligned. */
function connectedParts(shared, columns) {
  const rowsAt = Array.from({ length: columns }, () => [])
  for (const [row, counts] of shared.entries()) for (const column of counts.keys()) rowsAt[column].push(row)
  const seen = new Set()
  const parts = []
  for (const first of shared.keys()) {
    if (seen.has(first)) continue
    const [rows, found] = [new Set([first]), new Set()]
    for (const row of rows)
      for (const column of shared[row].keys()) {
        found.add(column)
        for (const next of rowsAt[column]) rows.add(next)
      }
    for (const row of rows) seen.add(row)
    parts.push({ rows: [...rows], columns: [...found] })
  }
  return parts
}

/** The highest sum of cells, no two in one row or column: the Hungarian method (Kuhn 1955), with potentials and shortest paths. */
function bestAlignment(cells) {
  const [height, width] = [cells.length, cells[0]?.length ?? 0]
  if (height > width) return bestAlignment(Array.from({ length: width }, (_, at) => cells.map((row) => row[at])))
  const [ofRow, ofColumn] = [new Array(height + 1).fill(0), new Array(width + 1).fill(0)]
  /** The row that each column is aligned with; 0 is none, so rows and columns count from 1. */
  const aligned = new Array(width + 1).fill(0)
  for (let row = 1; row <= height; row++) {
    const came = new Array(width + 1).fill(0)
    const least = new Array(width + 1).fill(Number.POSITIVE_INFINITY)
    const done = new Array(width + 1).fill(false)
    let column = 0
    aligned[0] = row
    do {
      done[column] = true
      const from = aligned[column]
      let [step, next] = [Number.POSITIVE_INFINITY, 0]
      for (let other = 1; other <= width; other++) {
        if (done[other]) continue
        const cost = -cells[from - 1][other - 1] - ofRow[from] - ofColumn[other]
        if (cost < least[other]) [least[other], came[other]] = [cost, column]
        if (least[other] < step) [step, next] = [least[other], other]
      }
      for (let other = 0; other <= width; other++)
        if (done[other]) {
          ofRow[aligned[other]] += step
          ofColumn[other] -= step
        } else least[other] -= step
      column = next
    } while (aligned[column] !== 0)
    for (; column !== 0; column = came[column]) aligned[column] = aligned[came[column]]
  }
  return aligned.reduce((sum, row, column) => (row && column ? sum + cells[row - 1][column - 1] : sum), 0)
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
