// What an incident answers -> its questions in the order of the page: did it happen, who did it, how many were killed or hurt; then the rest.

import type { UnsureAnswer } from '../../src/server/answers.ts'
import { type Question, titleOf, unanswered } from './say.ts'

/** A question with what the incident states, and what it does not: accounts seem to say it, not surely of this event. */
export interface Asked {
  name: string
  stated: Question | null
  unsure: UnsureAnswer[]
}

export interface Section {
  title: string
  asked: Asked[]
  /** What to say where it states nothing. */
  unanswered: string
}

const HURT = ['count:killed', 'count:injured']
const TOLLS = [...HURT, 'count:abducted', 'count:detained', 'count:missing', 'count:displaced']
const OTHERS = ['recipient', 'instrument', 'place', 'time']

export function inOrder(
  questions: readonly Question[],
  unsure: readonly UnsureAnswer[],
): { first: Section[]; rest: Asked[] } {
  const askedOf = (name: string): Asked => ({
    name,
    stated: questions.find((question) => question.name === name) ?? null,
    unsure: unsure.filter(({ question }) => question === name),
  })
  const counted = countedIn(questions)
  const first = [
    { title: titleOf('status'), asked: ['status'], unanswered: unanswered('status') },
    { title: titleOf('actor'), asked: ['actor'], unanswered: unanswered('actor') },
    {
      title: counted === HURT ? 'How many were killed or hurt?' : titleOf(counted[0]),
      asked: counted,
      unanswered: unanswered('toll'),
    },
  ].map((section) => ({ ...section, asked: section.asked.map(askedOf) }))
  const rest = [...TOLLS.filter((name) => !counted.includes(name)), ...OTHERS]
    .map(askedOf)
    .filter(({ stated, unsure }) => stated !== null || unsure.length > 0)
  return { first, rest }
}

/** What the third question is about: an abduction counts other people than a bombing. */
function countedIn(questions: readonly Question[]): readonly string[] {
  const told = TOLLS.filter((toll) => questions.some(({ name }) => name === toll))
  return told.length === 0 || told.some((toll) => HURT.includes(toll)) ? HURT : told.slice(0, 1)
}
