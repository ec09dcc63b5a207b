// Signs and what each counts -> their sum.

import type { Sign, Signs } from './signs.ts'

export type Weights = Readonly<Record<Sign, number>>

export function weigh(signs: Signs, weights: Weights): number {
  let sum = 0
  for (const sign in signs) sum += weights[sign as Sign] * (signs[sign as Sign] ?? 0)
  return sum
}
