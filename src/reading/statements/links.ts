// Pieces that ask (a cue, a trigger) and the model's rows -> the log odds of every piece to answer: its source, its actor.

import type { Scores } from '../../language/model.ts'

/** What comes with the weights. */
export interface ModelFacts {
  /** Pieces of a passage at most. */
  limit: number
  /** Distances apart that are told from each other, to either side. */
  buckets: number
  /** The classes of each tag head, in the order of the columns. */
  tags: Readonly<Record<TagHead, readonly string[]>>
  /** How many numbers each link head asks and answers with, in the order of the columns. */
  links: Readonly<Record<Link, number>>
  /** The bias of each distance. */
  near: Readonly<Record<Link, readonly number[]>>
  decoding: Decoding
}

export type TagHead = 'cue' | 'mention' | 'name' | 'trigger' | 'status'
export type Link = 'source' | 'content' | 'actor' | 'recipient' | 'instrument' | 'place' | 'time'

/**
 * `cue` is the least probability of a cue; `source` and `content` are added to the log odds of every piece; a source is
 * told if its log odds add up to `least_source`; each stretch of content costs `price`; of two contents that share more
 * than `overlap` of either, the one of the surer cue stays.
 */
interface Decoding {
  cue: number
  source: number
  least_source: number
  content: number
  price: number
  overlap: number
}

/** First and last piece of a stretch. */
export type Run = readonly [first: number, last: number]

/** Where the columns of a head begin, and how many columns there are in all. */
function columnsOf<Head extends string>(
  sizes: Readonly<Record<Head, number>>,
  head: Head,
): { from: number; of: number } {
  let [from, of] = [0, 0]
  let passed = false
  for (const name in sizes) {
    if (name === head) passed = true
    if (!passed) from += sizes[name]
    of += sizes[name]
  }
  return { from, of }
}

/** The softmax of one head's classes for one piece. */
export function chances({ tags }: Scores, facts: ModelFacts, head: TagHead, piece: number): number[] {
  const sizes = sizesOf(facts)
  const { from, of } = columnsOf(sizes, head)
  const row = tags.subarray(piece * of + from, piece * of + from + sizes[head])
  const top = Math.max(...row)
  const powers = Array.from(row, (value) => Math.exp(value - top))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

const known = new WeakMap<ModelFacts, Record<TagHead, number>>()

function sizesOf(facts: ModelFacts): Record<TagHead, number> {
  const { tags } = facts
  const sizes = known.get(facts) ?? {
    cue: tags.cue.length,
    mention: tags.mention.length,
    name: tags.name.length,
    trigger: tags.trigger.length,
    status: tags.status.length,
  }
  known.set(facts, sizes)
  return sizes
}

/** The mean of what the run's pieces ask, times what each piece answers, plus the bias of its distance. */
export function linkScores(
  scores: Scores,
  facts: ModelFacts,
  link: Link,
  length: number,
  [first, last]: Run,
): Float64Array {
  const { ask, answer } = scores
  const { from, of } = columnsOf(facts.links, link)
  const width = facts.links[link]
  const near = facts.near[link]
  const query = new Float64Array(width)
  for (let piece = first; piece <= last; piece++)
    for (let i = 0, at = piece * of + from; i < width; i++, at++) query[i] += ask[at] / (last + 1 - first)
  const odds = new Float64Array(length)
  // One running index: measured, twice as fast as counting rows and columns.
  for (let piece = 0; piece < length; piece++) {
    let sum = 0
    for (let i = 0, at = piece * of + from; i < width; i++, at++) sum += query[i] * answer[at]
    odds[piece] = near[bucketOf(piece - first, facts.buckets)] + sum
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
