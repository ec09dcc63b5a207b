// A statement of news media -> whom they cite in turn: "local media, citing the army, said" is the army's word.

import type { Span, Statement } from '../../types.ts'
import type { SourceWords } from './source-words.ts'

export function citedBy(
  { source, cue }: Pick<Statement, 'source' | 'cue'>,
  text: string,
  { media }: Pick<SourceWords, 'media'>,
): Span | null {
  if (!source || source.spans.length === 0) return null
  const [start, end] = source.spans[0]
  if (source.kind !== 'outlet' && !media.test(text.slice(start, end))) return null
  return (
    // "Newspapers in Juba, citing the army, blame the rebels": the model may take "citing" itself for the cue.
    phraseBehind(text, Math.min(end, cue[0][0])) ?? phraseBehind(text, cue[0][1])
  )
}

/** How far behind the source or the cue "citing" may stand: "said on Tuesday, citing". */
const REACH_CHARACTERS = 30

/** "citing the army as saying that": whom, without what they are said to have said. */
const CITING =
  /^([^.;:]*?,\s(?:citing|quoting)\s+|\s*(?:citing|quoting)\s+)(\S.*?)(?=[,;:.]|\s(?:as|who|which|that)\s|\s*$)/is

function phraseBehind(text: string, from: number): Span | null {
  const match = CITING.exec(text.slice(from, from + 200))
  if (!match || match[1].length > REACH_CHARACTERS + 'citing '.length) return null
  const start = from + match[1].length
  return [start, start + match[2].length]
}
