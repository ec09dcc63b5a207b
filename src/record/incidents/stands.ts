// One question about an incident -> its answers, each once with all claims of it; in a dispute, which of them stand on which side.

import type { Aspect, Claim } from '../../types.ts'

export interface Stand {
  claims: readonly Claim[]
  /** Sides from 0; no two answers of one side contradict each other. Null: it contradicts nothing. */
  side: number | null
}

/** @returns the answers in the order in which they are first claimed, and for each claim the place of its answer among them */
export function standsOf({ claims, disputes }: Pick<Aspect, 'claims' | 'disputes'>): {
  stands: Stand[]
  standOf: number[]
} {
  const keys = [...new Set(claims.map(keyOf))]
  const standOf = claims.map((claim) => keys.indexOf(keyOf(claim)))
  const against = keys.map(() => new Set<number>())
  for (const { claims: pair } of disputes) {
    const [one, other] = pair.map((at) => standOf[at])
    against[one].add(other)
    against[other].add(one)
  }
  const sides = sidesOf(against)
  const stands = keys.map((_, at) => ({
    claims: claims.filter((__, claim) => standOf[claim] === at),
    side: sides[at],
  }))
  return { stands, standOf }
}

/** Those that contradict another. */
export const opposedStands = (question: Pick<Aspect, 'claims' | 'disputes'>): (Stand & { side: number })[] =>
  standsOf(question).stands.flatMap(({ claims, side }) => (side === null ? [] : [{ claims, side }]))

/** Claims with one key claim the same: "the army" and "Army", "five people" and "five". */
function keyOf({ value, polarity }: Claim): string {
  switch (value.kind) {
    case 'status':
      return `${polarity} ${value.status}`
    case 'party':
      return `${polarity} ${value.name.toLowerCase().replace(/^(?:the|an?)\s+/, '')}`
    case 'number':
      return `${polarity} ${value.low} ${value.high} ${value.group.side ?? ''} ${value.part ?? ''}`
    case 'means':
      return `${polarity} ${value.means}`
    case 'place':
      return `${polarity} ${value.geonameId ?? value.name.toLowerCase()}`
    case 'interval':
      return `${polarity} ${value.start} ${value.end}`
  }
}

/** No two answers of one side contradict each other; what contradicts nothing takes no side. */
function sidesOf(against: readonly ReadonlySet<number>[]): (number | null)[] {
  const sides: (number | null)[] = []
  for (const [at, others] of against.entries()) {
    const taken = new Set([...others].flatMap((other) => (other < at ? [sides[other]] : [])))
    let side = 0
    while (taken.has(side)) side++
    sides[at] = others.size === 0 ? null : side
  }
  return sides
}
