// A source that holds several documents in one text -> that text; how its encoding was guessed, people are told.

import type { Limits, Source } from '../container.ts'
import { decode } from '../text/decode.ts'
import { readAll } from './read-all.ts'

/** @param declared encoding of the bytes, by whoever brought them or by the text itself */
export async function readText(
  { chunks, size, origin }: Source,
  { maxSize, tell }: Limits,
  declared: string | undefined | ((bytes: Uint8Array) => string | undefined),
): Promise<string> {
  const bytes = await readAll(chunks, maxSize, size)
  const { text, warnings } = decode(bytes, typeof declared === 'function' ? declared(bytes) : declared)
  for (const { message } of warnings) tell?.(origin, message)
  return text
}
