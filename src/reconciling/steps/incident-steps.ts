// The last two steps. cluster: the chains of a component with the pairs that connect them -> the same chains by incident. describe: these -> the
// incidents, keyed by time and id, in whose order the program prints them.

import type { ScoredPair } from '../closest-pairs.ts'
import { clusterChains } from '../cluster.ts'
import { articleOf, chainOf, type EventChain } from '../event-chain.ts'
import { incidentOf } from '../incident.ts'
import { timeOfIncident } from '../reconcile.ts'
import type { SingleChain } from './chains.ts'
import { groupsOf } from './groups.ts'
import { field, key, type Line, lineOf } from './line.ts'

/** Sorted by component; a chain without pairs is its own. Each chain is given on with the line that it came in. */
export async function* clusterComponents(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const { key: component, values } of groupsOf(lines)) {
    const { singles, pairs } = membersIn(values)
    const chains = [...singles.keys()].sort(byKey)
    const positions = new Map(chains.map(({ key }, position) => [key, position]))
    const positionOf = (chain: string): number => positions.get(chain) ?? 0
    const clusters = clusterChains({
      chains,
      pairs: pairs.map(({ one, other, score }) => ({ one: positionOf(one), other: positionOf(other), score })),
    })
    for (const cluster of clusters)
      for (const chain of cluster) yield lineOf(key(component, field(cluster[0].key)), singles.get(chain) ?? '')
  }
}

function membersIn(values: readonly string[]): { singles: Map<EventChain, string>; pairs: ScoredPair[] } {
  const singles = new Map<EventChain, string>()
  const pairs: ScoredPair[] = []
  for (const json of values) {
    const member = JSON.parse(json) as SingleChain | ScoredPair
    if ('chain' in member) singles.set(chainOf(member.chain), json)
    else pairs.push(member)
  }
  return { singles, pairs }
}

/** Sorted by component and cluster. */
export async function* describeIncidents(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const { values } of groupsOf(lines)) {
    const members = values.map((json) => JSON.parse(json) as SingleChain)
    const chains = members.map(({ chain }) => chainOf(chain)).sort(byKey)
    const shingles = new Map(members.map(({ chain, shingles }) => [articleOf(chain[0]), new Set(shingles)]))
    const incident = incidentOf(chains, (article) => shingles.get(article) ?? new Set())
    yield lineOf(key(field(timeOfIncident(incident)), field(incident.id)), JSON.stringify(incident))
  }
}

const byKey = (one: EventChain, other: EventChain): number => (one.key < other.key ? -1 : 1)
