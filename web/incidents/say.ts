// A question about an incident, with what accounts answer -> plain sentences: the answer, and why it counts as agreed or disputed.

import type { AccountAnswer, IncidentAnswer } from '../../src/server/answers.ts'
import { capital, clipped, days } from '../words.ts'
import { sourceName } from './links.ts'

export type Question = IncidentAnswer['questions'][number]
export type Stand = Question['stands'][number]

export const STATES: Record<Question['state'], string> = {
  agreed: 'agreed',
  disputed: 'disputed',
  single: 'told once',
  'not comparable': 'not comparable',
}

/** What an answer says, in words: "it did not happen", "not the army", "29 Apr 2024", "7 of them". */
export function inWords(name: string, { words, denied, isPart }: Pick<Stand, 'words' | 'denied' | 'isPart'>): string {
  if (name === 'status') return words
  const said = name === 'time' ? spanOf(words) : words.replace(/\s+/g, ' ')
  const number = name.startsWith('count:') ? said.charAt(0).toLowerCase() + said.slice(1) : said
  return `${denied ? 'not ' : ''}${clipped(number, 120)}${isPart ? ' (a part of the number)' : ''}`
}

const spanOf = (words: string): string => {
  const [start, end] = words.split('/')
  return days(start ?? null, end ?? null)
}

/** What its accounts still say. */
const standing = ({ says }: Stand): Stand['says'] => says.filter(({ revised }) => !revised)

/** Whose word an answer is: each origin once, those with a name first and outlets' own words last. */
export function sourcesOf(says: Stand['says'], accounts: readonly AccountAnswer[]): AccountAnswer[] {
  const origins = new Map<number, AccountAnswer>()
  for (const { account } of says) {
    const one = accounts[account]
    if (one && !origins.has(one.originNumber)) origins.set(one.originNumber, one)
  }
  return [...origins.values()].sort((a, b) => rank(a) - rank(b))
}

const rank = ({ voice, named }: AccountAnswer): number => (voice ? 2 : named ? 0 : 1)

/** "A", "A and B", "A, B and 3 more". */
function listed(names: readonly string[], most = 2): string {
  const all = [...new Set(names)]
  if (all.length <= most) return all.join(' and ')
  return `${all.slice(0, most).join(', ')} and ${all.length - most} more`
}

const namesOf = (says: Stand['says'], accounts: readonly AccountAnswer[]): string =>
  listed(sourcesOf(says, accounts).map((account) => clipped(account.origin, 60)))

const UNANSWERED: Record<string, string> = {
  status: 'No account says whether it happened.',
  actor: 'No account says clearly who did it.',
  toll: 'No account clearly gives a number.',
}
export const unanswered = (name: string): string => UNANSWERED[name]

const LABELS: Record<string, string> = {
  'count:killed': 'Killed: ',
  'count:injured': 'Injured: ',
  'count:abducted': 'Abducted: ',
  'count:detained': 'Detained: ',
  'count:missing': 'Missing: ',
  'count:displaced': 'Displaced: ',
}

/** So many answers fit into a sentence. */
const MAX_ANSWERS = 2

/** "It happened, according to residents and 7 more; it did not happen, according to the army." */
export function answerOf({ name, state, stands }: Question, accounts: readonly AccountAnswer[]): string {
  const open = stands.filter((stand) => standing(stand).length > 0)
  const weight = (stand: Stand) => (stand.isPart ? 0 : 100) + sourcesOf(standing(stand), accounts).length
  const strongest = open.toSorted((a, b) => weight(b) - weight(a))
  const sides = [...new Set(strongest.flatMap(({ side }) => side ?? []))].sort((a, b) => a - b)
  const chosen =
    state === 'disputed'
      ? [
          ...sides.flatMap((side) => strongest.find((stand) => stand.side === side) ?? []),
          // "It is going on ...; it is over ...; it happened, according to all others."
          ...strongest.filter((stand) => name === 'status' && stand.side === null).slice(0, 1),
        ]
      : strongest.slice(0, MAX_ANSWERS)
  const only = state === 'single' ? ' alone' : ''
  const parts = chosen.map(
    (stand) => `${inWords(name, stand)}, according to ${namesOf(standing(stand), accounts)}${only}`,
  )
  const label = LABELS[name]
  const said = parts.join('; ')
  return said === '' ? '' : `${label === undefined ? capital(said) : label + said}.`
}

/** One sentence: why it is agreed, disputed, told once, or neither. */
export function whyOf({ name, state, stands, pairs }: Question, accounts: readonly AccountAnswer[]): string {
  const sources = sourcesOf(stands.flatMap(standing), accounts)
  switch (state) {
    case 'disputed': {
      const [one, other] = pairs[0]?.stands.map((at) => inWords(name, stands[at])) ?? []
      const what = one === undefined || name === 'status' ? 'The two sides' : `“${one}” and “${other}”`
      return `${what} cannot both be right, and neither source rests on the other.`
    }
    case 'agreed':
      return `${sources.length} independent sources say the same, or one says more exactly what another says.`
    case 'single':
      return `All that is said of it rests on ${sources[0] ? clipped(sourceName(sources[0]), 60) : 'one source'}.`
    case 'not comparable':
      return 'The sources speak of different things here, so they neither agree nor disagree.'
  }
}

/** One word for a question and its answers, so that a person knows what opens: "With what? Air strike". */
export const titleOf = (name: string): string => TITLES[name] ?? name

const TITLES: Record<string, string> = {
  status: 'Did it happen?',
  actor: 'Who did it?',
  recipient: 'Who was hit?',
  instrument: 'With what?',
  place: 'Where?',
  time: 'When?',
  'count:killed': 'How many were killed?',
  'count:injured': 'How many were hurt?',
  'count:abducted': 'How many were abducted?',
  'count:detained': 'How many were detained?',
  'count:missing': 'How many are missing?',
  'count:displaced': 'How many were displaced?',
}
