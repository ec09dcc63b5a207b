// A statement without a source -> the pronoun right before its cue as its source, who spoke last: "Two are missing, it said, and one was found".
// Not where the cue goes on: "On Monday, it was reported that two are missing".

import type { Source, Span, Statement } from '../../types.ts'
import { calledAgain } from './called-again.ts'

const PRONOUN = /,\s(he|she|it|they)\s$/i
const REACH_CHARACTERS = 8
/** What is said stands before the pronoun, so that nothing but a comma or a stop follows the cue. */
const CLOSED = /^(?:[,.;]|\s*$)/

export function passedOver({ cue }: Statement, statements: readonly Statement[], text: string): Source | null {
  const [start, end] = cue[0] ?? [0, 0]
  if (!CLOSED.test(text.slice(end, end + REACH_CHARACTERS))) return null
  const pronoun = PRONOUN.exec(text.slice(Math.max(0, start - REACH_CHARACTERS), start))?.[1]
  if (pronoun === undefined) return null
  const speaker = statements.findLast(({ source, cue: [at] }) => source !== null && at && at[0] < start)?.source
  if (!speaker) return null
  const at = start - 1 - pronoun.length
  const span: Span = [at, at + pronoun.length]
  return { ...calledAgain(speaker, text), spans: [span] }
}
