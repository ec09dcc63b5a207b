// Scores of pieces -> runs of pieces: cues, the best stretch for a source, the best stretches for a content. What comes out
// is valid by construction. As training/decode.py has it.

import type { Run } from './links.ts'

const NEVER = -1e6
/** No single piece decides a stretch. */
const LIMIT = 6

/** Of one piece, the softmax of its three scores: O, B, I. */
export function probabilities(scores: Float32Array, piece: number): [number, number, number] {
  const [none, begin, inner] = scores.subarray(piece * 3, piece * 3 + 3)
  const top = Math.max(none, begin, inner)
  const [a, b, c] = [Math.exp(none - top), Math.exp(begin - top), Math.exp(inner - top)]
  const sum = a + b + c
  return [a / sum, b / sum, c / sum]
}

/**
 * Pieces likely enough to be of a cue, in runs. A B likelier than I begins a new run, unless its piece touches the one
 * before.
 */
export function cueRuns(
  tags: readonly (readonly [number, number, number])[],
  touches: readonly boolean[],
  least: number,
): Run[] {
  const runs: [number, number][] = []
  let open: [number, number] | null = null
  tags.forEach(([none, begin, inner], piece) => {
    if (1 - none < least) open = null
    else if (open === null || (begin > inner && !touches[piece])) {
      open = [piece, piece]
      runs.push(open)
    } else open[1] = piece
  })
  return runs
}

/** Scores within limits, with a bias; pieces of the barred runs are out of the question. */
export function weigh(odds: readonly number[], bias: number, barred: readonly Run[]): number[] {
  const scores = odds.map((value) => Math.max(-LIMIT, Math.min(LIMIT, value)) + bias)
  for (const [first, last] of barred) scores.fill(NEVER, first, last + 1)
  return scores
}

/** The stretch of the greatest sum; the earliest of equals; null where no sum is above nothing. */
export function bestRun(scores: readonly number[]): { run: Run; total: number } | null {
  let best: { run: Run; total: number } | null = null
  let first = 0
  let sum = 0
  scores.forEach((score, piece) => {
    if (sum <= 0) {
      first = piece
      sum = 0
    }
    sum += score
    if (sum > (best?.total ?? 0)) best = { run: [first, piece], total: sum }
  })
  return best
}

interface Chain {
  run: Run
  before: Chain | null
}

/** The stretches whose scores add up to most when each costs `price`: a lone weak piece does not break one. */
export function bestRuns(scores: readonly number[], price: number): Run[] {
  let outside: { total: number; runs: Chain | null } = { total: 0, runs: null }
  let inside: { total: number; first: number; runs: Chain | null } = { total: -1e9, first: 0, runs: null }
  const closed = (last: number): { total: number; runs: Chain | null } => ({
    total: inside.total,
    runs: { run: [inside.first, last], before: inside.runs },
  })
  scores.forEach((score, piece) => {
    const enter = outside.total - price
    const next =
      inside.total >= enter
        ? { ...inside, total: inside.total + score }
        : { total: enter + score, first: piece, runs: outside.runs }
    if (inside.total > outside.total) outside = closed(piece - 1)
    inside = next
  })
  if (inside.total > outside.total) outside = closed(scores.length - 1)
  const runs: Run[] = []
  for (let chain = outside.runs; chain; chain = chain.before) runs.push(chain.run)
  return runs.reverse()
}

/** A run that begins or ends within a word takes the whole word. */
export function wholeWords([first, last]: Run, continues: readonly boolean[]): Run {
  let [from, to] = [first, last]
  while (continues[from]) from--
  while (continues[to + 1]) to++
  return [from, to]
}
