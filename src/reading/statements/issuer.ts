// "according to the same statement" -> whose statement it is: of whoever last said something "in a statement".

import type { Source, Span, Statement } from '../../types.ts'
import { wordsAt } from '../words-at.ts'

const DOCUMENT = 'statement|communiqu[eé]|declaration|press release|letter|memo'
const AGAIN = new RegExp(`^(?:the|this|that) (?:same )?(?<what>${DOCUMENT})$`, 'i')
/** From the cue of the statement that was made in it. */
const REACH_CHARACTERS = 60

/** @returns the source with that of the document behind it; the same where nobody is known to have issued it */
export function withIssuer(source: Source, before: readonly Statement[], text: string): Source {
  const what = AGAIN.exec(wordsAt(text, source.spans))?.groups?.what
  if (what === undefined) return source
  const issued = new RegExp(`^[^.;]{0,${REACH_CHARACTERS}}\\bin (?:a|an|its|his|her|their) (?:\\w+ )?${what}\\b`, 'i')
  const issuer = before.findLast((statement) => isIssuedIn(statement, issued, text))?.source
  if (!issuer) return source
  const { cites: _, ...same } = issuer
  return {
    ...same,
    spans: source.spans,
    // No entity has its name, and "the statement" says nothing.
    ...(issuer.entity === undefined && !issuer.name ? { name: wordsAt(text, issuer.spans) } : {}),
  }
}

function isIssuedIn({ source, cue }: Statement, issued: RegExp, text: string): boolean {
  const [at]: readonly Span[] = cue
  return source !== null && at !== undefined && issued.test(text.slice(at[0], at[1] + 2 * REACH_CHARACTERS))
}
