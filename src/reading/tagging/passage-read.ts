// A passage and its scores -> what decoding asks of them: which pieces are words, what a run links to, where it lies in the text.

import type { Model, Scores } from '../../language/model.ts'
import type { Link, TagHead } from '../../language/model-facts.ts'
import type { Tokenizer } from '../../language/pieces.ts'
import type { Span } from '../../types.ts'
import { wholeWords } from './decode.ts'
import { chances, type Heads, likeliest, linkScores, type Run } from './links.ts'
import { type Passage, passagesOf } from './passages.ts'

export interface Trained {
  model: Model
  tokenizer: Tokenizer
  heads: Heads
}

export interface PassageRead extends Passage {
  tokenizer: Tokenizer
  heads: Heads
  scores: Scores
  /** Whether a piece goes on with the word of the one before. */
  continues: readonly boolean[]
}

export async function* readPassages(
  text: string,
  paragraphs: readonly Span[],
  { model, tokenizer, heads }: Trained,
): AsyncGenerator<PassageRead> {
  for (const passage of passagesOf(text, paragraphs, tokenizer, heads.facts.limit)) {
    const continues = passage.pieces.ids.map((id) => tokenizer.continues(id))
    yield { ...passage, tokenizer, heads, scores: await model(passage.pieces), continues }
  }
}

export const chancesAt = ({ scores, heads }: PassageRead, head: TagHead, piece: number): readonly number[] =>
  chances(scores, heads, head, piece)

export const allChances = (read: PassageRead, head: TagHead): (readonly number[])[] =>
  read.pieces.ids.map((_, piece) => chancesAt(read, head, piece))

/** The likeliest class that is known here; the first where the model has another. */
export function likeliestOf<Class extends string>(
  read: PassageRead,
  head: 'status' | 'stance',
  piece: number,
  known: readonly Class[],
): Class {
  const name = likeliest(read.scores, read.heads, head, piece)
  return known.find((one) => one === name) ?? known[0]
}

export const linked = ({ scores, heads, pieces }: PassageRead, link: Link, run: Run): Float64Array =>
  linkScores(scores, heads, link, pieces.ids.length, run)

/** Whether this passage answers for a piece, and not the next window of the same text. */
export const isKept = ({ keep, pieces }: PassageRead, piece: number): boolean =>
  pieces.start[piece] >= keep[0] && pieces.start[piece] < keep[1]

/** In the text, whole words. */
export function spanOf({ pieces, continues }: PassageRead, run: Run): Span {
  const [from, to] = wholeWords(run, continues)
  return [pieces.start[from], pieces.end[to]]
}
