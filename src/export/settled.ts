// An incident -> what a single cell may say: the agreed value of an aspect; the best, lowest and highest toll.

import type { Aspect, AspectValue, Fate, Incident } from '../types.ts'

const aspectOf = ({ aspects }: Incident, name: Aspect['name']): Aspect | undefined =>
  aspects.find((aspect) => aspect.name === name)

export const isDisputed = (incident: Incident, name: Aspect['name']): boolean =>
  aspectOf(incident, name)?.state === 'disputed'

export const disputedAspects = ({ aspects }: Incident): Aspect[] => aspects.filter(({ state }) => state === 'disputed')

/** All that the accounts give, side by side. */
export const valuesOf = (incident: Incident, name: Aspect['name']): string | null =>
  aspectOf(incident, name)
    ?.values.map(({ value }) => value)
    .join('; ') || null

/** What most accounts give; null where nobody speaks of it, and where it is in dispute: which is right, the record does not know. */
export function settledValue(incident: Incident, name: Aspect['name']): string | null {
  const aspect = aspectOf(incident, name)
  if (!aspect || aspect.state === 'disputed') return null
  const said = current(aspect).filter(({ value }) => !value.startsWith('not ')) // who denies it is not who did it
  return said.toSorted((a, b) => b.accounts.length - a.accounts.length)[0]?.value ?? null
}

export interface Toll {
  /** What most accounts give, the lower of equals. */
  best: number | null
  low: number | null
  high: number | null
  /** In the words of the account that gave the best. */
  words: string | null
}

/** Low and high are the least and the most that any account gives. */
export function tollOf(incident: Incident, fate: Fate): Toll {
  const aspect = aspectOf(incident, `count:${fate}`)
  const values = aspect ? current(aspect) : []
  const lows = values.flatMap(({ low }) => (low === undefined ? [] : [low]))
  const highs = values.flatMap(({ low, high }) => (high === undefined ? [] : [high ?? low ?? 0]))
  const [best] = values.toSorted((a, b) => b.accounts.length - a.accounts.length || (a.low ?? 0) - (b.low ?? 0))
  return {
    best: best?.low ?? null,
    low: lows.length > 0 ? Math.min(...lows) : null,
    high: highs.length > 0 ? Math.max(...highs) : null,
    words: best?.value ?? null,
  }
}

/** Without what every account that gave it has revised since. */
export const current = ({ values }: Aspect): AspectValue[] =>
  values.filter(({ accounts, revised = [] }) => accounts.some((account) => !revised.includes(account)))
