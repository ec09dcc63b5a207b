import { expect, test } from 'vitest'
import type { UnsureAnswer } from '../../src/server/answers.ts'
import { inOrder } from './asked.ts'
import type { Question } from './say.ts'

const stated = (name: string): Question => ({ name, state: 'single', stands: [], pairs: [] })
const unsure = (question: string): UnsureAnswer => ({ question, words: 'rebels', why: 'further down', says: [] })

const namesOf = (questions: string[], unsureOf: string[] = []) => {
  const { first, rest } = inOrder(questions.map(stated), unsureOf.map(unsure))
  const mark = ({ name, stated }: (typeof rest)[number]) => (stated ? name : `${name}?`)
  return [...first.map(({ title, asked }) => [title, ...asked.map(mark)].join(' ')), rest.map(mark).join(' ')]
}

test('three questions come first, and the rest in one order', () => {
  const table: [stated: string[], unsure: string[], third: string, rest: string, why: string][] = [
    [
      ['place', 'count:abducted', 'status', 'count:killed', 'time', 'actor', 'recipient', 'instrument'],
      [],
      'How many were killed or hurt? count:killed count:injured?',
      'count:abducted recipient instrument place time',
      'numbers of people in one',
    ],
    [
      ['count:detained', 'time'],
      ['count:killed'],
      'How many were detained? count:detained',
      'count:killed? time',
      'an arrest counts those arrested; what is not surely of it waits below',
    ],
    [
      ['status'],
      ['count:injured', 'recipient', 'actor'],
      'How many were killed or hurt? count:killed? count:injured?',
      'recipient?',
      'nothing stated',
    ],
  ]
  for (const [names, open, third, rest, why] of table) expect(namesOf(names, open).slice(2), why).toEqual([third, rest])
  expect(namesOf(['status', 'actor']).slice(0, 2)).toEqual(['Did it happen? status', 'Who did it? actor'])
})

test('what is unsure stands under its question', () => {
  const { first, rest } = inOrder([stated('actor')], [unsure('actor'), unsure('recipient'), unsure('actor')])
  expect(first[1].asked[0].unsure).toHaveLength(2)
  expect(rest.map(({ name, stated, unsure }) => [name, stated, unsure.length])).toEqual([['recipient', null, 1]])
})
