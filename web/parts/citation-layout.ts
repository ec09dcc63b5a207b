// Who cites whom -> two columns of names with bands between them; their widths are numbers of statements.

export interface Citation {
  outlet: string
  source: string
  count: number
}

export interface Node {
  name: string
  count: number
  y: number
  height: number
}

export interface Band {
  outlet: string
  source: string
  count: number
  path: string
}

const ROW = 24
const GAP = 8
const MOST_OUTLETS = 14
export const OTHERS = 'other outlets'

export function layOutCitations(citations: readonly Citation[], left: number, right: number) {
  const known = new Set(
    totals(citations, ({ outlet }) => outlet)
      .slice(0, MOST_OUTLETS)
      .map(({ name }) => name),
  )
  const merged = mergeRest(citations, known)
  const most = Math.max(
    1,
    ...totals(merged, ({ source }) => source).map(({ count }) => count),
    ...totals(merged, ({ outlet }) => outlet).map(({ count }) => count),
  )
  const unit = Math.min(6, (ROW * 3) / most)
  const sources = place(
    totals(merged, ({ source }) => source),
    unit,
  )
  const outlets = place(order(merged, sources), unit)
  const used = { left: new Map<string, number>(), right: new Map<string, number>() }
  const middle = (left + right) / 2
  const bands = [...merged]
    .sort((a, b) => at(sources, a.source) - at(sources, b.source) || at(outlets, a.outlet) - at(outlets, b.outlet))
    .map(({ outlet, source, count }): Band => {
      const thick = count * unit
      const from = at(outlets, outlet) + take(used.left, outlet, thick)
      const to = at(sources, source) + take(used.right, source, thick)
      const path = `M${left} ${from}C${middle} ${from} ${middle} ${to} ${right} ${to}V${to + thick}C${middle} ${to + thick} ${middle} ${from + thick} ${left} ${from + thick}Z`
      return { outlet, source, count, path }
    })
  return { outlets, sources, bands, height: Math.max(bottom(outlets), bottom(sources)) }
}

function mergeRest(citations: readonly Citation[], known: ReadonlySet<string>): Citation[] {
  const merged = new Map<string, Citation>()
  for (const { outlet, source, count } of citations) {
    const name = known.has(outlet) ? outlet : OTHERS
    const key = `${name}\n${source}`
    merged.set(key, { outlet: name, source, count: (merged.get(key)?.count ?? 0) + count })
  }
  return [...merged.values()]
}

function totals(
  citations: readonly Citation[],
  nameOf: (citation: Citation) => string,
): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const citation of citations) counts.set(nameOf(citation), (counts.get(nameOf(citation)) ?? 0) + citation.count)
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count)
}

/** Outlets stand where most of what they cite stands, so that bands cross little. */
function order(citations: readonly Citation[], sources: readonly Node[]): { name: string; count: number }[] {
  const weight = new Map<string, number>()
  for (const { outlet, source, count } of citations)
    weight.set(outlet, (weight.get(outlet) ?? 0) + count * at(sources, source))
  return totals(citations, ({ outlet }) => outlet).sort(
    (a, b) => (weight.get(a.name) ?? 0) / a.count - (weight.get(b.name) ?? 0) / b.count,
  )
}

function place(names: readonly { name: string; count: number }[], unit: number): Node[] {
  let y = 0
  return names.map(({ name, count }) => {
    const height = count * unit
    const node = { name, count, y, height }
    y += Math.max(ROW, height + GAP)
    return node
  })
}

const at = (nodes: readonly Node[], name: string): number => nodes.find((node) => node.name === name)?.y ?? 0

const bottom = (nodes: readonly Node[]): number =>
  Math.max(0, ...nodes.map(({ y, height }) => y + Math.max(ROW, height)))

function take(used: Map<string, number>, name: string, thick: number): number {
  const before = used.get(name) ?? 0
  used.set(name, before + thick)
  return before
}
