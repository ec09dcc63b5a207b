// A statement of news media -> the source that they cite in turn: "local media, citing the army, said" is the army's word.

import type { Span, Statement } from '../types.ts'

export function citedBy({ source, cue }: Statement, text: string): Span | null {
  if (!source || source.spans.length === 0) return null
  const [start, end] = source.spans[0]
  if (source.kind !== 'outlet' && !MEDIA.test(text.slice(start, end))) return null
  return (
    // "Newspapers in Juba, citing the army, blame the rebels": the model may take "citing" itself for the cue.
    phraseBehind(text, Math.min(end, cue[0][0]), NEAR) ?? phraseBehind(text, cue[0][1], NEAR)
  )
}

const MEDIA =
  /\b(?:media|newspapers?|papers?|dail(?:y|ies)|radio|television|tv|agenc(?:y|ies)|channels?|stations?|(?:web)?sites?|press)\b/i

/** How far behind source or cue, in characters, they cite: "said on Tuesday, citing". */
const NEAR = 30

/** Whom, without what they are said to have said: "the army as saying that" */
function phraseBehind(text: string, from: number, near: number): Span | null {
  const match =
    /^([^.;:]*?,\s(?:citing|quoting)\s+|\s*(?:citing|quoting)\s+)(\S.*?)(?=[,;:.]|\s(?:as|who|which|that)\s|\s*$)/is.exec(
      text.slice(from, from + 200),
    )
  if (!match || match[1].length > near + 'citing '.length) return null
  const start = from + match[1].length
  return [start, start + match[2].length]
}
