// Scores of pieces -> runs of pieces: cues, the best stretch for a source, the best stretches for a content. What comes out
// is valid by construction. As training/decode.py has it.

import type { Run } from './links.ts'

const NEVER = -1e6
/** No single piece decides a stretch. */
const LIMIT = 6

/**
 * Pieces likely enough to be of a cue, in runs. A B likelier than I begins a new run, unless its piece touches the one
 * before.
 */
export function cueRuns(tags: readonly (readonly number[])[], touches: readonly boolean[], least: number): Run[] {
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

/**
 * Runs of whole words of one kind: `tags` are the chances of `classes` (O, B-kind, I-kind, ...) a piece. A run goes on until a word is
 * likelier outside, or likelier to begin another; its kind is the one that all its words together make likeliest.
 */
export function typedRuns(
  tags: readonly (readonly number[])[],
  classes: readonly string[],
  least: number,
  continues: readonly boolean[],
): { run: Run; kind: string; sure: number }[] {
  const kinds = classes.slice(1).filter((_, at) => at % 2 === 0)
  const runs: { run: [number, number]; sums: number[]; words: number }[] = []
  let open: (typeof runs)[number] | null = null
  tags.forEach((chances, piece) => {
    if (continues[piece]) {
      if (open) open.run[1] = piece
      return
    }
    const begins = kinds.reduce((sum, _, at) => sum + chances[2 * at + 1], 0)
    const inside = 1 - chances[0] - begins
    if (begins + inside < least) open = null
    else {
      if (!open || begins > inside) {
        open = { run: [piece, piece], sums: kinds.map(() => 0), words: 0 }
        runs.push(open)
      }
      open.run[1] = piece
      open.words++
      for (const at of kinds.keys()) open.sums[at] += chances[2 * at + 1] + chances[2 * at + 2]
    }
  })
  return runs.map(({ run, sums, words }) => {
    const best = sums.indexOf(Math.max(...sums))
    return { run, kind: classes[2 * best + 1].slice(2), sure: sums[best] / words }
  })
}

/** Scores within limits, with a bias; pieces of the barred runs are out of the question. */
export function weigh(odds: ArrayLike<number>, bias: number, barred: readonly Run[]): number[] {
  const scores: number[] = []
  for (let piece = 0; piece < odds.length; piece++) scores.push(Math.max(-LIMIT, Math.min(LIMIT, odds[piece])) + bias)
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
  // The best totals so far with no stretch open, and with one open since `first`; and the stretches that they stand for.
  let outside = 0
  let inside = -1e9
  let first = 0
  let closed: Chain | null = null
  let before: Chain | null = null
  for (let piece = 0; piece <= scores.length; piece++) {
    const enter = outside - price
    const earlier: Chain | null = closed
    if (inside > outside) {
      outside = inside
      closed = { run: [first, piece - 1], before }
    }
    const opens = inside < enter
    inside = (opens ? enter : inside) + (scores[piece] ?? 0)
    if (opens) [first, before] = [piece, earlier]
  }
  const runs: Run[] = []
  for (let chain: Chain | null = closed; chain; chain = chain.before) runs.push(chain.run)
  return runs.reverse()
}

/** A run that begins or ends within a word takes the whole word. */
export function wholeWords([first, last]: Run, continues: readonly boolean[]): Run {
  let [from, to] = [first, last]
  while (continues[from]) from--
  while (continues[to + 1]) to++
  return [from, to]
}
