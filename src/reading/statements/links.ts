// A cue and the model's rows -> the log odds of every piece to be its source, or its content.

/** What comes with the weights. */
export interface ModelFacts {
  /** Pieces of a passage at most. */
  limit: number
  /** Distances apart that are told from each other, to either side. */
  buckets: number
  /** The bias of each distance. */
  near: { source: readonly number[]; content: readonly number[] }
  decoding: Decoding
}

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

/** The mean of what the cue's pieces ask, times what each piece answers, plus the bias of its distance. */
export function linkScores(
  ask: Float32Array,
  answer: Float32Array,
  length: number,
  [first, last]: Run,
  near: readonly number[],
  buckets: number,
): number[] {
  const width = ask.length / length
  const query = new Float64Array(width)
  for (let piece = first; piece <= last; piece++)
    for (let i = 0; i < width; i++) query[i] += ask[piece * width + i] / (last + 1 - first)
  const scores: number[] = []
  for (let piece = 0; piece < length; piece++) {
    let sum = near[bucketOf(piece - first, buckets)]
    for (let i = 0; i < width; i++) sum += query[i] * answer[piece * width + i]
    scores.push(sum)
  }
  return scores
}

/** Exact up to 8 pieces, then by powers of the square root of two; either side has its half. */
function bucketOf(distance: number, buckets: number): number {
  const far = Math.abs(distance)
  const size = Math.min(far <= 8 ? far : 8 + Math.floor(2 * Math.log2(far / 8) + 1e-4), buckets)
  return buckets + (distance < 0 ? -size : size)
}
