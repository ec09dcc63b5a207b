// A trigger in its article -> the sentence that it stands in. Readings carry no sentences, so they are told by their stops.

import type { Block, Span } from '../types.ts'

export function passageAround(
  text: string,
  blocks: readonly Block[],
  [start, end]: Span,
): { span: Span; block: number } {
  const block = blocks.findIndex(({ span }) => span[0] <= start && end <= span[1])
  const [from, to] = block < 0 ? [start, end] : blocks[block].span
  let first = from
  // "U.S." and "Gen." end no sentence: a stop counts behind two letters at least, and before a blank and a capital or a quotation mark.
  for (const stop of text.slice(from, start).matchAll(STOP)) first = from + stop.index + stop[0].length
  const next = STOP.exec(text.slice(end, to))
  STOP.lastIndex = 0
  return { span: [first, next ? end + next.index + next[0].trimEnd().length : to], block }
}

const STOP = /(?<=[\p{Ll}\p{N})]{2})[.!?…]+["'”’»)]*\s+(?=["'“‘«(]?[\p{Lu}\p{N}])/gu
