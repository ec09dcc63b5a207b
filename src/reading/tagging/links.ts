// Pieces that ask (a cue, a trigger) and the model's rows -> the log odds of every piece to answer: its source, its actor.

import type { Scores, Widths } from '../../language/model.ts'
import type { Link, ModelFacts, TagHead } from '../../language/model-facts.ts'

/** First and last piece of a stretch. */
export type Run = readonly [first: number, last: number]

/** Where the columns of a head begin, how many are its own, and how many there are in all. */
interface Columns {
  from: number
  own: number
  of: number
  /** What a head that is sure of its first class says. */
  first: readonly number[]
}

/** What comes with the weights, with the place of each head's columns. */
export interface Heads {
  facts: ModelFacts
  /** How many columns the model's outputs have. */
  widths: Widths
  tags: Readonly<Record<TagHead, Columns>>
  links: Readonly<Record<Link, Columns>>
}

export function headsOf(facts: ModelFacts): Heads {
  const { cue, mention, name, trigger, status, lead, stance, look, part, loaded, upos } = columnsOf(
    facts.tags,
    (classes) => classes.length,
  )
  const { source, content, actor, recipient, instrument, place, time } = columnsOf(facts.links, (rank) => rank)
  return {
    facts,
    widths: { tags: cue.of, ask: source.of, answer: source.of },
    tags: { cue, mention, name, trigger, status, lead, stance, look, part, loaded, upos },
    links: { source, content, actor, recipient, instrument, place, time },
  }
}

function columnsOf<Value>(
  heads: Readonly<Record<string, Value>>,
  sizeOf: (value: Value) => number,
): Record<string, Columns> {
  let of = 0
  const placed = Object.entries(heads).map(([head, value]) => {
    const from = of
    const own = sizeOf(value)
    of += own
    return { head, from, own, first: Array.from({ length: own }, (_, at) => (at === 0 ? 1 : 0)) }
  })
  return Object.fromEntries(placed.map(({ head, ...columns }) => [head, { ...columns, of }]))
}

/** Of most pieces a head is sure that there is nothing: where its first class is ahead of all others by so much, nothing is worked out. */
const AHEAD = 9

/** The softmax of one head's classes for one piece. */
export function chances({ tags }: Scores, heads: Heads, head: TagHead, piece: number): readonly number[] {
  const { from, own, of, first } = heads.tags[head]
  const start = piece * of + from
  let rest = Number.NEGATIVE_INFINITY
  for (let at = start + 1; at < start + own; at++) if (tags[at] > rest) rest = tags[at]
  if (tags[start] - rest > AHEAD) return first
  const top = Math.max(tags[start], rest)
  const powers: number[] = []
  let sum = 0
  for (let at = start; at < start + own; at++) sum += powers[powers.push(Math.exp(tags[at] - top)) - 1]
  for (let at = 0; at < own; at++) powers[at] /= sum
  return powers
}

/** The likeliest of one head's classes for one piece. */
export function likeliest({ tags }: Scores, { facts, tags: places }: Heads, head: TagHead, piece: number): string {
  const { from, own, of } = places[head]
  const start = piece * of + from
  let best = 0
  for (let at = 1; at < own; at++) if (tags[start + at] > tags[start + best]) best = at
  return facts.tags[head][best]
}

/** The mean of what the run's pieces ask, times what each piece answers, plus the bias of its distance. */
export function linkScores(scores: Scores, heads: Heads, link: Link, length: number, [first, last]: Run): Float64Array {
  const { ask, answer } = scores
  const { from, own: width, of } = heads.links[link]
  const { buckets, near } = heads.facts
  const query = new Float64Array(width)
  for (let piece = first; piece <= last; piece++)
    for (let i = 0, at = piece * of + from; i < width; i++, at++) query[i] += ask[at] / (last + 1 - first)
  const odds = new Float64Array(length)
  // One running index: measured, twice as fast as counting rows and columns.
  for (let piece = 0; piece < length; piece++) {
    let sum = 0
    for (let i = 0, at = piece * of + from; i < width; i++, at++) sum += query[i] * answer[at]
    odds[piece] = near[link][bucketOf(piece - first, buckets)] + sum
  }
  return odds
}

/** Exact up to 8 pieces, then by powers of the square root of two; either side has its half. */
function bucketOf(distance: number, buckets: number): number {
  const size = Math.min(stepsTo(Math.abs(distance)), buckets)
  return buckets + (distance < 0 ? -size : size)
}

/** Logarithms that are asked for again with every cue. */
const steps: number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8]

function stepsTo(far: number): number {
  for (let next = steps.length; next <= far; next++) steps.push(8 + Math.floor(2 * Math.log2(next / 8) + 1e-4))
  return steps[far]
}
