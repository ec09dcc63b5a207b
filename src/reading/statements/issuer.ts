// "according to the same statement" -> whose statement it is: of whoever last said something "in a statement".

import type { Source, Statement } from '../../types.ts'
import { wordsAt } from '../words-at.ts'
import { calledAgain } from './called-again.ts'

const DOCUMENT = 'statement|communiqu[eé]|declaration|press release|letter|memo'
const AGAIN = new RegExp(`^(?:the|this|that) (?:same )?(?<what>${DOCUMENT})$`, 'i')
/** From the cue of the statement that was made in it. */
const REACH_CHARACTERS = 60

/**
 * @param upTo how many of the statements come before it
 * @returns the source with that of the document behind it; the same where nobody is known to have issued it
 */
export function withIssuer(
  source: Source,
  statements: readonly Statement[],
  text: string,
  upTo = statements.length,
): Source {
  const what = AGAIN.exec(wordsAt(text, source.spans))?.groups?.what
  if (what === undefined) return source
  const issued = new RegExp(`^[^.;]{0,${REACH_CHARACTERS}}\\bin (?:a|an|its|his|her|their) (?:\\w+ )?${what}\\b`, 'i')
  const issuer = statements.findLast(
    ({ source: speaker, cue: [at] }, place) =>
      place < upTo && speaker !== null && at && issued.test(text.slice(at[0], at[1] + 2 * REACH_CHARACTERS)),
  )?.source
  return issuer ? { spans: source.spans, ...calledAgain(issuer, text) } : source
}
