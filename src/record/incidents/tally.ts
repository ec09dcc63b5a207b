// Statements with their sources, and incidents with whom they rest on -> for each source how much it said, where, under which names, and in
// how many incidents it is.

/** In the order of the columns: party, source, kind, named, relayed, document, article, outlet. */
export type SaidRow = [
  party: string | null,
  source: string,
  kind: string | null,
  named: 0 | 1,
  relayed: 0 | 1,
  document: number,
  article: number,
  outlet: string | null,
]

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
  outlets: Set<string>
  /** How often each. */
  names: Map<string, number>
  incidents: number
  corroborated: number
  contradicted: number
}

type Joined = readonly (readonly [key: string, party: string])[]

/** @param said the rows of an article follow one another, and so do those of a document, or not: both are counted once all the same */
export function tallySources(said: Iterable<SaidRow>, joined: Joined): Map<string, SourceTally> {
  const parties = new Map(joined)
  const tallies = new Map<string, SourceTally>()
  const places = new Map<SourceTally, Set<number | string>>()
  for (const [key, source, kind, named, relayed, document, article, outlet] of said) {
    const party = key === null ? null : (parties.get(key) ?? key)
    const id = party ?? `words ${source}`
    let tally = tallies.get(id)
    if (!tally) {
      tally = emptyTally(party)
      tallies.set(id, tally)
      places.set(tally, new Set())
    }
    if (kind !== null && kind > tally.kind) tally.kind = kind
    if (named > tally.named) tally.named = named
    tally.statements++
    tally.relayed += relayed
    if (outlet !== null) tally.outlets.add(outlet)
    tally.names.set(source, (tally.names.get(source) ?? 0) + 1)
    const seen = places.get(tally) ?? new Set()
    const place = placeOf(document, article)
    if (seen.has(place)) continue
    const whole = placeOf(document, 0)
    if (!seen.has(whole)) tally.documents++
    tally.articles++
    seen.add(whole).add(place)
  }
  return tallies
}

/** Small numbers, as far as they go, are found faster than any other key. Articles count from 1: 0 is the whole document. */
const placeOf = (document: number, article: number): number | string =>
  document < 2 ** 20 && article < 2 ** 10 ? document * 2 ** 10 + article : `${document} ${article}`

const emptyTally = (party: string | null): SourceTally => ({
  party,
  kind: '',
  named: 0,
  statements: 0,
  relayed: 0,
  documents: 0,
  articles: 0,
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
