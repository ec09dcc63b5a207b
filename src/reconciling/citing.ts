// A statement -> the source that it cites in turn: "local media, citing the army, said" is the army's word.

import type { Article, Span, Statement } from '../types.ts'

/** How far from the cue, in characters, it is said whom they cite. */
const NEAR = 250

export function citedBy({ source, cue }: Statement, { statements }: Article, text: string): Span | null {
  if (!source) return null
  const cites = statements.find(
    (other) =>
      CITES.test(text.slice(...other.cue[0])) &&
      isOne(other, source) &&
      Math.abs(other.cue[0][0] - cue[0][0]) <= NEAR &&
      !/[.!?]["”’]?\s+\p{Lu}/u.test(between(text, other.cue[0], cue[0])),
  )
  return cites ? phraseFrom(text, cites.cue[0][1]) : null
}

const CITES = /\b(?:citing|quoting)\b/i

const isOne = ({ source }: Statement, other: NonNullable<Statement['source']>): boolean =>
  source !== null &&
  ((source.entity !== undefined && source.entity === other.entity) || source.spans[0]?.[0] === other.spans[0]?.[0])

const between = (text: string, one: Span, other: Span): string =>
  one[0] < other[0] ? text.slice(one[1], other[0]) : text.slice(other[1], one[0])

/** Whom: what stands behind the cue, without what they are said to have said: "the army as saying that" */
function phraseFrom(text: string, start: number): Span | null {
  const [, blank, phrase] =
    /^(\s+)(.+?)(?=[,;.:]|\s(?:as|who|which|that)\s|\s*$)/.exec(text.slice(start, start + NEAR)) ?? []
  return phrase ? [start + blank.length, start + blank.length + phrase.length] : null
}
