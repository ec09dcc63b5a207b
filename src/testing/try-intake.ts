// A file -> how many documents intake makes of it, and what no file may bring about: a thrown error that is no sentence for people, a sentence that asks to report us.

import type { Opened } from './open-all.ts'
import { openAll } from './open-all.ts'

/** A trace of calls, or the name of an error of the language. */
export const OF_A_PROGRAM =
  /please report|Maximum call stack|^\s*at .+:\d+:\d+|\b(?:Type|Range|Reference|Syntax)Error\b|\[object |undefined/m

export interface Tried {
  /** How many came of it. */
  documents: number
  faults: string[]
}

export async function tryIntake(name: string, bytes: Uint8Array): Promise<Tried> {
  let opened: Opened
  try {
    opened = await openAll(name, bytes)
  } catch (error) {
    return { documents: 0, faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
  const { failures, notes, documents } = opened
  const told = [...failures, ...notes, ...documents.flatMap(({ warnings }) => warnings.map(({ message }) => message))]
  const faults = told.filter((message) => OF_A_PROGRAM.test(message) || /[\r\n]/.test(message))
  return { documents: documents.length, faults: [...faults, ...documents.flatMap((document) => strayIn(document))] }
}

/** Passages in order, apart, and within the text. */
function strayIn({ origin, text, passages }: Opened['documents'][number]): string[] {
  let end = 0
  for (const { span } of passages) {
    if (span[0] < end || span[1] < span[0] || span[1] > text.length)
      return [
        `${origin}: a passage at ${span[0]} to ${span[1]}, after one that ends at ${end}, in ${text.length} characters`,
      ]
    end = span[1]
  }
  return []
}
