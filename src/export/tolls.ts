// An incident -> how many were killed, injured, ..., as far as its claims agree; and what was quoted. docs/exports.md has the rules.

import type { Claim, Fate, Incident, NumberValue, Side } from '../types.ts'
import type { CitedIncident } from './cited.ts'
import { isOfThisEvent } from './of-this-event.ts'

export interface Toll extends Bounds {
  civilians: number | null
  fighters: number | null
  /** In a dispute, and where several groups are counted: who says how many, in their words. Null where nobody counts. */
  quoted: string | null
}

interface Bounds {
  best: number | null
  low: number | null
  high: number | null
}

const NO_TOLL: Toll = { best: null, low: null, high: null, civilians: null, fighters: null, quoted: null }

type Counting = Claim & { value: NumberValue }

export function tollOf(cited: CitedIncident, fate: Fate): Toll {
  const { incident } = cited
  const aspect = incident.aspects.find(({ name }) => name === `count:${fate}`)
  if (!aspect) return NO_TOLL
  const claims = aspect.claims.filter(isCounting).filter((claim) => isOfThisEvent(cited, fate, claim))
  if (claims.length === 0) return NO_TOLL
  const counts = (at: number) => claims.some((claim) => claim === aspect.claims[at])
  const isDisputed =
    aspect.state === 'disputed' &&
    (aspect.disputes.length === 0 || aspect.disputes.some(({ claims: pair }) => pair.every(counts)))
  const of = (side: Side | undefined) =>
    boundsOf(
      claims.filter(({ value }) => value.group.side === side),
      incident,
      isDisputed,
    )
  const [whole, civilians, fighters] = [of(undefined), of('civilians'), of('fighters')]
  const isWhole = claims.some(({ value }) => value.group.side === undefined)
  return {
    ...(isWhole
      ? whole
      : sumOf([civilians, fighters].filter((_, at) => claims.some(({ value }) => value.group.side === SIDES[at])))),
    civilians: civilians.best,
    fighters: fighters.best,
    quoted: quoted(claims, incident),
  }
}

const SIDES: readonly Side[] = ['civilians', 'fighters']

/** No part of another number, nothing that its origin has taken back, nothing that is denied. */
const isCounting = (claim: Claim): claim is Counting =>
  claim.value.kind === 'number' && !claim.value.part && claim.polarity === 'yes' && !claim.revised

/**
 * "Dozens" and "about 50" are quoted, and are no bounds. The best is the exact number that most origins give, of equals the one printed last;
 * empty in a dispute. Low and high are the lowest and the highest that anybody gives; high is empty if somebody says "more than" the highest.
 */
function boundsOf(claims: readonly Counting[], { accounts }: Incident, isDisputed: boolean): Bounds {
  const firm = claims.filter(({ value }) => !value.approximate)
  const exact = firm.filter(({ value: { low, high } }) => low === high)
  const least = firm.flatMap(({ value: { low, high } }) => (high === null ? [low] : []))
  const bounded = firm.flatMap(({ value: { low, high } }) => (high === null ? [] : [{ low, high }]))
  const highest = Math.max(...bounded.map(({ high }) => high))
  const giving = (number: number) => exact.filter(({ value }) => value.low === number).map(({ account }) => account)
  const support = (number: number) =>
    new Set(giving(number).map((account) => accounts[account]?.originNumber ?? account)).size
  const printed = (number: number) =>
    giving(number)
      .map((account) => accounts[account]?.published ?? '')
      .toSorted()
      .at(-1) ?? ''
  const [best] = [...new Set(exact.map(({ value }) => value.low))].toSorted(
    (a, b) => support(b) - support(a) || (printed(a) < printed(b) ? 1 : printed(a) > printed(b) ? -1 : a - b),
  )
  // "Three soldiers", "58 civilians", and nobody disputes it: the incident holds several events, and whose toll is whose is not known.
  if (!isDisputed && areOfSeveral(exact.map(({ value }) => value.low))) return NO_BOUNDS
  return {
    best: isDisputed ? null : (best ?? null),
    low: bounded.length > 0 ? Math.min(...bounded.map(({ low }) => low)) : least.length > 0 ? Math.max(...least) : null,
    high: bounded.length > 0 && !least.some((low) => low > highest) ? highest : null,
  }
}

const NO_BOUNDS: Bounds = { best: null, low: null, high: null }

/** A toll may rise as the wounded die, by one or to less than twice; other numbers that nobody disputes are of other events. */
function areOfSeveral(numbers: readonly number[]): boolean {
  if (numbers.length === 0) return false
  const [fewest, most] = [Math.min(...numbers), Math.max(...numbers)]
  return most >= 2 * fewest && most > fewest + 1
}

/** Civilians and fighters are different people: their sum, where all of it is known. */
function sumOf(groups: readonly Bounds[]): Bounds {
  const sum = (name: keyof Bounds) =>
    groups.length > 0 && groups.every((group) => group[name] !== null)
      ? groups.reduce((all, group) => all + (group[name] ?? 0), 0)
      : null
  return { best: sum('best'), low: sum('low'), high: sum('high') }
}

/** "15 people (officials); more than 70 (residents, a doctor)" */
function quoted(claims: readonly Counting[], { accounts }: Incident): string | null {
  const said = new Map<string, Set<string>>()
  for (const { text, value, account } of claims.toSorted((a, b) => a.value.low - b.value.low)) {
    const words = (text || `${value.low} ${value.group.of}`).replace(/\s+/g, ' ').trim()
    said.set(words, (said.get(words) ?? new Set()).add(accounts[account]?.origin ?? ''))
  }
  return (
    Array.from(said, ([words, origins]) => {
      const who = [...origins].filter(Boolean).join(', ').replace(/\s+/g, ' ')
      return who === '' ? words : `${words} (${who})`
    }).join('; ') || null
  )
}
