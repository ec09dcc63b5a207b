// The questions that an incident answers, and whether it happened, as people ask and say them.

import type { Claim, ClaimedStatus } from './types.ts'

/** "who did it", "killed" for "count:killed" */
export const questionName = (name: string): string => QUESTIONS[name] ?? name.replace('count:', '')

const QUESTIONS: Readonly<Record<string, string>> = {
  actor: 'who did it',
  recipient: 'who was hit',
  instrument: 'with what',
  place: 'where',
  time: 'when',
  status: 'whether it happened',
}

/** The same in a sentence of its own: "how many killed". */
export const questionInWords = (name: string): string =>
  name.startsWith('count:') ? `how many ${questionName(name)}` : questionName(name)

/** "it is going on", "not the army": what is claimed, as it is said. */
export function answerInWords({ value, text, polarity }: Claim): string {
  const denied = polarity === 'no'
  if (value.kind === 'status') return denied ? 'it did not happen' : STATUS_IN_WORDS[value.status]
  return denied ? `not ${text}` : text
}

const STATUS_IN_WORDS: Readonly<Record<ClaimedStatus, string>> = {
  actual: 'it happened',
  'going on': 'it is going on',
  over: 'it is over',
  repelled: 'it was repelled',
  planned: 'it is planned',
  possible: 'it may have happened',
  demanded: 'somebody calls for it',
  hypothetical: 'it is only supposed',
}
