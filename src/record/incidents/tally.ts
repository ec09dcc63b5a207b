// Statements with their sources, and incidents with whom they rest on -> for each source how much it said, where, under which names, and in
// how many incidents it is.

/** Of a statement: party, source, kind, named, relayed, article, outlet. */
type Said = [
  party: string | null,
  source: string,
  kind: string | null,
  named: 0 | 1,
  relayed: 0 | 1,
  article: number,
  outlet: string | null,
]

/** The statements of a document as JSON: handing them over one by one takes twice the time. */
export type SaidRow = [document: number, said: string]

export type BecameRow = [
  party: string | null,
  origin: string | null,
  incident: string,
  corroborated: 0 | 1,
  contradicted: 0 | 1,
]

export interface SourceTally {
  party: string | null
  kind: string
  named: 0 | 1
  statements: number
  relayed: number
  documents: number
  articles: number
  /** The document and article of the last statement that was counted. */
  last: readonly [document: number, article: number]
  outlets: Set<string>
  /** How often each. */
  names: Map<string, number>
  incidents: number
  corroborated: number
  contradicted: number
}

type Joined = readonly (readonly [key: string, party: string])[]

/** @param said each document once */
export function tallySources(said: Iterable<SaidRow>, joined: Joined): Map<string, SourceTally> {
  const parties = new Map(joined)
  const tallies = new Map<string, SourceTally>()
  // There are hundreds of thousands of rows: no text is made for each.
  const [byKey, byWords] = [new Map<string, SourceTally>(), new Map<string, SourceTally>()]
  const tallyOf = ([key, source]: Said): SourceTally => {
    const party = key === null ? null : (parties.get(key) ?? key)
    const id = party ?? `words ${source}`
    const tally = tallies.get(id) ?? emptyTally(party)
    tallies.set(id, tally)
    if (key === null) byWords.set(source, tally)
    else byKey.set(key, tally)
    return tally
  }
  for (const [document, json] of said) {
    const rows: Said[] = JSON.parse(json)
    // Those of an article one after the other.
    for (const row of rows.sort((one, other) => one[ARTICLE] - other[ARTICLE])) {
      const [key, source] = row
      const known = key === null ? byWords.get(source) : byKey.get(key)
      add(known ?? tallyOf(row), document, row)
    }
  }
  return tallies
}

const ARTICLE = 5

function add(tally: SourceTally, document: number, [, source, kind, named, relayed, article, outlet]: Said): void {
  if (kind !== null && kind > tally.kind) tally.kind = kind
  if (named > tally.named) tally.named = named
  tally.statements++
  tally.relayed += relayed
  tally.names.set(source, (tally.names.get(source) ?? 0) + 1)
  const [lastDocument, lastArticle] = tally.last
  if (document !== lastDocument) tally.documents++
  if (document === lastDocument && article === lastArticle) return
  tally.articles++
  if (outlet !== null) tally.outlets.add(outlet)
  tally.last = [document, article]
}

const emptyTally = (party: string | null): SourceTally => ({
  party,
  kind: '',
  named: 0,
  statements: 0,
  relayed: 0,
  documents: 0,
  articles: 0,
  last: [0, 0],
  outlets: new Set(),
  names: new Map(),
  incidents: 0,
  corroborated: 0,
  contradicted: 0,
})

/** Only of sources that say anything. */
export function tallyIncidents(
  tallies: ReadonlyMap<string, SourceTally>,
  became: Iterable<BecameRow>,
  joined: Joined,
): void {
  const parties = new Map(joined)
  const seen = new Map<SourceTally, Set<string>>()
  for (const [key, origin, incident, corroborated, contradicted] of became) {
    const tally = tallies.get(key === null ? `words ${origin}` : (parties.get(key) ?? key))
    if (!tally) continue
    const known = seen.get(tally) ?? new Set()
    seen.set(tally, known)
    if (known.has(incident)) continue
    known.add(incident)
    tally.incidents++
    tally.corroborated += corroborated
    tally.contradicted += contradicted
  }
}

/** The most frequent first. */
export const namesOf = ({ names }: SourceTally): string[] =>
  [...names]
    .sort(([one, often], [other, oftener]) => oftener - often || Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .map(([name]) => name)
