// A trigger in its article -> the sentence that it stands in. Readings carry no sentences, so they are told by their stops.

import type { Block, Span } from '../types.ts'

/** A sentence is not looked for further away than this: a block may be a book. */
const FAR = 3000

export function passageAround(
  text: string,
  blocks: readonly Block[],
  [start, end]: Span,
): { span: Span; block: number } {
  const block = blocks.findIndex(({ span }) => span[0] <= start && end <= span[1])
  if (block < 0) return { span: [start, end], block }
  const from = Math.max(blocks[block].span[0], start - FAR)
  const to = Math.min(blocks[block].span[1], end + FAR)
  let [first, last] = [from, to]
  for (const stop of text.slice(from, to).matchAll(STOP)) {
    const at = from + stop.index
    if (at < start) first = at + stop[0].length
    else if (at >= end) {
      last = at + stop[0].trimEnd().length
      break
    }
  }
  return { span: [first, last], block }
}

/**
 * A stop behind two small letters or digits, before a blank and a capital: "U.S. Embassy", "Gen. Ruiz" and "Nov. 13" go on. Pages lose the
 * blank at times: "on Sunday.Earlier".
 */
const STOP =
  /(?<!\b(?:Gen|Col|Capt|Sgt|Maj|Brig|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Rep|Gov|Pres|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))(?<=[\p{Ll}\p{N})]{2})(?:[.!?…]+["'”’»)]*\s+(?=["'“‘«(]?[\p{Lu}\p{N}])|\.(?=\p{Lu}\p{Ll}))/gu
