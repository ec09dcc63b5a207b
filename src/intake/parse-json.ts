// The text of a JSON file -> its value; what is wrong with it is told on one line, whatever the file has in that place.

import { UserError } from '../user-error.ts'

/** Throws UserError. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/[\s\p{Cc}]+/gu, ' ') : String(error)
    throw new UserError(`malformed JSON (${why})`)
  }
}
