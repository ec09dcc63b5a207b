// Paragraphs -> passages for the model: [CLS] paragraph [SEP] paragraph [SEP] ..., of at most `limit` pieces. A paragraph
// too long for one is cut into windows that overlap. As training/passages.py has it.

import { CASING, noPieces, type Pieces, QUOTE, type Tokenizer } from '../../language/pieces.ts'
import type { Span } from '../../types.ts'

export interface Passage {
  pieces: Pieces
  /** The offsets for whose cues this passage answers: no cue is read twice where windows overlap. */
  keep: Span
}

export function* passagesOf(
  text: string,
  paragraphs: readonly Span[],
  tokenizer: Tokenizer,
  limit: number,
): Generator<Passage> {
  const [cls, sep] = [tokenizer.idOf('[CLS]'), tokenizer.idOf('[SEP]')]
  let pieces: Pieces | null = null
  let keep: Span = [0, 0]
  for (const chunk of chunksOf(text, paragraphs, tokenizer, limit)) {
    const { start, end } = chunk.pieces
    if (pieces && pieces.ids.length + start.length + 1 > limit) {
      yield { pieces, keep }
      pieces = null
    }
    if (!pieces) {
      pieces = noPieces()
      keep = chunk.keep
      addMark(pieces, cls, start[0])
    }
    append(pieces, chunk.pieces)
    addMark(pieces, sep, end[end.length - 1])
    keep = [keep[0], chunk.keep[1]]
  }
  if (pieces) yield { pieces, keep }
}

function* chunksOf(text: string, paragraphs: readonly Span[], tokenizer: Tokenizer, limit: number): Generator<Passage> {
  const room = limit - 2
  const step = room - Math.floor(room / 3)
  const margin = Math.floor(room / 6)
  for (const [from, to] of paragraphs) {
    const all = tokenizer.split(text.slice(from, to), from)
    const { length } = all.ids
    for (let first = 0; first < length; first += step) {
      const last = Math.min(first + room, length)
      const keep: Span = [
        all.start[first === 0 ? 0 : first + margin],
        last === length ? all.end[length - 1] : all.start[first + step + margin],
      ]
      yield { pieces: length <= room ? all : cut(all, first, last), keep }
      if (last === length) break
    }
  }
}

const LISTS = ['ids', 'casing', 'quote', 'start', 'end'] as const

function append(pieces: Pieces, more: Pieces): void {
  for (const list of LISTS) pieces[list].push(...more[list])
}

function addMark(pieces: Pieces, id: number, at: number): void {
  append(pieces, { ids: [id], casing: [CASING.none], quote: [QUOTE.outside], start: [at], end: [at] })
}

const cut = ({ ids, casing, quote, start, end }: Pieces, from: number, to: number): Pieces => ({
  ids: ids.slice(from, to),
  casing: casing.slice(from, to),
  quote: quote.slice(from, to),
  start: start.slice(from, to),
  end: end.slice(from, to),
})
