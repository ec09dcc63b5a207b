// The steps of reconciling as filters: sorted lines in, lines out, so that an engine can run them over an archive in parts (docs/scale.md). Put
// together they give what reconcile.ts gives, to the byte.

import { blockChains, singleChains } from './chains.ts'
import { comparePairs } from './compare-step.ts'
import { connectPairs, findComponents, rankPairs } from './connect-steps.ts'
import { clusterComponents, describeIncidents } from './incident-steps.ts'
import type { Line } from './line.ts'

interface Step {
  run: (lines: AsyncIterable<Line>) => AsyncIterable<string>
  /** How the JSON begins in the lines that it takes. */
  takes: readonly string[]
}

const DOCUMENT = '{"chains":'
const COMPARED = '["'
const PAIR = '{"one":'
const SINGLE = '{"chain":'

/** All but the first, which takes readings (documentLine). In the order in which they are run. */
export const STEPS = {
  block: { run: blockChains, takes: [DOCUMENT] },
  single: { run: singleChains, takes: [DOCUMENT] },
  compare: { run: comparePairs, takes: [COMPARED] },
  rank: { run: rankPairs, takes: [PAIR] },
  connect: { run: connectPairs, takes: [PAIR] },
  component: { run: findComponents, takes: [PAIR] },
  cluster: { run: clusterComponents, takes: [SINGLE, PAIR] },
  describe: { run: describeIncidents, takes: [SINGLE] },
} as const satisfies Readonly<Record<string, Step>>

export type StepName = keyof typeof STEPS

export { documentLine } from './chains.ts'
export { type Line, parseLine } from './line.ts'
